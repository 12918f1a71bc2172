using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Organizations;

/// <summary>
/// Which organisation a WhatsApp business account belongs to, and what the provider last said of it and of its numbers. Key: the account's
/// id.
/// </summary>
[Alias("ml.IWhatsAppAccountGrain")]
public interface IWhatsAppAccountGrain : IGrainWithStringKey
{
    [Alias("GetOrganization"), AlwaysInterleave]
    Task<string?> GetOrganization();

    /// <summary>
    /// Notes what one notice says, unless something newer is known. Null if that is durable; otherwise why nothing was noted: the account
    /// is nobody's.
    /// </summary>
    [Alias("Report")]
    Task<string?> Report(IReadOnlyList<AccountFact> facts);

    [Alias("GetStanding"), AlwaysInterleave]
    Task<AccountStanding> GetStanding();
}

/// <summary>One thing that the provider said of an account or of one of its numbers.</summary>
[GenerateSerializer, Immutable, Alias("ml.AccountFact")]
public sealed record AccountFact
{
    /// <summary>One of <see cref="AccountFacts"/>.</summary>
    [Id(0)] public required string Kind { get; init; }

    /// <summary>The digits of the number that it is about; null if it is about the account.</summary>
    [Id(1)] public string? Number { get; init; }

    /// <summary>The provider's word: the event, the decision, the restriction, the limit.</summary>
    [Id(2)] public required string Says { get; init; }

    /// <summary>More of it: the name that was decided on, the username, the description of an alert, the date of a ban.</summary>
    [Id(3)] public string? Detail { get; init; }

    /// <summary>Why, where the provider says.</summary>
    [Id(4)] public string? Reason { get; init; }

    /// <summary>Of an alert: CRITICAL, WARNING, INFORMATIONAL.</summary>
    [Id(5)] public string? Severity { get; init; }

    /// <summary>When a restriction ends; null where no end is set.</summary>
    [Id(6)] public DateTimeOffset? Until { get; init; }

    /// <summary>The provider's time, if it says.</summary>
    [Id(7)] public DateTimeOffset? At { get; init; }
}

/// <summary>The kinds of facts. Stored, so stable.</summary>
public static class AccountFacts
{
    public const string Restriction = "restriction";
    public const string Violation = "violation";
    public const string Ban = "ban";
    public const string Review = "review";

    /// <summary>The account was deleted, offboarded, reconnected.</summary>
    public const string Connection = "connection";

    /// <summary>Contacts of the business outside a session in 24 hours.</summary>
    public const string DailyLimit = "daily_limit";

    /// <summary>How many numbers the business may have.</summary>
    public const string NumberLimit = "number_limit";

    /// <summary>Of a number: contacts outside a session in 24 hours.</summary>
    public const string Limit = "limit";

    public const string Quality = "quality";
    public const string Throughput = "throughput";
    public const string Name = "name";
    public const string Username = "username";

    /// <summary>The last ones are kept, and not the last one only.</summary>
    public const string Alert = "alert";

    /// <summary>Anything else that was told, kept as alerts are.</summary>
    public const string Event = "event";

    /// <summary>What such a restriction forbids is to write to contacts outside a session.</summary>
    public const string RestrictedBusinessInitiated = "RESTRICTED_BIZ_INITIATED_MESSAGING";
}

/// <param name="Account">The WhatsApp business account.</param>
/// <param name="Organization">Whose it is; null if it is nobody's.</param>
/// <param name="Facts">The newest of each kind, of the account and of each number. Of restrictions, all that one notice named.</param>
/// <param name="Recent">The last alerts and other events, the newest first.</param>
[GenerateSerializer, Immutable, Alias("ml.AccountStanding")]
public sealed record AccountStanding(
    [property: Id(0)] string Account,
    [property: Id(1)] string? Organization,
    [property: Id(2)] IReadOnlyList<AccountFact> Facts,
    [property: Id(3)] IReadOnlyList<AccountFact> Recent);
