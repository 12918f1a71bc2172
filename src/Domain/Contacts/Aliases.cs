using System.Text.Json.Serialization;

namespace MultiLine.Domain.Contacts;

/// <summary>
/// What a provider calls a contact: a phone number and Meta's business-scoped user id. Either may be missing and either may change.
/// </summary>
/// <param name="Phone">E.164.</param>
/// <param name="Bsuid">Country code, a dot and up to 128 letters and digits.</param>
public sealed record Aliases(string? Phone, string? Bsuid)
{
    public static Aliases None { get; } = new(null, null);

    /// <summary>
    /// Since when the phone number is known to be the contact's, by the provider's time; null where a person said so. Without a number: since
    /// when the contact is known to have lost the one before.
    /// </summary>
    public DateTimeOffset? PhoneAt { get; init; }

    /// <summary>Since when the BSUID is known to be the contact's, by the provider's time; null where a person said so.</summary>
    public DateTimeOffset? BsuidAt { get; init; }

    public bool IsEmpty => Phone is null && Bsuid is null;

    /// <summary>The names under which aliases are claimed, the BSUID first.</summary>
    [JsonIgnore]
    public IEnumerable<string> Keys
    {
        get
        {
            if (Bsuid is not null)
            {
                yield return BsuidKey(Bsuid);
            }

            if (Phone is not null)
            {
                yield return PhoneKey(Phone);
            }
        }
    }

    public static string PhoneKey(string phone) => $"phone:{phone}";

    public static string BsuidKey(string bsuid) => $"bsuid:{bsuid}";

    /// <summary>These aliases as they were told at a time of the provider's; null if a person told them.</summary>
    public Aliases AsOf(DateTimeOffset? at) => this with { PhoneAt = Phone is null ? null : at, BsuidAt = Bsuid is null ? null : at };

    /// <summary>
    /// These aliases with what is told on top: what is missing, and what is newer by the provider's time. Webhooks come again and in any
    /// order, so an alias that is older, or that nobody dated, replaces none.
    /// </summary>
    public Aliases With(Aliases told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var with = told is { Phone: null, PhoneAt: { } lostAt } ? WithoutPhone(lostAt) : this;
        if (IsNews(Phone, PhoneAt, told.Phone, told.PhoneAt))
        {
            with = with with { Phone = told.Phone, PhoneAt = told.PhoneAt };
        }

        if (IsNews(Bsuid, BsuidAt, told.Bsuid, told.BsuidAt))
        {
            with = with with { Bsuid = told.Bsuid, BsuidAt = told.BsuidAt };
        }

        return with;
    }

    /// <summary>These aliases after the phone number was lost at a time of the provider's; a number that is newer stays.</summary>
    public Aliases WithoutPhone(DateTimeOffset at) => PhoneAt > at ? this : this with { Phone = null, PhoneAt = at };

    /// <summary>The same alias told again is no news, unless nobody had dated it. Of two in one second the same one wins in any order.</summary>
    private static bool IsNews(string? known, DateTimeOffset? knownAt, string? told, DateTimeOffset? toldAt) =>
        told is not null
        && (known is null && !(knownAt >= toldAt)
            || toldAt is not null && (knownAt is null || told != known && (toldAt > knownAt || toldAt == knownAt && string.CompareOrdinal(told, known) > 0)));
}
