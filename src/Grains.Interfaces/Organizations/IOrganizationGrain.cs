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

    /// <summary>The policies that apply to the organisation, the outermost one's first.</summary>
    [Alias("GetPolicies"), AlwaysInterleave]
    Task<IReadOnlyList<PolicyReference>> GetPolicies();

    /// <summary>Puts one of its own policies in force in place of another.</summary>
    /// <returns>A refusal where another one has come into force meanwhile.</returns>
    [Alias("PutPolicyInForce")]
    Task<Outcome> PutPolicyInForce(long version, long? replaced);

    /// <summary>Changes the words of the opt-in request in their language, or adds it, and submits them as a new version for approval.</summary>
    [Alias("SetOptInText"), ResponseTimeout(Templates.ITemplateCatalogGrain.ProviderCalls)]
    Task<Outcome> SetOptInText(OptInWords words);

    /// <summary>Makes the language of one of its opt-in requests, which must be approved, the default.</summary>
    [Alias("SetDefaultOptIn")]
    Task<Outcome> SetDefaultOptIn(string language);

    /// <summary>Removes the opt-in request in a language that is not the default.</summary>
    [Alias("RemoveOptInText")]
    Task<Outcome> RemoveOptInText(string language);

    /// <summary>Changes what is switched on for the whole organisation.</summary>
    [Alias("SetSwitches")]
    Task<Outcome> SetSwitches(OrganizationSwitches switches);

    /// <summary>Whether its lines are recorded, and how long what is said on them is kept.</summary>
    [Alias("GetRecording"), AlwaysInterleave]
    Task<RecordingCard?> GetRecording();

    /// <summary>Changes it, for one line or all.</summary>
    [Alias("SetRecording")]
    Task<Outcome> SetRecording(RecordingChoice choice);

    /// <summary>Changes how people read a line's name.</summary>
    [Alias("RenameLine")]
    Task<Outcome> RenameLine(string line, string name);

    /// <summary>An administrator adds somebody.</summary>
    [Alias("AddPerson")]
    Task<PersonResult> AddPerson(NewPerson person);

    /// <summary>An administrator changes what somebody may do, from where, and what the person is called.</summary>
    [Alias("ChangePerson")]
    Task<PersonResult> ChangePerson(PersonUpdate update);
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

    /// <summary>In the default language.</summary>
    [Id(4)] public required OptInWords OptIn { get; init; }

    [Id(5)] public required IReadOnlyList<LineCard> Lines { get; init; }

    [Id(6)] public required IReadOnlyList<PersonAccess> People { get; init; }

    [Id(7)] public required bool FirstMessageIsConsent { get; init; }

    /// <summary>Sent by SMS before the first message to a contact; <c>{{1}}</c> stands for the organisation's name.</summary>
    [Id(31)] public string? SmsNotice { get; init; }

    /// <summary>The opt-in request in the other languages; null where there are none.</summary>
    [Id(32)] public IReadOnlyList<OptInWords>? OtherOptIns { get; init; }
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

/// <param name="By">The administrator.</param>
/// <param name="Id">What the person is called in keys; null for one made of the name.</param>
/// <param name="Name">As colleagues and the archive read it.</param>
/// <param name="Roles">user, administrator.</param>
/// <param name="Lines">The lines that the person writes from.</param>
/// <param name="WhatsAppEnabled">May use WhatsApp.</param>
[GenerateSerializer, Immutable, Alias("ml.NewPerson")]
public sealed record NewPerson(
    [property: Id(0)] string By,
    [property: Id(1)] string? Id,
    [property: Id(2)] string Name,
    [property: Id(3)] IReadOnlyList<string> Roles,
    [property: Id(4)] IReadOnlyList<string> Lines,
    [property: Id(5)] bool WhatsAppEnabled);

/// <param name="By">The administrator.</param>
/// <param name="Person">Who is changed.</param>
/// <param name="Name">As colleagues and the archive read it.</param>
/// <param name="Roles">All roles afterwards.</param>
/// <param name="Lines">All lines afterwards.</param>
/// <param name="WhatsAppEnabled">May use WhatsApp.</param>
/// <remarks>What is null stays as it is.</remarks>
[GenerateSerializer, Immutable, Alias("ml.PersonUpdate")]
public sealed record PersonUpdate(
    [property: Id(0)] string By,
    [property: Id(1)] string Person,
    [property: Id(2)] string? Name,
    [property: Id(3)] IReadOnlyList<string>? Roles,
    [property: Id(4)] IReadOnlyList<string>? Lines,
    [property: Id(5)] bool? WhatsAppEnabled);

/// <summary>The person afterwards, or why nothing was changed.</summary>
[GenerateSerializer, Immutable, Alias("ml.PersonResult")]
public sealed record PersonResult([property: Id(0)] PersonAccess? Person, [property: Id(1)] Refused? Refusal);

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

    /// <summary>The languages in which contacts are asked for consent, the default first; null where an older release answered.</summary>
    [Id(33)] public IReadOnlyList<string>? OptInLanguages { get; init; }

    /// <summary>The policies that apply, the outermost organisation's first; null where an older release answered.</summary>
    [Id(34)] public IReadOnlyList<PolicyReference>? Policies { get; init; }

    /// <summary>The names of those whom a sender may ask about policy; null where an older release answered.</summary>
    [Id(35)] public IReadOnlyList<string>? PolicyContacts { get; init; }

    /// <summary>Who writes from the line; null where an older release answered.</summary>
    [Id(36)] public IReadOnlyList<string>? LinePeople { get; init; }
}

/// <param name="Organization">Whose policy.</param>
/// <param name="Version">Which one.</param>
[GenerateSerializer, Immutable, Alias("ml.PolicyReference")]
public sealed record PolicyReference([property: Id(0)] string Organization, [property: Id(1)] long Version);
