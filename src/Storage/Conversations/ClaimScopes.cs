namespace MultiLine.Storage.Conversations;

/// <summary>The scopes of the claims that keep anything from being taken twice. They are stored, so they never change.</summary>
public static class ClaimScopes
{
    /// <summary>A provider's message to one of our numbers; the key is the provider's id.</summary>
    public static string Received(string number) => $"received:{number}";

    /// <summary>A message of ours that the provider took; the key is the provider's id.</summary>
    public static string Sent(string number) => $"sent:{number}";

    /// <summary>An attempt; the key is the callback data that the provider echoes.</summary>
    public static string Attempt(string number) => $"attempt:{number}";

    /// <summary>A status; the key is the provider's message id and the status.</summary>
    public static string Status(string number) => $"status:{number}";

    /// <summary>A person's request; the key is the idempotency key.</summary>
    public static string Request(string organization, string person) => $"request:{organization}/{person}";
}
