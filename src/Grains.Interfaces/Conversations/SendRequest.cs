namespace MultiLine.Grains.Interfaces.Conversations;

/// <summary>A person's message: either text or a template.</summary>
[GenerateSerializer, Immutable, Alias("ml.SendRequest")]
public sealed record SendRequest
{
    /// <summary>whatsapp, sms.</summary>
    [Id(0)] public required string Channel { get; init; }

    [Id(1)] public required string Person { get; init; }

    /// <summary>
    /// Repeating a request with the same key answers like the first time; another request with it is a conflict. Scope: organisation
    /// and person.
    /// </summary>
    [Id(2)] public required string IdempotencyKey { get; init; }

    [Id(3)] public string? Text { get; init; }

    [Id(4)] public TemplateChoice? Template { get; init; }

    /// <summary>Where the permission to ask comes from: given when the sender agrees to send the opt-in request first.</summary>
    [Id(5)] public string? OptInBasis { get; init; }

    /// <summary>Our id of the message that this one answers.</summary>
    [Id(6)] public string? ReplyTo { get; init; }

    /// <summary>Below the text.</summary>
    [Id(7)] public IReadOnlyList<ReplyButtonPart> Buttons { get; init; } = [];

    /// <summary>Show a preview of the first link in the text.</summary>
    [Id(8)] public bool PreviewLinks { get; init; }

    /// <summary>The language of the opt-in request; null for the one in which the contact was asked last, else the organisation's default.</summary>
    [Id(31)] public string? OptInLanguage { get; init; }
}

/// <param name="Id">Comes back with the tap.</param>
/// <param name="Title">What the contact reads.</param>
[GenerateSerializer, Immutable, Alias("ml.ReplyButtonPart")]
public sealed record ReplyButtonPart([property: Id(0)] string Id, [property: Id(1)] string Title);

[GenerateSerializer, Immutable, Alias("ml.TemplateChoice")]
public sealed record TemplateChoice(
    [property: Id(0)] string Name, [property: Id(1)] string Language, [property: Id(2)] IReadOnlyList<string> Parameters);

[GenerateSerializer, Immutable, Alias("ml.ConsentRequest")]
public sealed record ConsentRequest(
    [property: Id(0)] string Channel,
    [property: Id(1)] string Person,
    [property: Id(2)] string IdempotencyKey,
    [property: Id(3)] string Basis)
{
    /// <summary>Null for the language in which the contact was asked last, else the organisation's default.</summary>
    [Id(31)] public string? Language { get; init; }
}

[GenerateSerializer, Immutable, Alias("ml.RetryRequest")]
public sealed record RetryRequest(
    [property: Id(0)] string MessageId, [property: Id(1)] string Person, [property: Id(2)] string IdempotencyKey);

/// <summary>The text of a message that did not arrive on WhatsApp is to go out as SMS.</summary>
[GenerateSerializer, Immutable, Alias("ml.SmsRequest")]
public sealed record SmsRequest(
    [property: Id(0)] string MessageId, [property: Id(1)] string Person, [property: Id(2)] string IdempotencyKey);

/// <summary>Either the message as it now stands or the refusal.</summary>
[GenerateSerializer, Immutable, Alias("ml.SendResult")]
public sealed record SendResult
{
    [Id(0)] public MessageSummary? Message { get; init; }

    [Id(1)] public Refused? Refusal { get; init; }

    /// <summary>The request had been taken before; this is its first answer.</summary>
    [Id(2)] public bool Repeated { get; init; }
}
