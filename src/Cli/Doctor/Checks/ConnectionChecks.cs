using System.Globalization;
using MultiLine.Cli.Doctor.Looking;
using MultiLine.Connectors.WhatsApp;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>Settings, and whether the Graph API is there.</summary>
internal static class ConnectionChecks
{
    /// <summary>Sessions end and tokens expire by the clock: ours must not be far off.</summary>
    private static readonly TimeSpan MostOffset = TimeSpan.FromMinutes(1);

    public static IEnumerable<Outcome> Settings(Sight sight)
    {
        const string next = "Set it where the server's settings are, and start the server again.";
        var settings = sight.Settings;
        List<SettingFault> faults = [.. settings.WhatsAppFaults];
        if (settings.AppId is null && faults.All(fault => fault.Setting is not nameof(WhatsAppOptions.AppId)))
        {
            faults.Add(new SettingFault(
                nameof(WhatsAppOptions.AppId), IsMissing: true, "WhatsApp:AppId is missing: the id of the app, which this command needs."));
        }

        if (settings.WhatsApp.AppSecrets.Any(secret => secret.Any(c => c is < '!' or > '~')))
        {
            faults.Add(new SettingFault(
                nameof(WhatsAppOptions.AppSecrets),
                IsMissing: false,
                "WhatsApp:AppSecrets holds a space, a line break or another character that no secret has."));
        }

        var secrets = Count(settings.WhatsApp.AppSecrets.Count, "app secret");
        return faults.Count == 0
            ? [Outcome.Ok($"WhatsApp: app {settings.AppId}, token, verify token and {secrets} are there")]
            : faults.Select(fault => fault.IsMissing ? Outcome.Missing(fault.Words, next) : Outcome.Wrong(fault.Words, next));
    }

    public static IEnumerable<Outcome> Graph(Sight sight)
    {
        if (sight.Answers.IsEmpty)
            return [Outcome.Unknown("nothing to call the Graph API with", "Mend the settings first.")];
        var (address, wanted) = (Address.Words(sight.Settings.WhatsApp.BaseAddress!), sight.Settings.WhatsApp.GraphVersion);
        if (sight.Answers.All(answer => answer.Fault is not null))
        {
            return
            [
                Outcome.Wrong(
                    $"{address} {sight.Answers[0].Fault}",
                    "Let this machine reach WhatsApp:BaseAddress: name resolution, firewall, proxy, certificates."),
            ];
        }

        var refused = sight.Answers.Any(answer => answer.Error is { } error && Refusals.IsAboutVersion(error));
        var answered = sight.Answers.Select(answer => answer.Version).FirstOrDefault(version => version is not null && version != wanted);
        if (refused || answered is not null)
        {
            return
            [
                Outcome.Wrong(
                    refused ? $"{address} does not know version {wanted}" : $"{address} answers as {answered}: {wanted} has ended",
                    "Set WhatsApp:GraphVersion to a version of https://developers.facebook.com/docs/graph-api/changelog that has not ended."),
            ];
        }

        return [Outcome.Ok($"{address} answers, version {wanted}")];
    }

    public static IEnumerable<Outcome> Clock(Sight sight)
    {
        var offsets = sight.Answers.Select(answer => answer.ClockOffset).OfType<TimeSpan>().ToList();
        if (offsets.Count == 0)
            return [Outcome.Unknown("the Graph API told no time", "Mend what keeps it from answering.")];

        var offset = offsets.MinBy(candidate => candidate.Duration());
        var side = offset < TimeSpan.Zero ? "behind" : "ahead of";
        var seconds = offset.Duration().TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        var words = $"the Graph API's clock is {seconds} seconds {side} this machine's";
        return [offset.Duration() <= MostOffset ? Outcome.Ok(words) : Outcome.Wrong(words, "Set the clock, and keep it by NTP.")];
    }

    public static string Count(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";
}
