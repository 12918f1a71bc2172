using System.Text;
using MultiLine.Api.Tests.Support;
using MultiLine.Api.Tests.Webhooks;

namespace MultiLine.Api.Tests.BadInput;

/// <summary>The same for the SMS provider: unsigned it is turned away, signed it is taken, and what can't be understood is kept raw.</summary>
public sealed class SmsWebhookTests(RestingProduct resting) : BadInputTests(resting)
{
    private const string Status = SignedSms.Path + "/status";
    private const int LargestBody = 256 * 1024;

    private static readonly Dictionary<string, (Action<Dictionary<string, string>> Spoil, string Reason)> Messages = new()
    {
        ["no id"] = (form => form.Remove("MessageSid"), "malformed"),
        ["an empty id"] = (form => form["MessageSid"] = "", "malformed"),
        ["no sender"] = (form => form.Remove("From"), "no_sender"),
        ["a sender that is no number"] = (form => form["From"] = "CALL ME", "no_sender"),
        ["a sender without a country"] = (form => form["From"] = "015123456789", "no_sender"),
        ["a short code as sender"] = (form => form["From"] = "72404", "no_sender"),
        ["no number of ours"] = (form => form.Remove("To"), "no_phone_number_id"),
        ["a number that is none"] = (form => form["To"] = "+", "no_phone_number_id"),
        ["a number that nobody has"] = (form => form["To"] = "+493055509999", "unknown_number"),
        ["WhatsApp by way of the provider"] = (form => form["To"] = $"whatsapp:{Cast.SalesSms}", "no_phone_number_id"),
    };

    private static readonly Dictionary<string, (Action<Dictionary<string, string>> Spoil, string Reason)> Statuses = new()
    {
        ["a status that nobody knows"] = (form => form["MessageStatus"] = "pondered", "unknown_status"),
        ["a status in another case"] = (form => form["MessageStatus"] = "SENT", "unknown_status"),
        ["a status of a message that we did not send"] = (form => form["MessageStatus"] = "sent", "unknown_message"),
        ["a status without a number of ours"] = (form => (form["MessageStatus"], form["From"]) = ("sent", ""), "no_phone_number_id"),
    };

    public static TheoryData<string> SpoiledMessages => [.. Messages.Keys];

    public static TheoryData<string> SpoiledStatuses => [.. Statuses.Keys];

    [Theory]
    [InlineData(SignedSms.Path)]
    [InlineData(Status)]
    public Task What_the_provider_did_not_sign_is_turned_away(string path)
    {
        var form = SignedSms.From(Resting.Maria.Phone, "STOP");
        var right = SignedSms.Sign(Address(path), form);
        string?[] signatures =
        [
            null,
            "",
            "AAAA",
            "not base64!",
            right[..^1],
            right + "=",
            $"{right},{right}",
            SignedSms.Sign(Address(path), []),
            SignedSms.Sign(Address(path) + "?attempt=1", form),
            SignedSms.Sign("https://elsewhere.example" + path, form),
            SignedSms.Sign(Address(path), new Dictionary<string, string>(form) { ["Body"] = "Hello" }),
        ];

        return Refused(401, "unauthenticated", signatures.Select(given => new Request($"{given}", () => SignedSms.Post(Product, form, given, path))));
    }

    [Fact]
    public Task A_field_that_was_added_on_the_way_makes_the_signature_wrong()
    {
        var form = SignedSms.From(Resting.Maria.Phone, "Hello");
        var signature = SignedSms.Sign(Address(SignedSms.Path), form);
        form["OptOutType"] = "STOP";
        return Refused(401, "unauthenticated", () => SignedSms.Post(Product, form, signature, SignedSms.Path));
    }

    [Theory]
    [InlineData("{}", "application/json")]
    [InlineData("not json", "application/json")]
    public Task A_body_of_JSON_without_its_hash_in_the_address_is_turned_away(string body, string type) =>
        Refused(401, "unauthenticated", () => SignedSms.Post(
            Product, Typed(Encoding.UTF8.GetBytes(body), type), SignedSms.Sign(Address(SignedSms.Path), [])));

    [Fact]
    public Task Another_content_type_is_refused() =>
        Refused(415, "invalid_request", () => SignedSms.Post(
            Product, Typed(Encoding.UTF8.GetBytes("Body=Hello"), "text/plain"), SignedSms.Sign(Address(SignedSms.Path), [])));

    [Fact]
    public Task Another_method_is_refused() => Refused(405, "invalid_request", () => Call(null, HttpMethod.Get, SignedSms.Path));

    [Theory]
    [InlineData(SignedSms.Path)]
    [InlineData(Status)]
    public Task A_body_that_is_too_large_is_refused(string path) =>
        Refused(413, "invalid_request", () => SignedSms.Post(
            Product, Typed(new byte[LargestBody + 1], "application/x-www-form-urlencoded"), "AAAA", path));

    [Theory, MemberData(nameof(SpoiledMessages))]
    public Task A_message_that_makes_no_sense_is_kept_raw_and_leads_to_nothing(string what)
    {
        var form = SignedSms.From("+4915111111111", NewKey());
        Messages[what].Spoil(form);
        return KeptRaw(() => SignedSms.Post(Product, form), form["Body"], Messages[what].Reason);
    }

    [Theory, MemberData(nameof(SpoiledStatuses))]
    public Task A_status_that_makes_no_sense_is_kept_raw_and_leads_to_nothing(string what)
    {
        var form = SignedSms.From(Cast.SalesSms, NewKey());
        Statuses[what].Spoil(form);
        return KeptRaw(() => SignedSms.Post(Product, form, Status), form["Body"], Statuses[what].Reason);
    }

    [Theory]
    [InlineData("&&&", null, null)]
    [InlineData("=", "", "")]
    [InlineData("hello", "hello", "")]
    [InlineData("%zz=1", "%zz", "1")]
    [InlineData("a=%C3%28", "a", "\uFFFD(")]
    [InlineData("a=%00", "a", "\0")]
    [InlineData("a=%", "a", "%")]
    public Task A_form_that_is_none_is_kept_raw_and_leads_to_nothing(string body, string? name, string? value)
    {
        Dictionary<string, string> understood = name is null ? [] : new() { [name] = value! };
        return KeptRaw(
            () => SignedSms.Post(
                Product,
                Typed(Encoding.ASCII.GetBytes(body), "application/x-www-form-urlencoded"),
                SignedSms.Sign(Address(SignedSms.Path), understood)),
            body,
            "malformed");
    }

    private string Address(string path) => new Uri(Product.Address, path).ToString();
}
