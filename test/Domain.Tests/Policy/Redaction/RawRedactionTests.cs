using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Domain.Policy.Redaction;

namespace MultiLine.Domain.Tests.Policy.Redaction;

/// <summary>What operators see of webhooks that belong to nobody.</summary>
public sealed class RawRedactionTests
{
    private const string Card = "4012 8888 8888 1881";

    [Fact]
    public void What_people_wrote_is_hidden_wherever_it_stands_and_what_attributes_the_item_stays()
    {
        var body = $$$$"""
            {"entry":[{"id":"102290129340398","changes":[{"value":{"metadata":{"phone_number_id":"106540352242922","display_phone_number":"+49 30 5550100"},
            "messages":[{"from":"4915123456789","id":"wamid.A","timestamp":"1772442000","type":"text","text":{"body":"Take {{{{Card}}}}, \"please\" 👍"}},
            {"type":"unheard_of","unheard_of":{"deep":["{{{{Card}}}}",4012888888881881],"{{{{Card}}}}":1}}]}}]}]}
            """;

        var shown = RawRedaction.Json(Encoding.UTF8.GetBytes(body));

        Assert.DoesNotContain("4012", shown, StringComparison.Ordinal);
        var message = JsonNode.Parse(shown)!["entry"]![0]!["changes"]![0]!["value"]!["messages"]!;
        Assert.Equal("Take [payment card], \"please\" 👍", (string?)message[0]!["text"]!["body"]);
        Assert.Equal(("4915123456789", "wamid.A", "1772442000"), ((string?)message[0]!["from"], (string?)message[0]!["id"], (string?)message[0]!["timestamp"]));
        Assert.Equal(["[payment card]", "[payment card]"], message[1]!["unheard_of"]!["deep"]!.AsArray().Select(value => (string?)value));
        Assert.Contains("\"phone_number_id\":\"106540352242922\",\"display_phone_number\":\"+49 30 5550100\"", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_hide_leaves_each_byte_as_it_is()
    {
        const string body = "{ \"text\" : { \"body\" : \"Good morning \\u00e9 \\/ 👍\" } , \"n\": 1.50 }";

        Assert.Equal(body, RawRedaction.Json(Encoding.UTF8.GetBytes(body)));
    }

    [Theory]
    [InlineData("{\"text\":{\"body\":\"It is 4012 8888 8888 1881 and")]
    [InlineData("{\"text\":\"4012 8888 8888 1881\"}, 4012888888881881")]
    [InlineData("{\"text\":\"4012 8888 8888 1881\",,")]
    [InlineData("It is 4012 8888 8888 1881.")]
    [InlineData("[\"4012-8888-8888-1881\"")]
    public void What_is_cut_off_or_no_JSON_is_hidden_as_well(string body)
    {
        var shown = RawRedaction.Json(Encoding.UTF8.GetBytes(body));

        Assert.DoesNotContain("8888", shown, StringComparison.Ordinal);
        Assert.Contains("[payment card]", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_under_the_name_of_an_id_is_looked_at() =>
        Assert.Equal("{\"id\":\"take [payment card]\"}", RawRedaction.Json(Encoding.UTF8.GetBytes($$"""{"id":"take {{Card}}"}""")));

    [Fact]
    public void What_follows_an_id_is_none_itself() => Assert.Equal(
        """[{"id":"wamid.A"},"[payment card]",{"id":["[payment card]"]},"[payment card]"]""",
        RawRedaction.Json("""[{"id":"wamid.A"},"4012888888881881",{"id":["4012888888881881"]},4012888888881881]"""u8));

    [Fact]
    public void Of_a_form_the_text_is_hidden_and_the_numbers_stay()
    {
        var shown = RawRedaction.Form("From=%2B4915123456789&To=%2B493055501000&MessageSid=SM1&Body=Take+4012+8888+8888+1881%21"u8);

        Assert.Equal("From=%2B4915123456789&To=%2B493055501000&MessageSid=SM1&Body=Take+%5Bpayment+card%5D!", shown);
    }
}
