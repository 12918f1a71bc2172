using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;

namespace MultiLine.Grains.Sending.Providers;

/// <summary>
/// Takes an attempt to the provider of one channel. WhatsApp, which needs the catalogue and learns what the contact is called, is the
/// dispatcher's own; every other channel has one of these.
/// </summary>
public interface IChannelSender
{
    Channel Channel { get; }

    /// <summary>Calls the provider, at most once.</summary>
    /// <param name="number">Our number that sends, as the provider names it.</param>
    /// <param name="order">What to send to whom.</param>
    /// <param name="attempt">The report to fill in.</param>
    Task<ProviderAnswer> Send(string number, AttemptOrder order, AttemptReport attempt);
}

/// <param name="Report">For the conversation; null where nobody knows what became of the message.</param>
/// <param name="Pause">The provider won't take anything from this number until somebody acts.</param>
public sealed record ProviderAnswer(AttemptReport? Report, NumberPause? Pause = null);
