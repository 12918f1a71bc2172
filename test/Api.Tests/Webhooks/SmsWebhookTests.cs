using System.Net;
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
}
