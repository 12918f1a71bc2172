using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>Messages that can't be sent, to a contact whom anything could be sent.</summary>
public sealed class MessageTests(RestingProduct resting) : BadInputTests(resting)
{
    private const int LongestText = 4096;
    private const int LongestSms = 1600;
    private const int LongestValue = 1024;

    public static TheoryData<string, string> Bodies => new()
    {
        { "a number as text", """{"channel":"whatsapp","text":7}""" },
        { "a text as template", """{"channel":"whatsapp","template":"hello"}""" },
        { "an unknown channel", """{"channel":"pigeon","text":"Hello"}""" },
        { "a channel in another case", """{"channel":"WhatsApp","text":"Hello"}""" },
        { "a channel as a number", """{"channel":0,"text":"Hello"}""" },
        { "two channels", """{"channel":"whatsapp, sms","text":"Hello"}""" },
        { "a channel and a space", """{"channel":"whatsapp ","text":"Hello"}""" },
        { "no channel", """{"text":"Hello"}""" },
        { "null as channel", """{"channel":null,"text":"Hello"}""" },
        { "neither text nor template", """{"channel":"whatsapp"}""" },
        { "null as text", """{"channel":"whatsapp","text":null}""" },
        { "both text and template", """{"channel":"whatsapp","text":"Hello","template":{"name":"appointment","language":"en_US"}}""" },
        { "an empty text", """{"channel":"whatsapp","text":""}""" },
        { "nothing but spaces", """{"channel":"whatsapp","text":"  \n\t "}""" },
        { "nothing but spaces that don't break", """{"channel":"whatsapp","text":"\u00a0\u2003"}""" },
        { "an empty SMS", """{"channel":"sms","text":""}""" },
        { "nothing but spaces by SMS", """{"channel":"sms","text":" \r\n"}""" },
        { "a template by SMS", TemplateBody("""["Maria","Tuesday"]""", channel: "sms") },
        { "no list as buttons", """{"channel":"whatsapp","text":"Hello","buttons":"Monday"}""" },
        { "null as a button", """{"channel":"whatsapp","text":"Hello","buttons":[null]}""" },
        { "a text as a button", """{"channel":"whatsapp","text":"Hello","buttons":["Monday"]}""" },
        { "a button without a title", """{"channel":"whatsapp","text":"Hello","buttons":[{"id":"mon"}]}""" },
        { "null as a button's title", """{"channel":"whatsapp","text":"Hello","buttons":[{"title":null}]}""" },
        { "a button with more than there is", """{"channel":"whatsapp","text":"Hello","buttons":[{"title":"Monday","url":"x"}]}""" },
        { "an empty title", """{"channel":"whatsapp","text":"Hello","buttons":[{"title":""}]}""" },
        { "U+0000 in a title", """{"channel":"whatsapp","text":"Hello","buttons":[{"title":"Mon\u0000day"}]}""" },
        { "too long a title", $$$"""{"channel":"whatsapp","text":"Hello","buttons":[{"title":"{{{new string('x', 21)}}}"}]}""" },
        { "too long an id", $$$"""{"channel":"whatsapp","text":"Hello","buttons":[{"title":"Monday","id":"{{{new string('x', 257)}}}"}]}""" },
        { "four buttons", """{"channel":"whatsapp","text":"Hello","buttons":[{"title":"a"},{"title":"b"},{"title":"c"},{"title":"d"}]}""" },
        { "two buttons alike", """{"channel":"whatsapp","text":"Hello","buttons":[{"title":"a"},{"title":"a","id":"b"}]}""" },
        { "a button that answers for the opt-in request", """{"channel":"whatsapp","text":"Hello","buttons":[{"title":"Yes","id":"optin:yes:m1"}]}""" },
        { "too long a text above a button", $$$"""{"channel":"whatsapp","text":"{{{new string('x', 1025)}}}","buttons":[{"title":"a"}]}""" },
        { "buttons by SMS", """{"channel":"sms","text":"Hello","buttons":[{"title":"a"}]}""" },
        { "a reply to nothing", """{"channel":"whatsapp","text":"Hello","reply_to":""}""" },
        { "a reply to what is not there", """{"channel":"whatsapp","text":"Hello","reply_to":"nobody"}""" },
        { "a number as what is replied to", """{"channel":"whatsapp","text":"Hello","reply_to":7}""" },
        { "a reply by SMS", """{"channel":"sms","text":"Hello","reply_to":"nobody"}""" },
        { "a word as preview", """{"channel":"whatsapp","text":"Hello","preview_links":"yes"}""" },
        { "a preview by SMS", """{"channel":"sms","text":"Hello","preview_links":true}""" },
        { "a preview with buttons", """{"channel":"whatsapp","text":"Hello","preview_links":true,"buttons":[{"title":"a"}]}""" },
        { "an unknown basis", """{"channel":"whatsapp","text":"Hello","opt_in":{"basis":"hearsay"}}""" },
        { "two bases", """{"channel":"whatsapp","text":"Hello","opt_in":{"basis":"form, other"}}""" },
        { "no code as the request's language", """{"channel":"whatsapp","text":"Hello","opt_in":{"basis":"form","language":"german"}}""" },
        { "a number as the request's language", """{"channel":"whatsapp","text":"Hello","opt_in":{"basis":"form","language":7}}""" },
        { "half a character", """{"channel":"whatsapp","text":"\ud83d"}""" },
        { "half a character by SMS", """{"channel":"sms","text":"Hello \ud83d"}""" },
        { "U+0000", """{"channel":"whatsapp","text":"Hel\u0000lo"}""" },
        { "U+0000 by SMS", """{"channel":"sms","text":"Hel\u0000lo"}""" },
        { "too long a text", $$"""{"channel":"whatsapp","text":"{{new string('x', LongestText + 1)}}"}""" },
        { "too long a text of other letters", $$"""{"channel":"whatsapp","text":"{{new string('é', LongestText + 1)}}"}""" },
        { "too long an SMS", $$"""{"channel":"sms","text":"{{new string('x', LongestSms + 1)}}"}""" },
        { "a template without a name", """{"channel":"whatsapp","template":{"language":"en_US"}}""" },
        { "a template without a language", """{"channel":"whatsapp","template":{"name":"appointment"}}""" },
        { "a number as a template's value", TemplateBody("""["Maria",7]""") },
        { "an object as a template's value", TemplateBody("""["Maria",{"text":"Tuesday"}]""") },
        { "a template's values by name", TemplateBody("""{"1":"Maria","2":"Tuesday"}""") },
        { "a template's values as one text", TemplateBody("\"Maria, Tuesday\"") },
    };

