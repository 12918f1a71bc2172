using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Archive.Transcripts;

namespace MultiLine.Domain.Tests.Archive;

public sealed partial class TranscriptTests
{
    private static readonly TranscriptOptions Options = new(Sample.Berlin, Sample.Conversation.Records[^1].Event.At) { MadeBy = "Clara Compliance" };
    private static readonly string Html = TranscriptWriter.Write(Sample.Conversation, Options);

    [Fact]
    public void What_people_wrote_is_shown_and_does_not_act()
    {
        Assert.Contains(
            "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; <span class=\"mark\">U+202E</span>gnp.exe<span class=\"mark\">U+202C</span> zero<span class=\"mark\">U+200B</span>width",
            Html,
            StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Emoji_and_Persian_are_left_as_they_are_spelled() => Assert.Contains(Sample.Family, Html, StringComparison.Ordinal);

    [Fact]
    public void Any_text_and_name_leave_only_our_own_tags() => Property.Holds(AnyMail.Records, record =>
    {
        var html = TranscriptWriter.Write(AnyMail.Conversation(record), Options);
        Assert.All(Tag().Matches(Body(html)), tag => Assert.Matches("^</?(header|p|h[1-3]|dl|dt|dd|bdi|section|table|thead|tbody|tr|th|td|b|br|small|article|div|strong|span)( |>|$)", tag.Value));
        Assert.DoesNotContain(Body(html).EnumerateRunes(), rune => rune.Value is 0x202E or 0x200B or 0xFEFF or 0x2028 or 0);
    });

    [Fact]
    public void It_loads_nothing_runs_nothing_and_its_policy_names_its_style()
    {
        var style = Style().Match(Html).Groups["style"].Value;

        Assert.Contains(
            $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", Html, StringComparison.Ordinal);
        Assert.DoesNotMatch("""(?i)(\ssrc=|\shref=|url\(|@import|\sstyle=|\son[a-z]+=)""", Html);
    }

    [Fact]
    public void No_name_gets_out_of_the_style_sheet()
    {
        var name = "\"; } </style><b>\\ /* \n";
        var html = TranscriptWriter.Write(ArchivedConversation.Of(Sample.Parties with { LineName = name, OrganizationName = name }, []), Options);

        Assert.Equal(1, html.Split("</style>").Length - 1);
        Assert.DoesNotContain("/*", Style().Match(html).Groups["style"].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Times_are_in_the_named_zone_with_their_distance_from_UTC()
    {
        Assert.Contains("Europe/Berlin; distance from UTC in this transcript: +01:00, +02:00", Html, StringComparison.Ordinal);
        Assert.Contains("16:05:00 +01:00", Html, StringComparison.Ordinal);
        Assert.Contains("13:00:00 +02:00", Html, StringComparison.Ordinal);
        Assert.Contains("Sunday, 29 March 2026", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Edits_deletions_and_policy_stand_with_their_message()
    {
        Assert.Contains("Before: <span class=\"said\" dir=\"auto\"><bdi>Thanks, please buy 100 shares</bdi></span>", Html, StringComparison.Ordinal);
        Assert.Contains("Deleted by the contact 2026-03-28 16:15:00 +01:00", Html, StringComparison.Ordinal);
        Assert.Contains("redacted by “Payment cards” (acme/cards): CREDIT_CARD, IBAN_CODE, 2 found", Html, StringComparison.Ordinal);
        Assert.Contains("Jürgen “JB” Becker wanted to send a message to María Öztürk-Keller on WhatsApp, and policy did not let it out.", Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Consent_is_shown_with_its_evidence()
    {
        var consent = Html[Html.IndexOf("<h2>Consent</h2>", StringComparison.Ordinal)..Html.IndexOf("<h2>Conversation</h2>", StringComparison.Ordinal)];

        Assert.Contains("Anna Vogel asked María Öztürk-Keller for consent to messages on WhatsApp.", consent, StringComparison.Ordinal);
        Assert.Contains("existing client", consent, StringComparison.Ordinal);
        Assert.Contains("would like to write to you on WhatsApp. Messages are recorded. Do you agree?", consent, StringComparison.Ordinal);
        Assert.Contains("by tapping a button", consent, StringComparison.Ordinal);
        Assert.Contains("stopped messages on WhatsApp in words", consent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_missing_is_said_and_why()
    {
        var talk = ArchivedConversation.Of(Sample.Parties, Sample.Conversation.Records.Where(record => record.Version is 2 or 3 or > 20)) with
        {
            Omissions = [new ArchiveOmission("Messages on SMS", "Not asked for.")],
        };
        var html = TranscriptWriter.Write(talk, Options);

        Assert.Contains("<b><bdi>Version 1</bdi></b>", html, StringComparison.Ordinal);
        Assert.Contains("<b><bdi>Versions 4 to 20</bdi></b>", html, StringComparison.Ordinal);
        Assert.Contains("<b><bdi>Messages on SMS</bdi></b><br><bdi>Not asked for.</bdi>", html, StringComparison.Ordinal);
        Assert.Contains("The content was disposed of; the commitment in the ledger stays.", html, StringComparison.Ordinal);
        Assert.Contains("opened only by a compliance officer", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_proof_of_the_ledger_names_the_head_and_each_place()
    {
        Assert.Contains(Sample.Conversation.Head!.Root, Html, StringComparison.Ordinal);
        Assert.All(Sample.Conversation.Records, record =>
        {
            Assert.Contains(record.Position!.Leaf, Html, StringComparison.Ordinal);
            Assert.Contains(record.Position.Chain, Html, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(Paper.A4, "size: 210mm 297mm")]
    [InlineData(Paper.Letter, "size: 8.5in 11in")]
    public void It_has_the_paper_that_was_asked_for(Paper paper, string size) =>
        Assert.Contains(size, TranscriptWriter.Write(Sample.Conversation, Options with { Paper = paper }), StringComparison.Ordinal);

    private static string Body(string html) => html[html.IndexOf("<body>", StringComparison.Ordinal)..].Replace("<body>", "", StringComparison.Ordinal).Replace("</body>\n</html>", "", StringComparison.Ordinal);

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();

    [GeneratedRegex("<style>(?<style>.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
