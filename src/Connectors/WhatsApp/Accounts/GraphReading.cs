namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>What a look at the Graph API came to: a value, or why there is none.</summary>
public sealed record GraphReading<T>
    where T : class
{
    public T? Value { get; init; }

    public GraphFault? Fault { get; init; }

    /// <summary>The provider's clock when it answered, to the second.</summary>
    public DateTimeOffset? ProviderTime { get; init; }

    /// <summary>The version that answered, if the provider told it.</summary>
    public string? Version { get; init; }
}

/// <summary>Why nothing was read.</summary>
/// <param name="Words">For people.</param>
/// <param name="Error">Meta's error, if Meta answered.</param>
public sealed record GraphFault(string Words, GraphError? Error);
