namespace MultiLine.Grains.Interfaces.Surveillance;

/// <summary>What a person is told of: messages in which a rule found something that names the person. Key: org/person.</summary>
[Alias("ml.INoticesGrain")]
public interface INoticesGrain : IGrainWithStringKey
{
    /// <summary>Notices below an id, newest first.</summary>
    [Alias("GetNotices")]
    Task<NoticePage> GetNotices(long? before, int limit);

    /// <summary>The person has seen all up to this one.</summary>
    [Alias("See")]
    Task See(long through);
}

/// <param name="Items">Newest first.</param>
/// <param name="Before">Where the next page begins; null on the last one.</param>
/// <param name="Unseen">How many the person has not seen, on all pages.</param>
[GenerateSerializer, Immutable, Alias("ml.NoticePage")]
public sealed record NoticePage(
    [property: Id(0)] IReadOnlyList<NoticeItem> Items, [property: Id(1)] long? Before, [property: Id(2)] long Unseen);

/// <summary>That a rule found something in a message. It says nothing of what the message says.</summary>
[GenerateSerializer, Immutable, Alias("ml.NoticeItem")]
public sealed record NoticeItem
{
    /// <summary>Newer ones have higher ids.</summary>
    [Id(0)] public required long Id { get; init; }

    /// <summary>The rule's name, as it was then.</summary>
    [Id(1)] public required string Rule { get; init; }

    /// <summary>What the rule asks for: flag, redact, block.</summary>
    [Id(2)] public required string Action { get; init; }

    /// <summary>Whose message it is: the person's organisation, or one below it.</summary>
    [Id(3)] public required string Organization { get; init; }

    [Id(4)] public required string Line { get; init; }

    [Id(5)] public required string Contact { get; init; }

    /// <summary>whatsapp, sms, voice.</summary>
    [Id(6)] public required string Channel { get; init; }

    [Id(7)] public required bool Inbound { get; init; }

    /// <summary>The person of the firm who wrote it.</summary>
    [Id(8)] public string? Author { get; init; }

    /// <summary>When the message was recorded.</summary>
    [Id(9)] public required DateTimeOffset At { get; init; }

    /// <summary>The person has seen it.</summary>
    [Id(10)] public required bool Seen { get; init; }
}
