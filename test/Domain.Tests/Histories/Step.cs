using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Status;
using MultiLine.Domain.Templates;

namespace MultiLine.Domain.Tests.Histories;

/// <summary>One thing that happens. What it is about is picked by number among what there is, so that any step can be left out of a history.</summary>
internal abstract record Step
{
    public abstract void Happen(Story story);

    public sealed record Wait(int Milliseconds) : Step
    {
        public override void Happen(Story story) => story.Talk.Advance(TimeSpan.FromMilliseconds(Milliseconds));
    }

    public sealed record ContactSays(Said What, int SecondsLate) : Step
    {
        public override void Happen(Story story) => story.Deliver(story.Hear(What, SecondsLate));
    }

    /// <summary>The provider sends a webhook again.</summary>
    public sealed record Redeliver(int Pick) : Step
    {
        public override void Happen(Story story) => story.Deliver(Story.Choose(story.Webhooks, Pick));
    }

    public sealed record SendText(bool Offers) : Step
    {
        public override void Happen(Story story) => story.Talk.Send(offer: Offers ? story.Talk.Offer() : null);
    }

    public sealed record SendTemplate(bool Offers, bool Approved) : Step
    {
        public override void Happen(Story story) => story.Talk.SendTemplate(
            Offers ? story.Talk.Offer() : null, Approved ? TemplateStatus.Approved : TemplateStatus.Paused);
    }

    public sealed record Ask : Step
    {
        public override void Happen(Story story) => story.Talk.Ask();
    }

    public sealed record Retry(int Pick) : Step
    {
        public override void Happen(Story story)
        {
            if (Story.Choose([.. story.Talk.Messages.Values.Where(message => !message.Inbound)], Pick) is { } message)
            {
                story.Talk.Retry(message.MessageId);
            }
        }
    }

    /// <summary>A dispatcher takes the head of the queue.</summary>
    public sealed record Start(Fate Fate) : Step
    {
        public override void Happen(Story story) => story.Start(Fate);
    }

    /// <summary>A dispatcher that is mistaken about the head.</summary>
    public sealed record StartAny(int Pick) : Step
    {
        public override void Happen(Story story)
        {
            if (Story.Choose([.. story.Talk.Messages.Keys], Pick) is { } id && story.Talk.State.Head(Channel.WhatsApp)?.MessageId != id)
            {
                story.Talk.Decide(new StartAttempt(id, story.Talk.NewId("a"), Talking.Talk.Number, story.Talk.Known));
            }
        }
    }

    /// <summary>The provider's reply to a call arrives, now or long after.</summary>
    public sealed record Answer(int Pick) : Step
    {
        public override void Happen(Story story) => story.Answer(Story.Choose(story.Calls, Pick));
    }

    public sealed record Report(int Pick, DeliveryStatus Status, bool NotOnWhatsApp, bool Callback, int SecondsLate) : Step
    {
        public override void Happen(Story story) => story.Report(this);
    }

    public sealed record ResolveAll : Step
    {
        public override void Happen(Story story)
        {
            foreach (var message in story.Talk.State.Open)
            {
                story.Talk.Resolve(message.MessageId);
            }
        }
    }

    /// <summary>A reply is lost, a person who sees it sends the message again, and a dispatcher begins with what is next.</summary>
    public sealed record LoseAndRetry(Fate Fate) : Step
    {
        public override void Happen(Story story)
        {
            if (story.Start(Fate.Taken) is { } lost)
            {
                story.Talk.Advance(TimeSpan.FromMinutes(10));
                story.Talk.Resolve(lost.MessageId);
                story.Talk.Retry(lost.MessageId);
                story.Start(Fate);
            }
        }
    }

    public sealed record Lapse : Step
    {
        public override void Happen(Story story) => story.Talk.Lapse();
    }

    public sealed record Switch(bool On) : Step
    {
        public override void Happen(Story story) => story.Talk.Enabled = On ? Talking.Talk.Number : null;
    }
}

internal enum Said
{
    Something,
    Yes,
    No,
    Stop,
    TapsYes,
    TapsNo,

    /// <summary>The buttons of other templates.</summary>
    TapsAnotherYes,
    TapsAnotherNo,
    TapsCancel,
    TapsUnsubscribe,
    Reacts,
}

/// <summary>What the provider does with a call.</summary>
internal enum Fate
{
    Taken,
    Deferred,

    /// <summary>It takes nothing from our number for half a day.</summary>
    Paused,
    Refused,
    NotOnWhatsApp,
}
