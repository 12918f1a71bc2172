using MultiLine.Cli.Doctor.Looking;
using MultiLine.Domain;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>The other channel, as far as it can be seen without asking its provider.</summary>
internal static class SmsChecks
{
    public static IEnumerable<Outcome> Sms(Sight sight)
    {
        const string set = "Set all of Sms:AccountSid, Sms:AuthTokens and Sms:PublicUrl where the server's settings are, or none.";
        var lines = (
            from organization in sight.Organizations
            from line in organization.Lines
            where line.Numbers.Any(number => number.Channel == Channel.Sms)
            select $"{line.Id} of {organization.Id}").ToList();
        if (sight.Settings.SmsFaults.Count > 0)
            return sight.Settings.SmsFaults.Select(fault => fault.IsMissing ? Outcome.Missing(fault.Words, set) : Outcome.Wrong(fault.Words, set));
        return (sight.Settings.Sms.Enabled, lines.Count) switch
        {
            (true, > 0) =>
                [Outcome.Ok($"the account and its token are set, and a number on {string.Join(", ", lines)}; the provider was not asked")],
            (true, _) => [Outcome.Missing("SMS is set up, and no line has a number for it", "multiline line add --sms-number NUMBER …")],
            (false, > 0) => [Outcome.Missing($"{string.Join(", ", lines)} has a number for SMS, and no provider is set", set)],
            _ => [Outcome.Ok("SMS is off")],
        };
    }
}
