using MultiLine.Cli.Doctor.Looking;
using MultiLine.Connectors.WhatsApp.Accounts;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>The numbers of the lines, and how they present themselves.</summary>
internal static class NumberChecks
{
    public static IEnumerable<Outcome> Number(Sight sight) => sight.ForEachLine(line =>
    {
        if (line.Account.Numbers.Value is null)
        {
            return Outcome.Unknown(
                $"the numbers of {AccountChecks.Words(line.Organization)} can't be read: {line.Account.Numbers.Fault?.Words}",
                "Mend what is said about the account first.");
        }

        if (line.Known is not { } known)
        {
            return Outcome.Wrong(
                $"{line.Words} is not in {AccountChecks.Words(line.Organization)}",
                "Compare the phone number id with WhatsApp Manager > Account tools > Phone numbers: it is not the number itself.");
        }

        return known.Display is { } display && Digits(display) != Digits(line.Number.Display)
            ? Outcome.Wrong($"{line.Words} is {display} at Meta", "Give the line the number as Meta has it.")
            : Outcome.Ok($"{line.Words} is in {AccountChecks.Words(line.Organization)}");
    });

    /// <summary>A name is reviewed by itself once the number may write to more people; before that it need not be.</summary>
    /// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/display-names"/></remarks>
    public static IEnumerable<Outcome> DisplayName(Sight sight) => sight.ForEachNumber((line, number) => (number.NameStatus switch
    {
        "APPROVED" or "AVAILABLE_WITHOUT_REVIEW" => Outcome.Ok($"{line.Words} is called “{number.VerifiedName}” ({number.NameStatus})"),
        "PENDING_REVIEW" => Outcome.Missing($"the name of {line.Words}, “{number.VerifiedName}”, is under review", "Wait for Meta's decision."),
        "NONE" => Outcome.Missing($"{line.Words} has no display name", "Choose one: WhatsApp Manager > Account tools > Phone numbers."),
        null => Outcome.Unknown($"Meta tells nothing of the name of {line.Words}", "Look in WhatsApp Manager > Account tools > Phone numbers."),
        var status => Outcome.Wrong(
            $"the name of {line.Words}, “{number.VerifiedName}”, is {status}",
            "Change it as the guidelines for display names ask, and register the number again after the approval."),
    }));

    /// <summary>The code that showed whose number it is may have expired since; what counts is that the number is connected.</summary>
    public static IEnumerable<Outcome> Registration(Sight sight) => sight.ForEachNumber((line, number) =>
    {
        if (number.CodeVerification is "NOT_VERIFIED" or "UNVERIFIED")
        {
            return Outcome.Missing(
                $"{line.Words} is not verified ({number.CodeVerification})",
                "Verify it by the code: WhatsApp Manager > Account tools > Phone numbers.");
        }

        if (number.Platform is { } platform && platform != "CLOUD_API")
            return Outcome.Missing($"{line.Words} is registered on {platform}, and not on the Cloud API", "Register it with its PIN.");
        return number.Status switch
        {
            "CONNECTED" => Outcome.Ok($"{line.Words} is registered and connected"),
            null => Outcome.Unknown($"Meta tells no status of {line.Words}", "Look in WhatsApp Manager > Account tools > Phone numbers."),
            "PENDING" or "DISCONNECTED" or "UNVERIFIED" => Outcome.Missing($"{line.Words} is {number.Status}", "Register it with its PIN."),
            var status => Outcome.Wrong($"{line.Words} is {status}", "Look in WhatsApp Manager what it is restricted for, and ask for a review."),
        };
    });

    public static IEnumerable<Outcome> Quality(Sight sight) => sight.ForEachNumber((line, number) => number.Quality switch
    {
        null => Outcome.Unknown($"Meta tells no quality of {line.Words}", "Look in WhatsApp Manager > Account tools > Phone numbers."),
        "RED" => Outcome.Wrong(
            $"the quality of {line.Words} is RED: people block it or report it",
            "Write to fewer people first, and only to those who expect it, until it has recovered."),
        var quality => Outcome.Ok(
            $"the quality of {line.Words} is {quality}{(number.Throughput is null ? "" : $", its throughput {number.Throughput}")}"),
    });

    public static IEnumerable<Outcome> Profile(Sight sight) => sight.ForEachLine(line =>
    {
        if (!line.Account.Profiles.TryGetValue(line.Number.Id, out var reading) || reading.Value is not { } profile)
        {
            return Outcome.Unknown(
                $"the profile of {line.Words} can't be read: {reading?.Fault?.Words}", "Mend what is said about token and number first.");
        }

        var lacking = Lacking(profile).ToList();
        return lacking.Count == 0
            ? Outcome.Ok($"the profile of {line.Words} is filled in{(profile.PictureUrl is null ? ", without a picture" : "")}")
            : Outcome.Missing(
                $"the profile of {line.Words} has no {string.Join(", no ", lacking)}",
                "Fill it in: Administration > Lines and numbers > Business profile, or WhatsApp Manager > Account tools > Phone numbers > Profile.");
    });

    private static IEnumerable<string> Lacking(BusinessProfile profile)
    {
        if (string.IsNullOrWhiteSpace(profile.About))
            yield return "about text";
        if (string.IsNullOrWhiteSpace(profile.Description))
            yield return "description";
        if (string.IsNullOrWhiteSpace(profile.Email) && profile.Websites.Count == 0)
            yield return "e-mail or website";
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