    public static TheoryData<string, string> Values => new()
    {
        { "none", "[]" },
        { "no list", "null" },
        { "one", """["Maria"]""" },
        { "three", """["Maria","Tuesday","noon"]""" },
        { "an empty one", """["Maria",""]""" },
        { "nothing but spaces", """["Maria","   "]""" },
        { "null", """["Maria",null]""" },
        { "a line break", """["Maria","Tuesday\nor Wednesday"]""" },
        { "a tab", """["Maria","Tuesday\tnoon"]""" },
        { "five spaces in a row", """["Maria","Tuesday     noon"]""" },
        { "U+0000", """["Maria","Tues\u0000day"]""" },
        { "too long a one", $"""["Maria","{new string('x', LongestValue + 1)}"]""" },
    };

    public static TheoryData<string, string> Keys => new()
    {
        { "empty", "" },
        { "a space", "with a space" },
        { "too long", new string('k', 129) },
        { "two", "one, two" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public Task A_body_that_makes_no_sense_is_refused_and_nothing_is_sent(string what, string body) =>
        Refused(400, "invalid_request", [new(what, () => Post(body))]);

    [Theory, MemberData(nameof(Values))]
    public Task A_template_with_values_that_do_not_fit_is_refused_and_not_sent(string what, string values) =>
        Refused(422, "template_parameters", [new(what, () => PostTemplate(Resting.Template, "en_US", values))]);

    [Theory]
    [InlineData("no_such_template", "en_US")]
    [InlineData("appointment", "de")]
    [InlineData("Appointment", "en_US")]
    [InlineData("", "")]
    [InlineData("appoint\\u0000ment", "en_US")]
    [InlineData("../appointment", "en_US")]
    public Task A_template_that_there_is_not_is_refused(string name, string language) =>
        Refused(409, "template_not_approved", () => PostTemplate(name, language, """["Maria","Tuesday"]"""));

    [Theory, MemberData(nameof(Keys))]
    public Task Sending_needs_an_idempotency_key_of_visible_characters(string what, string key) =>
        Refused(400, "invalid_request", EachThatSends((actor, path, body) => Call(actor, HttpMethod.Post, path, body, key), what));

    [Fact]
    public Task Sending_needs_an_idempotency_key() =>
        Refused(400, "invalid_request", EachThatSends(
            async (actor, path, body) => await Answer.Read(await (await As(actor)).PostAsync(new Uri(path, UriKind.Relative), body)), "none"));

    private IEnumerable<Request> EachThatSends(Func<Actor, string, HttpContent?, Task<Answer>> call, string what)
    {
        var messages = $"{Resting.Maria.Thread}/messages";
        yield return new($"{what}: a message", () => call(Cast.Ann, messages, Json("""{"channel":"whatsapp","text":"Hello"}""")));
        yield return new($"{what}: the opt-in request", () => call(Cast.Ann, $"{Resting.Maria.Thread}/opt-in", Json("""{"basis":"form"}""")));
        yield return new($"{what}: once more", () => call(Cast.Ann, $"{messages}/{Resting.Message}/retry", null));
        yield return new($"{what}: as SMS", () => call(Cast.Ann, $"{messages}/{Resting.Message}/sms", null));
    }

    private Task<Answer> PostTemplate(string name, string language, string values) => Post(TemplateBody(values, name, language));

    private static string TemplateBody(string values, string name = "appointment", string language = "en_US", string channel = "whatsapp") =>
        $$$"""{"channel":"{{{channel}}}","template":{"name":"{{{name}}}","language":"{{{language}}}","parameters":{{{values}}}}}""";

    private Task<Answer> Post(string body) => Call(Cast.Ann, HttpMethod.Post, $"{Resting.Maria.Thread}/messages", Json(body));
}
