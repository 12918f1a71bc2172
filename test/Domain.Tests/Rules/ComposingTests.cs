using System.Collections.Immutable;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Messages;
using MultiLine.Domain.Templates;
using MultiLine.Domain.Tests.Talking;

namespace MultiLine.Domain.Tests.Rules;

/// <summary>What a message may hold: text, buttons, a quotation, the values of a template.</summary>
public sealed class ComposingTests
{
    private readonly Talk _talk = new();

    public ComposingTests() => _talk.Receive("Hello");

    private static ReplyButton Monday { get; } = new("mon", "Monday");

    private static ReplyButton Friday { get; } = new("fri", "Friday");

    [Theory]
    [InlineData(null, RefusalCodes.InvalidRequest, "A message needs a text or a template.")]
    [InlineData("  \n", RefusalCodes.InvalidRequest, "The message is empty.")]
    public void A_message_without_content_is_refused(string? text, string code, string message)
    {
        Assert.Equal(new Refusal(code, message), _talk.Send(text).Refusal);
    }

    [Fact]
    public void A_text_with_U0000_is_refused()
    {
        Assert.Equal(
            new Refusal(RefusalCodes.InvalidRequest, "The message has the character U+0000, which can't be sent."),
            _talk.Send("Hel\0lo").Refusal);
    }

    [Fact]
    public void A_text_may_have_4096_characters_and_not_one_more()
    {
        Assert.Null(_talk.Send(new string('x', 4096)).Refusal);
        Assert.Equal(
            new Refusal(RefusalCodes.InvalidRequest, "The message has 4097 characters; WhatsApp takes 4096 at the most."),
            _talk.Send(new string('x', 4097)).Refusal);
    }

    [Fact]
    public void A_text_may_have_three_buttons_of_20_characters_and_1024_characters_above_them()
    {
        var decision = Send(Outbound(new string('x', 1024)) with
        {
            Buttons = [Monday, Friday, new ReplyButton(new string('i', 256), new string('t', 20))],
        });

        Assert.Null(decision.Refusal);
    }

