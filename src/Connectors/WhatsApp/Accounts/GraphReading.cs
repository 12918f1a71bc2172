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
public sealed record GraphFault(string Words, GraphError? Error)
{
    /// <summary>Of a reply in which what was asked for is not there.</summary>
    internal static GraphFault Of(GraphReply reply) => reply switch
    {
        GraphReply.Refusal { Error: var error } => new($"refused with code {error.Code}: {error.Details}", error),
        GraphReply.Foreign { Status: var status } => new($"answered with HTTP status {(int)status} by something that is not the Graph API", null),
        GraphReply.Success => new("answered in a form that is not understood", null),
        _ => new("could not be reached in time", null),
    };
}
