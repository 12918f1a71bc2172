using Orleans.Concurrency;

namespace MultiLine.Grains.Interfaces.Organizations;

/// <summary>An organisation's settings, people and lines. Key: org.</summary>
[Alias("ml.IOrganizationGrain")]
public interface IOrganizationGrain : IGrainWithStringKey
{
    /// <summary>What the organisation is, or null if there is none of this id.</summary>
    [Alias("Get"), AlwaysInterleave]
    Task<OrganizationCard?> Get();

    /// <summary>What a person may do; null if the organisation has no such person.</summary>
    [Alias("GetAccess"), AlwaysInterleave]
    Task<PersonAccess?> GetAccess(string person);

    /// <summary>What a conversation needs to know to decide.</summary>
    [Alias("GetSending"), AlwaysInterleave]
    Task<SendingSettings> GetSending(string line, string? person);

    /// <summary>Changes the words of the opt-in request and submits them as a new version for approval.</summary>
    [Alias("SetOptInText"), ResponseTimeout(Templates.ITemplateCatalogGrain.ProviderCalls)]
    Task<Outcome> SetOptInText(OptInWords words);

    /// <summary>Changes what is switched on for the whole organisation.</summary>
    [Alias("SetSwitches")]
    Task<Outcome> SetSwitches(OrganizationSwitches switches);
}

/// <summary>Which line a number belongs to. Key: channel/number.</summary>
[Alias("ml.INumberGrain")]
public interface INumberGrain : IGrainWithStringKey
{
    [Alias("GetOwner"), AlwaysInterleave]
    Task<LineKey?> GetOwner();
}

[GenerateSerializer, Immutable, Alias("ml.LineKey")]
public sealed record LineKey([property: Id(0)] string Organization, [property: Id(1)] string Line);

[GenerateSerializer, Immutable, Alias("ml.OrganizationCard")]
public sealed record OrganizationCard
{
    [Id(0)] public required string Id { get; init; }

    [Id(1)] public required string Name { get; init; }

    [Id(2)] public required bool WhatsAppEnabled { get; init; }

    [Id(3)] public required string? WhatsAppAccount { get; init; }

    [Id(4)] public required OptInWords OptIn { get; init; }

    [Id(5)] public required IReadOnlyList<LineCard> Lines { get; init; }

    [Id(6)] public required IReadOnlyList<PersonAccess> People { get; init; }

    [Id(7)] public required bool FirstMessageIsConsent { get; init; }

    /// <summary>Sent by SMS before the first message to a contact.</summary>
    [Id(31)] public string? SmsNotice { get; init; }
}

/// <param name="WhatsAppEnabled">People may write on WhatsApp.</param>
/// <param name="FirstMessageIsConsent">A contact who writes first has consented; otherwise the opt-in request answers.</param>
/// <remarks>What is null stays as it is.</remarks>
[GenerateSerializer, Immutable, Alias("ml.OrganizationSwitches")]
public sealed record OrganizationSwitches([property: Id(0)] bool? WhatsAppEnabled, [property: Id(1)] bool? FirstMessageIsConsent)
{
    /// <summary>Sent by SMS before the first message to a contact; <c>{{1}}</c> stands for the organisation's name.</summary>
    [Id(31)] public string? SmsDisclaimer { get; init; }
}

[GenerateSerializer, Immutable, Alias("ml.LineCard")]
public sealed record LineCard([property: Id(0)] string Id, [property: Id(1)] string Name, [property: Id(2)] IReadOnlyList<NumberCard> Numbers);

[GenerateSerializer, Immutable, Alias("ml.NumberCard")]
public sealed record NumberCard([property: Id(0)] string Channel, [property: Id(1)] string Id, [property: Id(2)] string Display);

/// <param name="Id">The person.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Roles">user, administrator, compliance, operator.</param>
/// <param name="Lines">The lines that the person writes from.</param>
/// <param name="WhatsAppEnabled">May use WhatsApp.</param>
[GenerateSerializer, Immutable, Alias("ml.PersonAccess")]
public sealed record PersonAccess(
    [property: Id(0)] string Id,
    [property: Id(1)] string Name,
    [property: Id(2)] IReadOnlyList<string> Roles,
    [property: Id(3)] IReadOnlyList<string> Lines,
    [property: Id(4)] bool WhatsAppEnabled);

[GenerateSerializer, Immutable, Alias("ml.OptInWords")]
public sealed record OptInWords(
    [property: Id(0)] string Language,
    [property: Id(1)] string Body,
    [property: Id(2)] string? Footer,
    [property: Id(3)] string Accept,
    [property: Id(4)] string Decline);

/// <param name="Number">The line's WhatsApp number if the person may use it there now; null otherwise.</param>
/// <param name="OrganizationName">As contacts read it.</param>
/// <param name="FirstMessageIsConsent">A contact who writes first has consented.</param>
/// <param name="StopConfirmation">Told to a contact whose STOP was understood.</param>
[GenerateSerializer, Immutable, Alias("ml.SendingSettings")]
public sealed record SendingSettings(
    [property: Id(0)] string? Number,
    [property: Id(1)] string OrganizationName,
    [property: Id(2)] bool FirstMessageIsConsent,
    [property: Id(3)] string StopConfirmation)
{
    /// <summary>The line's SMS number if the person may use it there now; null otherwise.</summary>
    [Id(31)] public string? SmsNumber { get; init; }

    /// <summary>Sent by SMS before the first message to a contact.</summary>
    [Id(32)] public string? SmsNotice { get; init; }
}
