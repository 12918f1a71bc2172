using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Tests.Talking;

/// <summary>What people, the contact and the provider do by SMS.</summary>
internal sealed partial class Talk
{
    public const string SmsNumber = "+49305550100";

    public ChannelState Sms => State[Channel.Sms];

    public SendingFacts SmsFacts => new(SmsNumber, Known);

    /// <param name="inPlaceOf">The message whose text it repeats.</param>
    /// <param name="change">Makes it another one.</param>
    public Decision SendSms(string? text = "Good morning", string? inPlaceOf = null, Func<SendMessage, SendMessage>? change = null)
    {
        var message = new SendMessage
        {
            MessageId = NewId("s"),
            Channel = Channel.Sms,
            Author = User,
            Commitment = "c1",
            Text = text,
            Disclaimer = new PreparedMessage(NewId("notice"), "c4"),
            InPlaceOf = inPlaceOf is null ? null : Messages[inPlaceOf],
            Facts = SmsFacts,
        };
        return Decide(change?.Invoke(message) ?? message);
    }

    public Decision RetrySms(string messageId) =>
        Decide(new RetryMessage(Messages[messageId], User, SmsFacts) { Disclaimer = new PreparedMessage(NewId("notice"), "c4") });

    public Decision ReceiveSms(string text, ConsentAnswer understood = ConsentAnswer.None, TimeSpan late = default) =>
        Receive(Inbound(text, Now - late) with { Channel = Channel.Sms, Number = SmsNumber, ProviderUnderstood = understood });

    public Attempt? DispatchSms()
    {
        if (State.Head(Channel.Sms) is not { } head)
        {
            return null;
        }

        var attempt = new Attempt(head.MessageId, NewId("a"), NewId("SM"));
        return Decide(new StartAttempt(attempt.MessageId, attempt.AttemptId, SmsNumber, Known)).Refusal is null ? attempt : null;
    }

    /// <summary>Sends everything that may go out by SMS, with an accepting provider; returns the attempts.</summary>
    public IReadOnlyList<Attempt> DispatchAllSms()
    {
        List<Attempt> attempts = [];
        while (State.Head(Channel.Sms) is { Phase: MessagePhase.Queued } head && head.NotBefore <= Now)
        {
            if (DispatchSms() is { } attempt)
            {
                Reply(attempt);
                attempts.Add(attempt);
            }
        }

        return attempts;
    }

    public Decision ReportSms(Attempt attempt, DeliveryStatus status, string word, string? code = null, int? providerCode = null) => Decide(
        new RecordStatus
        {
            Message = Messages[attempt.MessageId],
            AttemptId = attempt.AttemptId,
            ProviderMessageId = attempt.Wamid,
            Status = status,
            Word = word,
            ProviderAt = Now,
            Code = code,
            ProviderCode = providerCode,
        },
        $"{attempt.Wamid}/{word}");
}
