using System.Collections.Immutable;
using System.Text.Json.Serialization;
using MultiLine.Domain.Retention;

namespace MultiLine.Domain.Organizations;

/// <summary>A firm: its people, its lines, and what is switched on for it.</summary>
public sealed record Organization
{
    public required string Id { get; init; }

    /// <summary>As contacts read it in the opt-in request.</summary>
    public required string Name { get; init; }

    [JsonPropertyName("whatsapp_enabled")]
    public bool WhatsAppEnabled { get; init; }

    /// <summary>The WhatsApp business account that its numbers and templates belong to.</summary>
    [JsonPropertyName("whatsapp_account")]
    public string? WhatsAppAccount { get; init; }

    /// <summary>A contact who writes first has consented.</summary>
    public bool FirstMessageIsConsent { get; init; } = true;

    /// <summary>The opt-in request in the organisation's default language: used where nothing else is known.</summary>
    public OptInText OptIn { get; init; } = OptInText.Default;

    /// <summary>The opt-in request in other languages, one text each; null where there is none.</summary>
    public ImmutableArray<OptInText>? OtherOptIns { get; init; }

    /// <summary>Told to a contact whose STOP was understood.</summary>
    public string StopConfirmation { get; init; } = "You will not get any more messages from us here. Reply YES if you change your mind.";

    /// <summary>Sent by SMS before the first message to a contact; <c>{{1}}</c> stands for the organisation's name. Null: our own words.</summary>
    public string? SmsDisclaimer { get; init; }

    /// <summary>The organisation that this one is a part of: its policy applies here too. Null where there is none.</summary>
    public string? Parent { get; init; }

    /// <summary>Which of its own policies is in force; null where there is none.</summary>
    public long? PolicyVersion { get; init; }

    /// <summary>Every rule about recording that the organisation has had, in order; null where nobody has chosen one yet.</summary>
    public ImmutableArray<RecordingChange>? Recording { get; init; }

    public ImmutableArray<Line> Lines { get; init; } = [];

    public ImmutableArray<Person> People { get; init; } = [];

    public Line? FindLine(string line) => Lines.FirstOrDefault(candidate => candidate.Id == line);

    public Person? FindPerson(string person) => People.FirstOrDefault(candidate => candidate.Id == person);

    /// <summary>The number from which this line sends, if the channel is switched on for the organisation and the line has one.</summary>
    public string? SendingNumber(string line, Channel channel) =>
        channel == Channel.Sms || (channel == Channel.WhatsApp && WhatsAppEnabled)
            ? FindLine(line)?.Numbers.FirstOrDefault(number => number.Channel == channel)?.Id
            : null;

    /// <summary>Whether this person may use the channel on this line.</summary>
    public bool MayUse(string person, string line, Channel channel) =>
        FindPerson(person) is { } found
        && (channel != Channel.WhatsApp || found.WhatsAppEnabled)
        && found.Lines.Contains(line)
        && SendingNumber(line, channel) is not null;

    /// <summary>What a contact reads by SMS before anything else, with <c>{{1}}</c> in the place of the organisation's name.</summary>
    [JsonIgnore]
    public string SmsNoticeTemplate =>
        SmsDisclaimer ?? "{{1}} will send you messages about your business with us here. They are recorded. Reply STOP to stop them.";

    /// <summary>What a contact reads by SMS before anything else.</summary>
    [JsonIgnore]
    public string SmsNotice => SmsNoticeTemplate.Replace("{{1}}", Name, StringComparison.Ordinal);
}

/// <summary>A business identity, with at most one number on each channel. It belongs to one person or is shared by several.</summary>
public sealed record Line(string Id, string Name)
{
    public ImmutableArray<LineNumber> Numbers { get; init; } = [];
}

/// <param name="Channel">What the number is for.</param>
/// <param name="Id">The provider's id of the number.</param>
/// <param name="Display">The number as people read it.</param>
public sealed record LineNumber(Channel Channel, string Id, string Display);

public sealed record Person(string Id, string Name)
{
    public ImmutableArray<Role> Roles { get; init; } = [];

    /// <summary>The lines that the person writes from.</summary>
    public ImmutableArray<string> Lines { get; init; } = [];

    [JsonPropertyName("whatsapp_enabled")]
    public bool WhatsAppEnabled { get; init; } = true;
}

public enum Role
{
    /// <summary>Writes to contacts from the lines that are assigned.</summary>
    User,

    /// <summary>Switches on, people, lines, templates.</summary>
    Administrator,

    /// <summary>Reads everything that was captured in the organisation.</summary>
    Compliance,

    /// <summary>Runs the system. Only people of the organisation <c>system</c> have it.</summary>
    Operator,
}
