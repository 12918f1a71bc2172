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
        ["button"] = new MessageContent { Text = "Accept", ButtonPayload = "optin:yes:m1" },
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
        Assert.Equal(V1[name].Parameters, content.Parameters);
        Assert.Equal(V1[name].ButtonPayload, content.ButtonPayload);
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
