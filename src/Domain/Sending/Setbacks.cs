namespace MultiLine.Domain.Sending;

/// <summary>
/// How often in a row a provider has served nobody: it was not reached, it did not answer as it should, or a limit was used up that is the number's, the account's or the app's. From the
/// second time on nothing is handed to it for a while, which doubles each time; then one message tries it. Immutable; the clock is
/// the caller's, and one that only goes on.
/// </summary>
public sealed record Setbacks
{
    /// <summary>One alone may be the message's own bad luck.</summary>
    private const int WithoutWaiting = 1;

    private const int MostDoublings = 6;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static Setbacks None { get; } = new();

    /// <summary>Until when nothing is handed to the provider.</summary>
    public TimeSpan QuietUntil { get; private init; } = TimeSpan.MinValue;

    private int InARow { get; init; }

    /// <summary>Whether no more than one message at a time is to try it.</summary>
    public bool OnlyOne => InARow > WithoutWaiting;

    /// <summary>What was under way already when the wait began says nothing new.</summary>
    public Setbacks Another(TimeSpan now)
    {
        if (now < QuietUntil)
        {
            return this;
        }

        var doublings = InARow - WithoutWaiting;
        var wait = doublings < 0 ? TimeSpan.Zero : First * (1 << Math.Min(doublings, MostDoublings));
        return new Setbacks { InARow = InARow + 1, QuietUntil = now + (wait < Longest ? wait : Longest) };
    }
}
