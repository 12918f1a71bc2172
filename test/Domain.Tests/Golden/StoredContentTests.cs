using System.Text;
using System.Text.Json;
using MultiLine.Domain.Content;

namespace MultiLine.Domain.Tests.Golden;

public sealed class StoredContentTests
{
    private const string Contents = "v1/content";

    private static readonly Dictionary<string, MessageContent> V1 = new(StringComparer.Ordinal)
    {
        ["empty"] = new MessageContent(),
        ["text"] = new MessageContent { Text = "Grüße 👋\nbis morgen" },
        ["template"] = new MessageContent { Text = "Hello Jane", Buttons = ["Accept", "Decline"], Parameters = ["Jane"] },
        ["buttons"] = new MessageContent { Text = "Shall we meet?", Buttons = ["Monday", "Friday"], ButtonIds = ["mon", "fri"] },
        ["targets"] = new MessageContent { Text = "Your offer", Buttons = ["Stop", "See"], ButtonTargets = [null, "https://example.com/summer"] },
        ["preview"] = new MessageContent { Text = "See https://example.com", PreviewLinks = true },
        ["button"] = new MessageContent { Text = "Accept", ButtonPayload = "optin:yes:m1" },
        ["media"] = new MessageContent
        {
            Text = "Taj Mahal",
            Media = new MediaContent("document", "1003383421387256") { MimeType = "application/pdf", Sha256 = "SfInY0g=", FileName = "a.pdf" },
        },
        ["location"] = new MessageContent { Location = new LocationContent(37.44, -122.16, "Philz Coffee", "101 Forest Ave") },
        ["cards"] = new MessageContent { Cards = [new CardContent("Ann Lee", ["+1 983 555 2319"], ["ann@acme.example"], "Acme")] },
        ["order"] = new MessageContent { Text = "gift wrap", Order = new OrderContent("194", [new OrderLine("di9", 2, "30", "USD")]) },
        ["choice"] = new MessageContent { Text = "Express", ButtonPayload = "express", Detail = "2 days" },
        ["raw"] = new MessageContent { Raw = """{"type":"order"}""" },
    };

    public static TheoryData<string> Names => [.. V1.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Content_is_written_as_it_always_was(string name) =>
        Assert.Equal(Encoding.UTF8.GetString(GoldenFiles.Read(Contents, name)), Encoding.UTF8.GetString(V1[name].ToBytes()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Stored_content_is_read_as_it_was_meant(string name)
    {
        var content = MessageContent.FromBytes(GoldenFiles.Read(Contents, name));

        Assert.Equal(V1[name].Text, content.Text);
        Assert.Equal(V1[name].Buttons, content.Buttons);
        Assert.Equal(V1[name].ButtonIds, content.ButtonIds);
        Assert.Equal(V1[name].ButtonTargets, content.ButtonTargets);
        Assert.Equal(V1[name].PreviewLinks, content.PreviewLinks);
        Assert.Equal(V1[name].Parameters, content.Parameters);
        Assert.Equal(V1[name].ButtonPayload, content.ButtonPayload);
        Assert.Equal(V1[name].Media, content.Media);
        Assert.Equal(V1[name].Location, content.Location);
        Assert.Equivalent(V1[name].Cards, content.Cards, strict: true);
        Assert.Equivalent(V1[name].Order, content.Order, strict: true);
        Assert.Equal(V1[name].Detail, content.Detail);
        Assert.Equal(V1[name].Raw, content.Raw);
    }

    [Fact]
    public void Every_golden_file_is_looked_at() => Assert.Equal(V1.Keys.Order(StringComparer.Ordinal), GoldenFiles.Names(Contents));

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"text":"Hello"}""")]
    public void What_is_no_content_is_refused(string bytes) =>
        Assert.Throws<JsonException>(() => MessageContent.FromBytes(Encoding.UTF8.GetBytes(bytes)));

    [Fact]
    public void Content_that_is_newer_than_this_release_is_refused()
    {
        var error = Assert.Throws<JsonException>(() => MessageContent.FromBytes("""{"schema":2,"text":"Hello"}"""u8));

        Assert.Equal("Content of schema 2 is newer than this release, which reads up to 1.", error.Message);
    }
}
