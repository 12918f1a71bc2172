namespace MultiLine.Domain.Conversations;

/// <summary>
/// How far the provider's times are believed. Each event keeps the time that the provider gave; what it counts as is derived here, by
/// those who decide and by those who fold alike. While the clocks differ by less than <see cref="Tolerance"/>, it is the provider's own.
/// </summary>
public static class ProviderClock
{
    /// <summary>How far ahead of ours the provider's clock may seem to be.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromHours(1);

    /// <summary>When something was said that our writing goes by: a consent, an address. From far ahead it would outrank all that follows, so ours counts.</summary>
    /// <param name="providerAt">The provider's time.</param>
    /// <param name="at">Ours, when it came.</param>
    public static DateTimeOffset InFavour(DateTimeOffset providerAt, DateTimeOffset at) => providerAt <= at + Tolerance ? providerAt : at;

    /// <summary>When anything else happened: from far ahead at the latest time that is believed.</summary>
    /// <param name="providerAt">The provider's time.</param>
    /// <param name="at">Ours, when it came.</param>
    public static DateTimeOffset AtMost(DateTimeOffset providerAt, DateTimeOffset at) => providerAt <= at + Tolerance ? providerAt : at + Tolerance;
}
