using MultiLine.Api.Problems;

namespace MultiLine.Api.Messages;

/// <summary>
/// The header that makes sending safe to repeat: the same key with the same request is answered like the first time, with another
/// request it is a conflict.
/// </summary>
/// <remarks><see href="https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/">The Idempotency-Key HTTP Header Field</see>.</remarks>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public const string Description = "New for each message; the same when a request is repeated. 1 to 128 visible ASCII characters.";

    /// <summary>Says in an answer that it is the one to an earlier request.</summary>
    public const string ReplayedHeader = "Idempotent-Replayed";

    private const int Longest = 128;

    public static string Check(string? key) =>
        key is { Length: > 0 and <= Longest } && key.All(c => c is >= '!' and <= '~')
            ? key
            : throw new InvalidRequestException($"The header “{Header}” is needed, with 1 to {Longest} visible ASCII characters.");
}
