using MultiLine.Domain;

namespace MultiLine.Storage.Conversations;

/// <summary>
/// The scopes of the claims that keep anything from being taken twice. They are stored, so they never change. What a provider names is
/// unique within one of our numbers on its channel, and nothing else is known of a status when its message is looked for; what a person
/// names is unique within the person.
/// </summary>
public static class ClaimScopes
{
    /// <summary>A provider's message to one of our numbers; the key is the provider's id.</summary>
    public static string Received(Channel channel, string number) => $"received:{channel.Name()}/{number}";

    /// <summary>A message of ours that the provider took; the key is the provider's id.</summary>
    public static string Sent(Channel channel, string number) => $"sent:{channel.Name()}/{number}";

    /// <summary>An attempt; the key is the callback data that the provider echoes.</summary>
    public static string Attempt(Channel channel, string number) => $"attempt:{channel.Name()}/{number}";

    /// <summary>A status; the key is the provider's message id and its word for the status, as <c>wamid.1:delivered</c>.</summary>
    public static string Status(Channel channel, string number) => $"status:{channel.Name()}/{number}";

    /// <summary>A call; the key is the provider's id. A voicemail has the id of its call, and is a message beside it.</summary>
    public static string Call(Channel channel, string number) => $"call:{channel.Name()}/{number}";

    /// <summary>What happened in a call; the key is the provider's id and what happened, as <c>wacid.1:terminate</c>.</summary>
    public static string CallEvent(Channel channel, string number) => $"call_event:{channel.Name()}/{number}";

    /// <summary>What a contact prefers; the key is the contact, the preference and the provider's time in seconds.</summary>
    public static string Preference(Channel channel, string number) => $"preference:{channel.Name()}/{number}";

    /// <summary>A person's request; the key is the idempotency key.</summary>
    public static string Request(string organization, string person) => $"request:{organization}/{person}";

    /// <summary>An act that is recorded once; the key says which, as <c>policy:3</c>.</summary>
    public static string Act(string organization) => $"act:{organization}";

    /// <summary>A person's request that policy did not let out; the key is the idempotency key. It is recorded once, and may be taken later.</summary>
    public static string Blocked(string organization, string person) => $"blocked:{organization}/{person}";
}
