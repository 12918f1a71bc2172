using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Inbox;

namespace MultiLine.Api.Threads;

/// <summary>A thread as the inbox shows it.</summary>
/// <param name="Contact">With whom.</param>
/// <param name="LastActivityAt">When a message was last received or accepted.</param>
/// <param name="Unread">Messages from the contact that nobody has read.</param>
/// <param name="Preview">The newest message's text, shortened; null if it has none.</param>
/// <param name="LastDirection">in or out.</param>
/// <param name="LastStatus">Of the newest message.</param>
/// <param name="LastKind">Of the newest message: text, template, image, location, call …; withheld where policy keeps it back. Null where that was not kept yet.</param>
/// <param name="Channel">Of the newest message.</param>
/// <param name="Version">Up to which version of the log the summary has followed.</param>
public sealed record InboxThread(
    ContactCard Contact,
    DateTimeOffset LastActivityAt,
    int Unread,
    string? Preview,
    string? LastDirection,
    string? LastStatus,
    string? LastKind,
    string Channel,
    long Version)
{
    internal static InboxThread Of(ThreadSummary thread, ContactCard? contact) => new(
        contact ?? new ContactCard(thread.Contact, thread.Contact, Phone: null, Bsuid: null),
        thread.LastActivityAt,
        thread.Unread,
        thread.Preview,
        thread.LastDirection,
        thread.LastStatus,
        thread.LastKind,
        thread.Channel,
        thread.Version);
}

/// <param name="Contact">With whom.</param>
/// <param name="Thread">As the inbox shows it; null before the first message.</param>
/// <param name="Session">Consent, session, and what may be sent on WhatsApp.</param>
/// <param name="Sms">Whether the contact wants SMS, and what may be sent there.</param>
public sealed record ThreadDetails(ContactCard Contact, InboxThread? Thread, ConversationStanding Session, ConversationStanding Sms);

/// <param name="Place">The <c>place</c> of the newest message that was read.</param>
/// <param name="ShowContact">Whether a contact on WhatsApp sees that it was read.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ReadMark(long Place, bool ShowContact = true);

/// <summary>One event of a conversation.</summary>
/// <param name="Version">From 1, without gaps.</param>
/// <param name="Type">What happened.</param>
/// <param name="Schema">The schema version by which the event is read.</param>
/// <param name="At">Our time.</param>
/// <param name="ProviderAt">The provider's time, where it gave one.</param>
/// <param name="Event">As it is stored.</param>
public sealed record LogRecord(long Version, string Type, int Schema, DateTimeOffset At, DateTimeOffset? ProviderAt, JsonElement Event)
{
    internal static LogRecord Of(LogEntry entry) =>
        new(entry.Version, entry.Type, entry.Schema, entry.At, entry.ProviderAt, JsonElement.Parse(entry.Body));
}
