using MultiLine.Cli.Doctor.Looking;
using MultiLine.Connectors.WhatsApp.Templates;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Templates;
using MessageTemplate = MultiLine.Connectors.WhatsApp.Templates.MessageTemplate;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>The template that asks for consent: without an approved one nobody can be written to first.</summary>
internal static class OptInChecks
{
    public static IEnumerable<Outcome> OptIn(Sight sight) => sight.ForEachAccount((organization, seen) =>
    [
        .. seen.Templates is TemplateSuccess<IReadOnlyList<MessageTemplate>>({ } templates)
            ? organization.OptIns().Select(text => Judge(organization, text.Language, templates))
            :
            [
                Outcome.Unknown(
                    $"the templates of {AccountChecks.Words(organization)} can't be read{Refusal(seen)}", "Mend what is said about the account first."),
            ],
    ]);

    private static Outcome Judge(Organization organization, string language, IReadOnlyList<MessageTemplate> templates)
    {
        var requests = templates.Where(template => template.Language == language && OptInName.Version(template.Name) is not null)
            .OrderByDescending(template => OptInName.Version(template.Name)).ToList();
        if (requests.FirstOrDefault(template => template.Status == "APPROVED") is { } approved)
            return Outcome.Ok($"the opt-in request of {organization.Id}, {approved.Name} in {language}, is approved");

        return requests.FirstOrDefault() switch
        {
            null => Outcome.Missing(
                $"{organization.Id} has no opt-in request in {language}",
                "With the server running, an administrator reads the templates from Meta: it is submitted then."),
            { Status: "PENDING" } pending => Outcome.Missing(
                $"{pending.Name} of {organization.Id} in {language} is under review", "Wait for Meta's decision: minutes, at most a day."),
            var refused => Outcome.Wrong(
                $"{refused.Name} of {organization.Id} in {language} is {refused.Status}{Reason(refused)}",
                "Change the words of the opt-in request: a new version is submitted."),
        };
    }

    private static string Refusal(AccountSight seen) =>
        seen.Templates is TemplateFailure<IReadOnlyList<MessageTemplate>> { Error: { } error }
            ? $": refused with code {error.Code}: {error.Details}"
            : "";

    private static string Reason(MessageTemplate refused) => refused.RejectedReason is { } reason and not "NONE" ? $" ({reason})" : "";
}
