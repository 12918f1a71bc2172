using MultiLine.Domain.Consent;
using MultiLine.Domain.Conversations;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;
using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Tests.Talking;

/// <summary>What people, the contact and the provider do.</summary>
internal sealed partial class Talk
{
    public static MessageTemplate OptInTemplate { get; } = Template("optin_request");

    public static MessageTemplate Template(string name, TemplateStatus status = TemplateStatus.Approved, string language = "en_US") => new()
    {
        Name = name,
        Language = language,
        Status = status,
        Category = "UTILITY",
        Body = "May we write to you here?",
        Buttons = [TemplateButton.QuickReply("Accept"), TemplateButton.QuickReply("Decline")],
    };

    public SendingFacts Facts => new(Enabled, Known) { OptInLanguages = ["en_US", "de"] };

    public OptInOffer Offer(MessageTemplate? template = null) =>
        new(ConsentBasis.ExistingClient, new OptInRequest(template ?? OptInTemplate, new PreparedMessage(NewId("optin"), "c0")));

    public Decision Send(string? text = "Good morning", OptInOffer? offer = null, TemplateToSend? template = null, string? id = null) =>
        Decide(Outbound(text, id) with { Text = template is null ? text : null, Template = template, OptIn = offer });

    public SendMessage Outbound(string? text = "Good morning", string? id = null) => new()
    {
        MessageId = id ?? NewId("m"),
        Channel = Channel.WhatsApp,
        Author = User,
        Commitment = "c1",
        Text = text,
        Facts = Facts,
    };

    public Decision SendTemplate(OptInOffer? offer = null, TemplateStatus status = TemplateStatus.Approved) =>
        Send(offer: offer, template: new TemplateToSend("reopen", "en_US", Template("reopen", status), []));

    public Decision Ask(OptInOffer? offer = null)
    {
        var (basis, request) = offer ?? Offer();
        return Decide(new AskConsent { Channel = Channel.WhatsApp, Author = User, Basis = basis, Request = request, Language = offer?.Language, Facts = Facts });
    }

    public Decision Retry(string messageId) =>
        Decide(new RetryMessage(Messages[messageId], User, Facts) { TemplateCategory = Messages[messageId].Template?.Category });

    /// <param name="text">What the contact wrote.</param>
    /// <param name="late">How long the webhook was under way.</param>
    public Decision Receive(string? text, TimeSpan late = default, string? payload = null) => Receive(Inbound(text, ToProvider(Now - late), payload));

    public Decision Receive(ReceiveMessage message) => Decide(
        message with { MessageId = NewId("in"), OptIn = message.OptIn is null ? null : Repeat() },
        $"{message.Number}/{message.ProviderMessageId}");

    /// <param name="reacts">An opt-in request and a confirmation of STOP are ready to be sent.</param>
    public ReceiveMessage Inbound(string? text, DateTimeOffset providerAt, string? payload = null, bool reacts = true) => new()
    {
        MessageId = "",
        Channel = Channel.WhatsApp,
        Number = Number,
        ProviderMessageId = NewId("wamid.in"),
        ProviderAt = providerAt,
        Kind = payload is null ? "text" : "button",
        Commitment = "c2",
        Text = text,
        ButtonPayload = payload,
        Sender = Known,
        OptIn = reacts ? Repeat() : null,
        StopConfirmation = reacts ? new PreparedMessage(NewId("stopped"), "c3") : null,
    };

    private PreparedOptIn Repeat() => new(new(OptInTemplate.Name, OptInTemplate.Language), new PreparedMessage(NewId("optin"), "c0"));

    /// <summary>WhatsApp dates in whole seconds.</summary>
    public static DateTimeOffset ToProvider(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    /// <summary>Lets a dispatcher begin with the next message; null if there is none or it was refused.</summary>
    public Attempt? Dispatch()
    {
        if (State.Head(Channel.WhatsApp) is not { } head)
        {
            return null;
        }

        var attempt = new Attempt(head.MessageId, NewId("a"), NewId("wamid.out"));
        return Decide(new StartAttempt(attempt.MessageId, attempt.AttemptId, Enabled, Known)
        {
            TemplateCategory = Messages[attempt.MessageId].Template?.Category,
        }).Refusal is null ? attempt : null;
    }

    /// <summary>Sends everything that may go out, with an accepting provider; returns the attempts.</summary>
    public IReadOnlyList<Attempt> DispatchAll()
    {
        List<Attempt> attempts = [];
        while (State.Head(Channel.WhatsApp) is { Phase: MessagePhase.Queued } head && head.NotBefore <= Now)
        {
            if (Dispatch() is { } attempt)
            {
                Reply(attempt);
                attempts.Add(attempt);
            }
        }

        return attempts;
    }

    public Decision Reply(Attempt attempt, AttemptOutcome? outcome = null) =>
        Decide(new RecordOutcome(Messages[attempt.MessageId], attempt.AttemptId, outcome ?? new AttemptOutcome.Accepted(attempt.Wamid)));

    public Decision Report(Attempt attempt, DeliveryStatus status, string? code = null, int? providerCode = null, TimeSpan late = default, bool callback = true) =>
        Report(attempt, new StatusWebhook(attempt, status, ToProvider(Now - late), code, providerCode, callback));

    public Decision Report(Attempt attempt, StatusWebhook status) => Decide(
        new RecordStatus
        {
            Message = Messages[attempt.MessageId],
            AttemptId = status.Callback ? attempt.AttemptId : null,
            ProviderMessageId = attempt.Wamid,
            Status = status.Status,
            ProviderAt = status.ProviderAt,
            Code = status.Code,
            ProviderCode = status.ProviderCode,
        },
        $"{attempt.Wamid}/{status.Status}");

    public Decision Resolve(string messageId) => Decide(new ResolveAttempt(messageId));

    public Decision Lapse() => Decide(new LapseSession(Channel.WhatsApp));
}

/// <param name="Wamid">The id that the provider gives it if it takes it.</param>
internal sealed record Attempt(string MessageId, string AttemptId, string Wamid);

internal sealed record StatusWebhook(
    Attempt Attempt, DeliveryStatus Status, DateTimeOffset ProviderAt, string? Code, int? ProviderCode, bool Callback);
