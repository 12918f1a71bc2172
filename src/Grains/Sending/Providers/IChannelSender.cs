using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Telemetry;

namespace MultiLine.Grains.Sending.Providers;

/// <summary>Takes attempts to the provider of one channel.</summary>
public interface IChannelSender
{
    Channel Channel { get; }

    /// <summary>Gets everything ready for the call and calls nobody: if it throws, surely nothing went out.</summary>
    /// <param name="sender">Our number that sends.</param>
    /// <param name="order">What to send to whom.</param>
    Task<PreparedCall> Prepare(SenderKey sender, AttemptOrder order);
}

/// <summary>Either the call to the provider or why it is not made.</summary>
public abstract record PreparedCall
{
    private PreparedCall() { }

    /// <param name="Send">Calls the provider, at most once, and fills in the report.</param>
    public sealed record Ready(Func<AttemptReport, Task<ProviderAnswer>> Send) : PreparedCall;

    /// <param name="Code">One of <see cref="RefusalCodes"/>.</param>
    public sealed record Impossible(string Code) : PreparedCall;
}

/// <param name="Report">For the conversation; null where nobody knows what became of the message.</param>
public sealed record ProviderAnswer(AttemptReport? Report)
{
    /// <summary>The provider won't take anything from this number until somebody acts.</summary>
    public NumberPause? Pause { get; init; }

    /// <summary>The limit on messages that the provider says is used up: number or contact.</summary>
    public string? UsedUp { get; init; }

    /// <summary>
    /// Whether the provider is there for this number, whatever it says of the message. Not where it was not reached, did not answer as it should, or
    /// takes nothing more from the number just now.
    /// </summary>
    public bool? Served { get; init; }

    /// <summary>What was wrong, for operators; null if the provider took the message.</summary>
    public ProviderFault? Fault { get; init; }

    /// <summary>What the provider calls the contact, which may be another number or id than the one we wrote to.</summary>
    public (string? Phone, string? Bsuid) Called { get; init; }
}
