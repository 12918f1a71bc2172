using System.Text.Json;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Api.OptIn;

/// <summary>One step of a consent.</summary>
/// <param name="Version">The event's version in the log.</param>
/// <param name="Step">asked, given or refused.</param>
/// <param name="At">Our time.</param>
/// <param name="ProviderAt">The provider's time of the answer.</param>
/// <param name="Channel">The channel that it concerns.</param>
/// <param name="MessageId">The message that asked or answered.</param>
/// <param name="ProviderMessageId">The same message as the provider names it.</param>
/// <param name="Text">What that message says; null once the content has been disposed of.</param>
/// <param name="Author">Who asked; null where the system repeated the question by rule.</param>
/// <param name="Basis">Where the permission to ask came from.</param>
/// <param name="By">How the contact answered: button, word or first_message.</param>
/// <param name="Stop">The contact said STOP.</param>
/// <param name="Template">The approved template by which was asked.</param>
/// <param name="Language">The language in which was asked.</param>
public sealed record ConsentEvidence(
    long Version,
    string Step,
    DateTimeOffset At,
    DateTimeOffset? ProviderAt,
    string Channel,
    string MessageId,
    string? ProviderMessageId,
    string? Text,
    string? Author,
    string? Basis,
    string? By,
    bool Stop,
    string? Template,
    string? Language);

/// <summary>Reads the consent events out of a conversation's log, with the texts that were shown and answered.</summary>
internal static class ConsentHistory
{
    private const string Prefix = "consent_";
    private const int PageSize = 500;

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static async Task<IReadOnlyList<ConsentEvidence>> Read(IConversationGrain conversation)
    {
        List<ConsentEvidence> history = [];
        for (long? after = 0; after is not null;)
        {
            var page = await conversation.GetLog(after.Value, PageSize);
            foreach (var entry in page.Entries.Where(entry => entry.Type.StartsWith(Prefix, StringComparison.Ordinal)))
            {
                history.Add(await Read(conversation, entry));
            }

            after = page.After;
        }

        return history;
    }

    private static async Task<ConsentEvidence> Read(IConversationGrain conversation, LogEntry entry)
    {
        var stored = JsonSerializer.Deserialize<StoredConsentEvent>(entry.Body, Json)!;
        var message = await conversation.GetMessage(stored.MessageId);
        return new ConsentEvidence(
            entry.Version,
            entry.Type[Prefix.Length..],
            entry.At,
            entry.ProviderAt,
            stored.Channel,
            stored.MessageId,
            message?.ProviderMessageId,
            message?.Text,
            stored.Author,
            stored.Basis,
            stored.By,
            stored.Stop,
            message?.TemplateName,
            message?.TemplateLanguage);
    }

    /// <summary>What the consent events have in common in their stored form.</summary>
    private sealed record StoredConsentEvent(string Channel, string MessageId)
    {
        public string? Author { get; init; }

        public string? Basis { get; init; }

        public string? By { get; init; }

        public bool Stop { get; init; }
    }
}
