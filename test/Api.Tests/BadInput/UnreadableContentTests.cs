using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>Who wrote is known, and when: the contact's message is there, as far as it can be read.</summary>
public sealed class UnreadableContentTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Hello = "\"Hello\"";

    private static readonly Dictionary<string, byte[]> NotUtf8 = new()
    {
        ["a broken pair"] = [0xC3, 0x28],
        ["half a surrogate pair"] = [0xED, 0xA0, 0xBD],
        ["an overlong slash"] = [0xC0, 0xAF],
        ["no byte of UTF-8"] = [0xFF],
    };

    public static TheoryData<string> BytesThatAreNotUtf8 => [.. NotUtf8.Keys];

    [Theory]
    [InlineData("Hello \\ud83d", "Hello \uFFFD")]
    [InlineData("\\ude00 Hello", "\uFFFD Hello")]
    [InlineData("Hel\\u0000lo", "Hel\uFFFDlo")]
    public async Task A_text_that_is_not_quite_Unicode_is_there_with_replacements(string sent, string shown) =>
        Assert.Equal(shown, (string?)(await Received(body => body.Replace(Hello, $"\"{sent}\"", StringComparison.Ordinal)))["text"]);

    [Theory, MemberData(nameof(BytesThatAreNotUtf8))]
    public async Task A_text_that_is_not_UTF8_is_there_with_replacements(string what)
    {
        const string Place = "here";
        var message = await Received(
            body => body.Replace(Hello, $"\"Hello {Place}\"", StringComparison.Ordinal),
            bytes =>
            {
                var at = bytes.AsSpan().IndexOf("here"u8);
                return [.. bytes[..at], .. NotUtf8[what], .. bytes[(at + Place.Length)..]];
            });

        Assert.StartsWith("Hello \uFFFD", (string)message["text"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"text\":{\"body\":\"Hello\"}", "\"text\":{\"body\":7}")]
    [InlineData("\"text\":{\"body\":\"Hello\"}", "\"text\":7")]
    [InlineData("\"text\":{\"body\":\"Hello\"}", "\"text\":null")]
    [InlineData("\"type\":\"text\"", "\"type\":7")]
    [InlineData("\"type\":\"text\",", "")]
    public async Task A_message_whose_content_has_the_wrong_form_is_there(string right, string wrong) =>
        Assert.Equal("in", (string?)(await Received(body => body.Replace(right, wrong, StringComparison.Ordinal)))["direction"]);

    [Fact]
    public async Task A_body_of_three_megabytes_brings_what_it_holds() =>
        Assert.Equal("Hello", (string?)(await Received(body => body.PadRight(3 * 1024 * 1024)))["text"]);

    /// <summary>The only message of a contact, after a webhook that was spoiled on its way.</summary>
    private async Task<JsonNode> Received(Func<string, string> spoil, Func<byte[], byte[]>? spoilBytes = null)
    {
        var contact = await NewContact();
        var body = Encoding.UTF8.GetString(SignedWebhook.TextFrom(contact.Phone[1..], "Hello"));
        var spoiled = spoil(body);
        Assert.NotEqual(body, spoiled);

        var bytes = Encoding.UTF8.GetBytes(spoiled);
        (await SignedWebhook.Post(Anonymous(), spoilBytes is null ? bytes : spoilBytes(bytes))).Is(HttpStatusCode.OK);

        return Assert.Single((await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Is(HttpStatusCode.OK).Json["items"]!.AsArray())!;
    }
}
