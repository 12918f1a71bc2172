using System.Collections.Immutable;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Conversations;

/// <summary>A decision in the making: the events so far and the state that they lead to.</summary>
internal sealed class Draft(ConversationState state, ConversationRules rules, DateTimeOffset now)
{
    private readonly ImmutableArray<ConversationEvent>.Builder _events = ImmutableArray.CreateBuilder<ConversationEvent>();

    public ConversationState State { get; private set; } = state;

    public ConversationRules Rules { get; } = rules;

    public DateTimeOffset Now { get; } = now;

    public ImmutableArray<ConversationEvent> Events => _events.ToImmutable();

    /// <summary>See <see cref="Decision.Lacks"/>.</summary>
    public Answers Lacks { get; set; }

    public void Append(ConversationEvent e)
    {
        _events.Add(e);
        State = State.Apply(e);
    }

    /// <summary>Records the end of a session that the clock says is over and the log does not.</summary>
    public void CloseLapsedSession(Channel channel, ClosedBy by)
    {
        var session = State[channel].Session;
        if (session.HasLapsedUnrecorded(Now))
        {
            Append(new SessionClosed { At = Now, Channel = channel, Until = session.Until!.Value, By = by });
        }
    }

    /// <summary>The contact wrote or called: free text may be sent for a while from then on.</summary>
    public void OpenSession(Channel channel, DateTimeOffset providerAt)
    {
        // A provider's clock ahead of ours must not stretch the session.
        var from = providerAt < Now ? providerAt : Now;
        var until = from + Rules.SessionWindow;
        var session = State[channel].Session;
        if (until <= Now || session.Until >= until)
        {
            return;
        }

        Append(session.IsOpen(Now)
            ? new SessionExtended { At = Now, Channel = channel, Until = until, ProviderAt = providerAt }
            : new SessionOpened { At = Now, Channel = channel, Until = until, ProviderAt = providerAt });
    }

    /// <summary>How the contact can be addressed: what the log holds and what the command brought.</summary>
    public Aliases Address => State.Aliases.With(Known);

    /// <summary>What the command says of the contact's aliases. Recorded only when the command is carried out.</summary>
    public Aliases Known { get; init; } = Aliases.None;

    /// <summary>The contact that goes on in place of this one; null unless the two were merged.</summary>
    public string? MergedInto { get; init; }

    public void LearnAliases()
    {
        if (Known is { Phone: null, PhoneAt: { } lostAt } && State.Aliases.Phone is { } lost && !(State.Aliases.PhoneAt > lostAt))
        {
            Append(new PhoneLost { At = Now, Phone = lost, ProviderAt = lostAt });
        }

        var (known, next) = (State.Aliases, Address);
        var phone = (next.Phone, next.PhoneAt) == (known.Phone, known.PhoneAt) ? null : next.Phone;
        var bsuid = (next.Bsuid, next.BsuidAt) == (known.Bsuid, known.BsuidAt) ? null : next.Bsuid;
        if (phone is not null && bsuid is not null && next.PhoneAt == next.BsuidAt)
        {
            Append(new AliasesLearned { At = Now, Phone = phone, Bsuid = bsuid, ProviderAt = next.PhoneAt });
            return;
        }

        if (phone is not null)
        {
            Append(new AliasesLearned { At = Now, Phone = phone, ProviderAt = next.PhoneAt });
        }

        if (bsuid is not null)
        {
            Append(new AliasesLearned { At = Now, Bsuid = bsuid, ProviderAt = next.BsuidAt });
        }
    }

    /// <summary>
    /// Ends a message that waits or is queued, and with the opt-in request everything that waits for its answer. Where it only repeated
    /// one that stands, the answer may still come; not from a contact who can't be reached.
    /// </summary>
    public void Fail(OpenMessage message, string code, int? providerCode = null) =>
        Fail(message.MessageId, message.Kind, message.Channel, code, providerCode, Now);

    public void Fail(string messageId, OutboundKind kind, Channel channel, string code, int? providerCode, DateTimeOffset failedAt)
    {
        var consent = State[channel].Consent;
        var awaited = kind == OutboundKind.OptInRequest && consent.AskedBy == messageId
            && (consent.FirstAskedBy == messageId || code == RefusalCodes.NotOnWhatsApp);
        Append(new MessageFailed
        {
            At = Now,
            MessageId = messageId,
            Kind = kind,
            Channel = channel,
            Code = code,
            ProviderCode = providerCode,
            FailedAt = failedAt,
        });
        if (kind == OutboundKind.Disclaimer)
        {
            // Nothing goes out to a contact who was not told.
            FailAll(channel, code, message => message is { Kind: OutboundKind.Text, Phase: not MessagePhase.Attempting });
        }

        if (awaited)
        {
            FailAll(channel, code, message => message.Phase == MessagePhase.AwaitsConsent);
        }
    }

    public void FailAll(Channel channel, string code, Predicate<OpenMessage> which)
    {
        foreach (var message in State.Open.Where(open => open.Channel == channel && which(open)).ToList())
        {
            if (State.FindOpen(message.MessageId) is not null)
            {
                Fail(message, code);
            }
        }
    }

    /// <summary>Queues what waited for the contact's consent.</summary>
    public void Release(Channel channel)
    {
        foreach (var message in State.Open.Where(open => open.Channel == channel && open.Phase == MessagePhase.AwaitsConsent).ToList())
        {
            Append(new MessageQueued
            {
                At = Now,
                MessageId = message.MessageId,
                Channel = message.Channel,
                Number = message.Number,
                Kind = message.Kind,
            });
        }
    }

    public void AcceptOptInRequest(Channel channel, string number, PreparedMessage message, TemplateReference template, string? author) =>
        Append(new MessageAccepted
        {
            At = Now,
            MessageId = message.MessageId,
            Channel = channel,
            Number = number,
            Kind = OutboundKind.OptInRequest,
            Author = author,
            Template = template,
            Commitment = message.Commitment,
        });
}
