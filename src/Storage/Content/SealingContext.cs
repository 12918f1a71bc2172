using MultiLine.Domain;

namespace MultiLine.Storage.Content;

/// <summary>
/// What a sealed record belongs to. It is authenticated with the record, so that one put in another's place doesn't open. Stored
/// records depend on these texts: they never change.
/// </summary>
public static class SealingContext
{
    /// <summary>The content of one event.</summary>
    public static string Event(ConversationKey conversation, long version) => $"event/{conversation}/{version}";

    /// <summary>What an event's message said before policy changed it.</summary>
    public static string Original(ConversationKey conversation, long version) => $"original/{conversation}/{version}";

    /// <summary>The summary of one thread in the inbox of a line (<c>org/line</c>).</summary>
    public static string Thread(string line, string contact) => $"thread/{line}/{contact}";

    /// <summary>A key under which sessions are protected.</summary>
    public static string SessionKey(string name) => $"session-key/{name}";

    /// <summary>The key under which an organisation's words are hashed for search.</summary>
    public static string SearchKey(string organization) => $"search-key/{organization}";

    /// <summary>What is known of a kept file: its key, digest and length.</summary>
    public static string Medium(string organization, string token) => $"medium/{organization}/{token}";

    /// <summary>An item of the raw inbox.</summary>
    public static string RawItem(string provider, string digest) => $"raw/{provider}/{digest}";
}
