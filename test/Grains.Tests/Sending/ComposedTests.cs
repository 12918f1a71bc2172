using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Sending;

/// <summary>Buttons, quotations and values of templates, from the request to the contact's phone and back.</summary>
public sealed class ComposedTests
{
    private static readonly ReplyButtonPart[] Days = [new("mon", "Monday"), new("fri", "Friday")];

    [Fact]
    public async Task Buttons_reach_the_phone_and_a_tap_comes_back_with_the_id_and_quotes_the_question()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();

        var asked = Talk.Taken(await talk.Send("Shall we meet?", change: request => request with { Buttons = Days }));
        await talk.Becomes(asked.MessageId, "delivered");
        Assert.Equal(["Monday", "Friday"], (await talk.Phone.Shown())[^1].Buttons);
        Assert.Equal(["Monday", "Friday"], (await talk.Conversation.GetMessage(asked.MessageId))!.Buttons);

        var answer = await talk.HearsTap("Friday");
        Assert.Equal(("Friday", "fri", (await talk.Conversation.GetMessage(asked.MessageId))!.ProviderMessageId), (answer.Text, answer.ButtonId, answer.InReplyTo));
    }

    [Fact]
    public async Task A_retry_sends_the_same_buttons_and_the_same_quotation()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var heard = (await talk.Messages())[0];
        await product.WhatsApp.Misbehave(new { kind = "refuse", code = 100, httpStatus = 400 });
        var asked = Talk.Taken(await talk.Send("Shall we meet?", change: request => request with { Buttons = Days, ReplyTo = heard.MessageId }));
        await talk.Becomes(asked.MessageId, "failed");

        Talk.Taken(await talk.Retry(asked.MessageId));
        await talk.Becomes(asked.MessageId, "delivered");

        var shown = (await talk.Phone.Shown())[^1];
        Assert.Equal(["Monday", "Friday"], shown.Buttons);
        Assert.Equal(heard.ProviderMessageId, shown.ReplyTo);
    }

    [Fact]
    public async Task A_reply_quotes_on_the_phone_what_it_answers_whoever_wrote_it()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var heard = (await talk.Messages())[0];
        var own = await talk.Delivered("Good morning to you");

        foreach (var quoted in new[] { heard, own })
        {
            var reply = Talk.Taken(await talk.Send($"About {quoted.Text}", change: request => request with { ReplyTo = quoted.MessageId }));
            await talk.Becomes(reply.MessageId, "delivered");

            Assert.Equal(quoted.ProviderMessageId, (await talk.Phone.Shown())[^1].ReplyTo);
            Assert.Equal(quoted.ProviderMessageId, (await talk.Conversation.GetMessage(reply.MessageId))!.InReplyTo);
        }
    }

    [Fact]
    public async Task A_repeated_request_is_the_same_only_with_the_same_buttons_quotation_and_preview()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var heard = (await talk.Messages())[0];
        Func<SendRequest, SendRequest> first = request => request with { Buttons = Days, ReplyTo = heard.MessageId };
        var taken = Talk.Taken(await talk.Send("Shall we meet?", requestKey: "one", change: first));

        Assert.Equal(taken.MessageId, Talk.Taken(await talk.Send("Shall we meet?", requestKey: "one", change: first)).MessageId);
        foreach (var other in new Func<SendRequest, SendRequest>[]
                 {
                     request => first(request) with { Buttons = [] },
                     request => first(request) with { Buttons = [Days[1], Days[0]] },
                     request => first(request) with { Buttons = [Days[0], Days[1] with { Id = "friday" }] },
                     request => first(request) with { ReplyTo = null },
                     request => first(request) with { PreviewLinks = true },
                 })
        {
            Assert.Equal("idempotency_conflict", (await talk.Send("Shall we meet?", requestKey: "one", change: other)).Refusal?.Code);
        }
    }

    [Fact]
    public async Task A_repeated_reply_is_the_same_also_when_what_it_quotes_was_sent_again_meanwhile()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await product.WhatsApp.Misbehave(new { kind = "failMessage", code = 131000 });
        var quoted = await talk.Accepted("Good morning");
        await talk.Becomes(quoted.MessageId, "failed");
        Func<SendRequest, SendRequest> reply = request => request with { ReplyTo = quoted.MessageId };
        var first = Talk.Taken(await talk.Send("About that", requestKey: "one", change: reply));
        Talk.Taken(await talk.Retry(quoted.MessageId));
        await talk.Becomes(quoted.MessageId, "delivered");

        Assert.Equal(first.MessageId, Talk.Taken(await talk.Send("About that", requestKey: "one", change: reply)).MessageId);
        Talk.Taken(await talk.Send("Something else", requestKey: "two"));
        var other = await talk.Send("Something else", requestKey: "two", change: request => request with { ReplyTo = "nobody" });
        Assert.Equal("idempotency_conflict", other.Refusal?.Code);
    }

    [Fact]
    public async Task A_message_that_is_not_in_the_conversation_can_not_be_quoted()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var other = await product.OpenTalk("+4915199900001", "Grace Hopper");

        var refused = await talk.Send("Good morning", change: request => request with { ReplyTo = "nobody" });
        var foreign = await talk.Send("Good morning", change: request => request with { ReplyTo = "" });

        Assert.Equal(("invalid_request", "invalid_request"), (refused.Refusal?.Code, foreign.Refusal?.Code));
        var theirs = (await other.Messages())[0];
        Assert.Equal("invalid_request", (await talk.Send("Good morning", change: request => request with { ReplyTo = theirs.MessageId })).Refusal?.Code);
    }

    [Fact]
    public async Task Values_by_name_fill_the_template_on_the_phone()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var submitted = await product.Catalog().Submit(new()
        {
            Name = "appointment",
            Language = "en_US",
            Category = "UTILITY",
            Header = "Reminder",
            Body = "Dear {{first_name}}, we are looking forward to seeing you in our office on {{day}}.",
            Examples = ["Ada", "Monday"],
        });
        Assert.Null(submitted.Refusal);
        await product.Until(async () => (await product.Catalog().Find("appointment", "en_US"))?.Status == "approved", "approval");
        Assert.Equal(["first_name", "day"], (await product.Catalog().Find("appointment", "en_US"))!.Variables);

        var sent = Talk.Taken(await talk.SendTemplate("appointment", "Ada", "Friday"));
        await talk.Becomes(sent.MessageId, "delivered");

        Assert.Equal("Dear Ada, we are looking forward to seeing you in our office on Friday.", (await talk.Phone.Shown())[^1].Body);
    }

    [Fact]
    public async Task The_value_of_a_button_is_one_more_variable_and_goes_to_its_place_behind_quick_replies()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var template = await ApprovedElsewhere(
            product,
            "statement",
            "UTILITY",
            new { type = "BODY", text = "Dear {{1}}, your statement is ready.", example = new { body_text = new[] { new[] { "Ada" } } } },
            new { type = "QUICK_REPLY", text = "Call me" },
            new { type = "URL", text = "Open", url = "https://example.com/{{1}}", example = new[] { "https://example.com/1" } });
        Assert.Equal(["1", "button.1"], template.Variables);

        Assert.Equal("template_parameters", (await talk.SendTemplate("statement", "Ada")).Refusal?.Code);
        var sent = Talk.Taken(await talk.SendTemplate("statement", "Ada", "2026-03"));
        await talk.Becomes(sent.MessageId, "delivered");

        Assert.Equal(["Call me", "Open"], (await talk.Phone.Shown())[^1].Buttons);
    }

    [Fact]
    public async Task A_code_to_copy_reaches_the_phone_behind_the_button()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await ApprovedElsewhere(
            product,
            "offer",
            "MARKETING",
            new { type = "BODY", text = "Our summer offer is there, for you alone." },
            new { type = "COPY_CODE", example = "SUMMER" });

        var sent = Talk.Taken(await talk.SendTemplate("offer", "SAVE20"));
        await talk.Becomes(sent.MessageId, "delivered");

        Assert.Equal("SAVE20", (await talk.Phone.Shown())[^1].Values.Single());
        Assert.Equal(["button.0"], (await product.Catalog().Find("offer", "en_US"))!.Variables);
    }

    [Fact]
    public async Task A_one_time_password_goes_to_a_phone_number_and_to_a_user_id_alone_it_does_not()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        var unknown = await product.WhatsApp.Phone("+4915199900001", new { name = "Grace", username = "grace", phoneWithheld = true });
        await unknown.Write("Good morning", Firms.NorthwindNumber);
        await product.Until(async () => (await product.Threads()).Count == 2, "thread in the inbox");
        var grace = Assert.Single(await product.Contacts(), contact => contact.Phone is null);
        var withheld = new Talk(product, talk.Key with { Contact = grace.Id }, unknown);
        var template = await ApprovedElsewhere(
            product, "code", "AUTHENTICATION", new { type = "BODY", add_security_recommendation = true }, new { type = "OTP", otp_type = "COPY_CODE", text = "Copy" });
        Assert.Equal(["1", "button.0"], template.Variables);

        var sent = Talk.Taken(await talk.SendTemplate("code", "123456", "123456"));
        var failed = Talk.Taken(await withheld.SendTemplate("code", "123456", "123456"));

        await talk.Becomes(sent.MessageId, "delivered");
        await withheld.Becomes(failed.MessageId, "failed");
        var seen = (await withheld.Conversation.GetMessage(failed.MessageId))!;
        Assert.Equal(("no_phone_number", 131062), (seen.Failure?.Code, seen.ProviderCode));
    }

    /// <summary>A template that was submitted in Meta's own tools.</summary>
    private static async Task<TemplateCard> ApprovedElsewhere(Product product, string name, string category, object body, params object[] buttons)
    {
        object[] components = [body, new { type = "BUTTONS", buttons }];
        await product.WhatsApp.CreateTemplate(Firms.NorthwindAccount, new { name, language = "en_US", category, components });
        TemplateCard? card = null;
        await product.Until(
            async () =>
            {
                await product.Catalog().Sync();
                return (card = await product.Catalog().Find(name, "en_US"))?.Status == "approved";
            },
            $"approval of {name}");
        return card!;
    }
}
