using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>Texts and names of any characters, those that mean something to mail, HTML or Unicode more often than others.</summary>
internal static class AnyMail
{
    private static readonly string[] Pieces =
    [
        "a", "Zß", " ", "  ", "\t", "\n", "\r\n", "\r", ".", "\n.", "From ", "\nFrom ", "=", "=?utf-8?Q?x?=", "\"", "\\", "<b>", "&amp;", "@", ",", ";", ":", "(x)",
        "é", "漢字", "👍🏽", "👨‍👩‍👧", "\u202E", "\u200B", "\uFEFF", "\u2028", "\u0085", "\0", "\u001B", "\u007F", "עברית", "می‌خواهم", "\uFFFD", "--=_", "a̷̧͔",
        new string('x', 100), new string('ü', 90),
    ];

    public static Gen<string> Text { get; } =
        Gen.Elements(Pieces).ListOf().Select(string.Concat);

    public static Arbitrary<ArchivedRecord> Records { get; } = (
        from name in Text
        from text in Text
        from file in Text
        from id in Text
        select Of(name, text, file, id)).ToArbitrary();

    public static ArchivedConversation Conversation(ArchivedRecord record) => ArchivedConversation.Of(
        Sample.Parties with { Contact = new ArchivedContact("k7", NameOf(record), NameOf(record), null), LineName = NameOf(record) }, [record]);

    public static string NameOf(ArchivedRecord record) => record.Content.Opened!.Detail!;

    private static ArchivedRecord Of(string name, string text, string file, string id) => new(1, new MessageReceived
    {
        At = Sample.Conversation.Records[0].Event.At,
        MessageId = "m1",
        Channel = Channel.WhatsApp,
        Number = "1",
        ProviderMessageId = id,
        ProviderAt = Sample.Conversation.Records[0].Event.At,
        Kind = "text",
        Commitment = "c",
    })
    {
        Content = Sample.Says(new MessageContent { Text = text, Detail = name }),
        Files = [new ArchivedFile(file, file) { Bytes = System.Text.Encoding.UTF8.GetBytes(text) }],
    };
}