    public static TheoryData<string, ImmutableArray<ReplyButton>> Faulty => new()
    {
        { "3 buttons at the most", [Monday, Friday, new("a", "A"), new("b", "B")] },
        { "1 to 20 characters", [new("a", new string('t', 21))] },
        { "1 to 20 characters", [new("a", " ")] },
        { "1 to 256 characters", [new(new string('i', 257), "A")] },
        { "1 to 256 characters", [new("", "A")] },
        { "1 to 20 characters", [new("a", "Mon\0day")] },
        { "1 to 256 characters", [new("mon\0", "Monday")] },
        { "an id of its own", [Monday, new("mon", "Friday")] },
        { "a title of its own", [Monday, new("fri", "Monday")] },
        { "opt-in request's", [new(Consent.OptInPayload.Yes("m1"), "Yes")] },
        { "opt-in request's", [new(Consent.OptInPayload.No("m1"), "No")] },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Buttons_that_WhatsApp_would_not_take_or_that_answer_for_the_opt_in_request_are_refused(string why, ImmutableArray<ReplyButton> buttons) =>
        IsRefused(why, Outbound("Shall we meet?") with { Buttons = buttons });

    [Fact]
    public void A_text_above_buttons_is_shorter() => IsRefused("1024 at the most", Outbound(new string('x', 1025)) with { Buttons = [Monday] });

    [Fact]
    public void A_template_takes_no_other_buttons() => IsRefused("its own buttons", Outbound(text: null) with
    {
        Template = new TemplateToSend("reopen", "en_US", Talk.Template("reopen"), []), Buttons = [Monday],
    });

    [Fact]
    public void A_reply_names_the_message_by_the_id_that_the_provider_knows()
    {
        var asked = _talk.Messages.Values.Single();

        Send(Outbound("Good morning") with { MessageId = "answer", ReplyTo = new Quotation(asked.MessageId, asked) });

        Assert.Equal(asked.ProviderMessageId, _talk.Turns[^1].Of<MessageAccepted>().Single().InReplyTo);
        Assert.Equal(asked.ProviderMessageId, _talk.Messages["answer"].InReplyTo);
    }

    [Fact]
    public void A_message_that_is_not_here_has_not_gone_out_or_is_on_another_channel_or_number_can_not_be_quoted()
    {
        Send(Outbound("Good morning") with { MessageId = "queued" });
        var queued = _talk.Messages["queued"];

        IsRefused("not in this conversation", Outbound("x") with { ReplyTo = new Quotation("nobody", Found: null) });
        IsRefused("gone out or come in", Outbound("x") with { ReplyTo = new Quotation("queued", queued) });
        IsRefused("does not have any more", Outbound("x") with
        {
            ReplyTo = new Quotation("old", queued with { Number = "1", ProviderMessageId = "wamid.old" }),
        });
        IsRefused("not on WhatsApp", Outbound("x") with
        {
            ReplyTo = new Quotation("sms", queued with { Channel = Channel.Sms, ProviderMessageId = "SM1" }),
        });
    }

    [Fact]
    public void On_SMS_there_are_neither_buttons_nor_quotations()
    {
        IsRefused("no buttons on SMS", Outbound("x") with { Channel = Channel.Sms, Buttons = [Monday] });
        IsRefused("no message can be quoted", Outbound("x") with { Channel = Channel.Sms, ReplyTo = new Quotation("m", Found: null) });
    }

    [Fact]
    public void Values_go_to_header_body_and_buttons_in_this_order()
    {
        var template = Talk.Template("offer") with
        {
            Header = "{{1}} for you",
            Body = "{{first_name}}, use {{code}}",
            Buttons =
            [
                TemplateButton.QuickReply("Stop"),
                new TemplateButton(TemplateButtonKind.Url, "See") { Url = "https://example.com/{{1}}" },
                new TemplateButton(TemplateButtonKind.Url, "Home") { Url = "https://example.com/" },
                new TemplateButton(TemplateButtonKind.CopyCode, "Copy"),
            ],
        };

        Assert.Equal<string>(["header.1", "first_name", "code", "button.1", "button.3"], template.Variables);
        Assert.Equal("Summer for you\n\nJane, use SAVE20", template.Render(["Summer", "Jane", "SAVE20", "summer", "SAVE20"]).Text);
        var values = template.Take(["Summer", "Jane", "SAVE20", "summer", "SAVE21"]);
        Assert.Equal<string>(["summer", "SAVE21"], values.Buttons);
        Assert.Equal<string?>(
            [null, "https://example.com/summer", "https://example.com/", "SAVE21"], template.Targets(["Summer", "Jane", "SAVE20", "summer", "SAVE21"]));
        Assert.Equal("The value of {{button.1}} has a space or a line break.", template.Render(["S", "J", "C", "a b", "C"]).Refusal?.Message);
        Assert.Equal("The value of {{button.3}} has 16 characters, 15 at the most.", template.Render(["S", "J", "C", "a", new string('c', 16)]).Refusal?.Message);
        Assert.Equal("The value of {{button.3}} is missing.", template.Render(["S", "J", "C", "a", ""]).Refusal?.Message);
    }

    [Fact]
    public void Where_there_are_no_buttons_what_they_open_or_let_choose_stands_below_the_text()
    {
        var offer = new MessageContent { Text = "Your offer", Buttons = ["Stop", "See"], ButtonTargets = [null, "https://example.com/summer"] };
        var question = new MessageContent { Text = "Shall we meet?", Buttons = ["Monday", "Friday"], ButtonIds = ["mon", "fri"] };
        var request = new MessageContent { Text = "May we?", Buttons = ["Yes", "No"] };

        Assert.Equal("Your offer\nhttps://example.com/summer", offer.PlainText);
        Assert.Equal("Shall we meet?\nMonday\nFriday", question.PlainText);
        Assert.Equal("May we?", request.PlainText);
        Assert.Null(new MessageContent().PlainText);
    }

    [Fact]
    public void A_template_with_a_file_above_its_text_is_refused_before_the_provider_refuses_it()
    {
        var refusal = (Talk.Template("offer") with { HeaderMedia = "IMAGE" }).Render([]).Refusal;

        Assert.Equal(RefusalCodes.TemplateParameters, refusal?.Code);
        Assert.Contains("an image above its text", refusal!.Message, StringComparison.Ordinal);
    }

    private SendMessage Outbound(string? text) => _talk.Outbound(text);

    private Domain.Conversations.Decision Send(SendMessage message) => _talk.Decide(message);

    private void IsRefused(string why, SendMessage message)
    {
        var decision = Send(message);

        Assert.Equal(RefusalCodes.InvalidRequest, decision.Refusal?.Code);
        Assert.Contains(why, decision.Refusal!.Message, StringComparison.Ordinal);
        Assert.Empty(decision.Events);
    }
}
