namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

/// <summary>Every type of message that Meta documents, and what is done on it.</summary>
public static class MessageTypes
{
    private const string Described = "In the thread with its caption and what is known of the file; opens the session. The file is [opened](#files) when somebody wants it, and [kept](archive.md#media).";
    private const string Choice = "In the thread; opens the session. What it carries says which message it answers.";

    public static IReadOnlyList<MessageType> All { get; } =
    [
        new("text", "In the thread; opens the session. YES, NO, STOP and START are understood."),
        new("image", Described),
        new("video", Described),
        new("audio", Described + " A voice note is told apart, and so is a voicemail, whose id is that of its call."),
        new("document", Described),
        new("sticker", Described),
        new("location", "In the thread with its place; opens the session."),
        new("contacts", "In the thread with names, numbers and addresses of the cards; opens the session."),
        new("button", "The tap on a template's button. In the thread; opens the session, and answers the opt-in request that it belongs to."),
        new("interactive.button_reply", Choice),
        new("interactive.list_reply", Choice),
        new("interactive.nfm_reply", "A form that was filled in: in the thread with its values as they came; opens the session."),
        new("interactive.call_permission_reply", "In the thread; opens the session, and is no consent to messages."),
        new("order", "In the thread with its lines; opens the session."),
        new("reaction", "Shown at the message, also when it is taken back; where the message is unknown, in the thread. Opens no session."),
        new("edit", "Shown at the message, which stays in the log as it was; where the message is unknown, in the thread. Opens no session."),
        new("revoke", "The message is not shown any more and stays in the log; where it is unknown, in the thread. Opens no session."),
        new("system", "In the thread. A new number or user id is the contact's from then on. Opens no session."),
        new("request_welcome", "In the thread: the chat was opened. Opens no session."),
        new("unsupported", "In the thread with its kind; its JSON is kept. Opens no session."),
        new("media_placeholder", "In the history only: in the thread."),
    ];
}

/// <param name="Name">Meta's name of it; of interactive replies with what was replied to.</param>
/// <param name="Effect">What the product does on it, in a sentence.</param>
public sealed record MessageType(string Name, string Effect);
