using System.Net;
using System.Text;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Webhooks;

public sealed class SmsWebhookTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task An_SMS_is_in_the_thread_as_soon_as_it_is_answered_and_the_answer_says_nothing_to_the_contact()
    {
        var contact = await NewContact();
        var answer = (await SignedSms.Post(Product, SignedSms.From(contact.Phone, "Hello by SMS"))).Is(HttpStatusCode.OK);

        Assert.Equal("text/xml", answer.Header("Content-Type")!.Split(';')[0]);
        Assert.EndsWith("<Response/>", answer.Text, StringComparison.Ordinal);
        var message = (await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]![0]!;
        Assert.Equal(("sms", "in", "Hello by SMS"), ((string?)message["channel"], (string?)message["direction"], (string?)message["text"]));
    }

    [Theory]
    [InlineData("/webhooks/sms")]
    [InlineData("/webhooks/sms/status")]
    public async Task What_the_provider_did_not_sign_is_turned_away_and_changes_nothing(string path)
    {
        var contact = await NewContact();
        var fields = SignedSms.From(contact.Phone, "STOP");
        var elsewhere = SignedSms.Sign("https://elsewhere.example/webhooks/sms", fields);

        (await SignedSms.Post(Product, fields, signature: null, path)).IsProblem(401, "unauthenticated");
        (await SignedSms.Post(Product, fields, "AAAA", path)).IsProblem(401, "unauthenticated");
        (await SignedSms.Post(Product, fields, elsewhere, path)).IsProblem(401, "unauthenticated");
        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        (await SignedSms.Post(Product, json, SignedSms.Sign(new Uri(Product.Address, path).ToString(), []), path)).IsProblem(401, "unauthenticated");
        Assert.Empty((await (await As(Cast.Ann)).Get($"{contact.Thread}/messages")).Json["items"]!.AsArray());
    }

    [Fact]
    public async Task A_signed_form_that_nobody_understands_is_taken_and_kept()
    {
        var count = (int)(await (await As(Cast.Operator)).Get("/api/v1/raw-inbox")).Json["open"]!;
        (await SignedSms.Post(Product, new Dictionary<string, string> { ["Greeting"] = $"{Guid.NewGuid()}" })).Is(HttpStatusCode.OK);

        Assert.Equal(count + 1, (int)(await (await As(Cast.Operator)).Get("/api/v1/raw-inbox")).Json["open"]!);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused()
    {
        using var content = new StringContent(new string('x', (256 * 1024) + 1), Encoding.UTF8, "application/x-www-form-urlencoded");
        var answer = await SignedSms.Post(Product, content, "AAAA");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
    }
}
