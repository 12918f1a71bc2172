using MultiLine.Cli.Doctor.Looking;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>Organisations and their WhatsApp business accounts.</summary>
internal static class AccountChecks
{
    private const string Approved = "APPROVED";
    private const string Pending = "PENDING";
    private const string Verified = "verified";

    public static IEnumerable<Outcome> Organization(Sight sight)
    {
        const string create = "multiline org create --whatsapp-account WABA --line ID:NAME:PHONE_NUMBER_ID:DISPLAY …";
        var organizations = sight.WithAccount().ToList();
        return organizations.Count == 0
            ? [Outcome.Missing("no organisation has WhatsApp switched on and a WhatsApp business account", $"Create one: {create}")]
            : organizations.Select(Lines);
    }

    public static IEnumerable<Outcome> Account(Sight sight) => sight.ForEachAccount((organization, seen) =>
        [
            seen.Account switch
            {
                { Value: { } account } => Outcome.Ok($"{Words(organization)} can be read ({account.Name})"),
                { Fault: { Error: { } error } fault } when Refusals.IsAboutObject(error) => Outcome.Wrong(
                    $"{Words(organization)}: {fault.Words}", "Compare the account's id, and give the system user full control of the account."),
                { Fault: var fault } => Outcome.Unknown($"{Words(organization)}: {fault?.Words}", Refusals.Next(fault)),
            },
        ]);

    public static IEnumerable<Outcome> Verification(Sight sight) => ForEachRead(sight, (organization, account) =>
        [
            account.BusinessVerification switch
            {
                { } status when status.Equals(Verified, StringComparison.OrdinalIgnoreCase) =>
                    Outcome.Ok($"the business behind {Words(organization)} is verified"),
                { } status => Outcome.Missing(
                    $"the business behind {Words(organization)} is not verified ({status})",
                    "Verify it: Business settings > Security Center. Until then few people a day can be written to first."),
                null => Outcome.Unknown(
                    $"Meta does not tell whether the business behind {Words(organization)} is verified",
                    "Look in Business settings > Security Center."),
            },
        ]);

    public static IEnumerable<Outcome> Standing(Sight sight) => ForEachRead(sight, (organization, account) =>
    {
        const string next = "Look in WhatsApp Manager and Business Support Home, do what is asked for there, or ask for a review.";
        var words = Words(organization);
        List<Outcome> outcomes = [];
        if (account.ReviewStatus is { } review && review != Approved)
        {
            outcomes.Add(review == Pending
                ? Outcome.Missing($"{words} is under review", "Wait for Meta's decision; it comes by mail and in WhatsApp Manager.")
                : Outcome.Wrong($"the review of {words} ended with {review}", next));
        }

        var numbers = sight.Accounts[organization.WhatsAppAccount!].Numbers.Value ?? [];
        outcomes.AddRange(account.Health.Concat(numbers.SelectMany(number => number.Health))
            .Where(health => health.CanSend != Health.Available)
            .Distinct(HealthComparer)
            .Select(health => Outcome.Wrong($"{words}: {health.Entity} is {health.CanSend}. {string.Join(" ", health.Reasons)}".TrimEnd(), next)));
        if (outcomes.Count > 0)
            return outcomes;
        return account.ReviewStatus is null && account.Health.Count == 0
            ? [Outcome.Unknown($"Meta tells nothing of the standing of {words}", next)]
            : [Outcome.Ok($"{words} is in good standing{(account.ReviewStatus is null ? "" : ", reviewed and approved")}")];
    });

    private static readonly EqualityComparer<Health> HealthComparer = EqualityComparer<Health>.Create(
        (one, other) => one?.Entity == other?.Entity && one?.CanSend == other?.CanSend && one!.Reasons.SequenceEqual(other!.Reasons),
        health => StringComparer.Ordinal.GetHashCode(health.Entity));

    public static string Words(Organization organization) => $"account {organization.WhatsAppAccount} of {organization.Id}";

    private static Outcome Lines(Organization organization)
    {
        var lines = organization.Lines.Where(line => line.Numbers.Any(number => number.Channel == Channel.WhatsApp)).Select(line => line.Id).ToList();
        return lines.Count == 0
            ? Outcome.Missing($"{organization.Id} has no line with a WhatsApp number", "multiline line add --phone-number-id ID --display NUMBER …")
            : Outcome.Ok($"{organization.Id} has account {organization.WhatsAppAccount} and a WhatsApp number on {string.Join(", ", lines)}");
    }

    private static IEnumerable<Outcome> ForEachRead(Sight sight, Func<Organization, BusinessAccount, IEnumerable<Outcome>> rule) =>
        sight.ForEachAccount((organization, seen) => seen.Account.Value is { } account
            ? rule(organization, account)
            : [Outcome.Unknown($"{Words(organization)} can't be read", "Mend what is said about the account first.")]);
}
