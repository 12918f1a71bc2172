using System.Reflection;
using System.Text.RegularExpressions;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Webhooks;
using MultiLine.Connectors.WhatsApp.Webhooks.Messages;

namespace MultiLine.Connectors.Tests.Documents;

/// <summary>
/// The tables of docs/whatsapp.md are written from the code, between marks that name them. Where they differ, the environment variable
/// <c>MULTILINE_WRITE_DOCS=1</c> has these tests write them.
/// </summary>
public sealed partial class WhatsAppDocumentTests
{
    private static readonly Dictionary<string, Func<IEnumerable<string>>> Tables = new(StringComparer.Ordinal)
    {
        ["fields"] = () => Table("| field | what is done on it |", WebhookFields.All.Where(field => field.IsUnderstood).Select(field => $"| `{field.Name}` | {field.Effect} |")),
        ["raw fields"] = () => [string.Join(", ", WebhookFields.All.Where(field => !field.IsUnderstood).Select(field => $"`{field.Name}`")) + "."],
        ["message types"] = () => Table("| type | what is done on it |", MessageTypes.All.Select(type => $"| `{type.Name}` | {type.Effect} |")),
        ["statuses"] = () => Table(
            "| status | what is done on it |",
            DeliveryStatuses.All.Select(status => $"| `{status.Key.ToString().ToLowerInvariant()}` | {status.Value} |")),
        ["error codes"] = () => Table(
            "| code | meaning | what is done on it |", GraphErrors.All.OrderBy(rule => rule.First).Select(rule => $"| {Code(rule)} | {rule.Meaning} | {Done(rule)} |")),
    };

    public static TheoryData<string> Names => [.. Tables.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_document_says_what_the_code_does(string table)
    {
        var file = Path.Combine(Project.Folder, "docs", "whatsapp.md");
        var text = File.ReadAllText(file);
        var (begin, end) = ($"<!-- {table}: written from the code -->\n", $"<!-- end of {table} -->\n");
        var from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= begin.Length && to >= from, $"docs/whatsapp.md has no place for the table “{table}”.");
        var written = "\n" + string.Join('\n', Tables[table]()) + "\n\n";

        if (Environment.GetEnvironmentVariable("MULTILINE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(file, text[..from] + written + text[to..]);
        }
        else
        {
            Assert.Equal(written, text[from..to]);
        }
    }

    [Fact]
    public void Every_form_of_content_and_every_status_is_in_its_table()
    {
        var forms = typeof(InboundContent).GetNestedTypes(BindingFlags.Public)
            .Where(type => type != typeof(InboundContent.Other))
            .Select(type => Words().Replace(type.Name, "_").ToLowerInvariant());
        Assert.All(forms, form => Assert.Contains(MessageTypes.All, type =>
            type.Name == form
            || type.Name == $"interactive.{form}"
            || form == "flow_reply" && type.Name == "interactive.nfm_reply"
            || form == "media" && type.Name == "image"));
        Assert.Equal(Enum.GetValues<DeliveryStatus>().Order(), DeliveryStatuses.All.Keys.Order());
    }

    private static IEnumerable<string> Table(string head, IEnumerable<string> rows) =>
        [head, string.Join("---", head.Where(letter => letter == '|').Select(_ => "|")).Replace("|---", "| --- ", StringComparison.Ordinal), .. rows];

    private static string Code(GraphErrorRule rule) => rule.First == rule.Last ? $"{rule.First}" : $"{rule.First}–{rule.Last}";

    private static string Done(GraphErrorRule rule) => rule.Handling switch
    {
        GraphHandling.TryAgain when rule.Backoff is { Factor: 1 } steady => $"waits {Wait(steady.First)}, then sent again",
        GraphHandling.TryAgain => $"waits {Wait(rule.Backoff!.After(0))}, then {Wait(rule.Backoff.After(1))} and so on, {Wait(rule.Backoff.After(50))} at the most; then sent again",
        GraphHandling.Unknown => "may have gone out: waits for a status with the attempt's id, never sent again by itself",
        GraphHandling.PauseNumber => "the number pauses, its queue is kept",
        GraphHandling.PauseBusinessInitiated => "the message waits; replies in an open session go on",
        GraphHandling.UseSms => "`not_on_whatsapp`: SMS is offered",
        GraphHandling.UseTemplate => "`session_closed`: a template can be sent",
        GraphHandling.TemplateProblem => "`template_not_approved`",
        GraphHandling.TemplateValues => "`template_parameters`",
        GraphHandling.MediaProblem => "`media_rejected`",
        GraphHandling.HeldBack => "`marketing_held_back`: no marketing template for 24 hours; another channel is open",
        GraphHandling.NeedsPhone => "`no_phone_number`: it is sent to the phone number wherever one is known",
        GraphHandling.OptedOut => "`marketing_stopped`: no marketing template until the contact resumes",
        _ => "`provider_refused`",
    };

    private static string Wait(TimeSpan wait) =>
        wait.TotalMinutes >= 1 && wait.Seconds == 0 ? $"{wait.TotalMinutes:0} min" : $"{wait.TotalSeconds:0} s";

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();
}
