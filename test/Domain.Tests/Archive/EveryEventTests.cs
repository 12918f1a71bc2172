using System.Text.Json.Serialization;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Archive.Transcripts;
using MultiLine.Domain.Archive.Words;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Tests.Golden;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>Nothing that the log can say is lost in an export. A new type of event fails here until it has words and a place in the sample.</summary>
public sealed class EveryEventTests
{
    public static TheoryData<string> Types =>
        [.. typeof(ConversationEvent).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(type => (string)type.TypeDiscriminator!)];

    public static TheoryData<string> Forms => [.. GoldenEvents.V1.Keys];

    [Theory, MemberData(nameof(Types))]
    public void An_event_has_words_of_its_own(string type)
    {
        var record = Sample.Conversation.Records.First(record => record.TypeName == type);
        var words = new ArchiveWords(Sample.Conversation, ArchiveTimes.Utc);

        Assert.NotEqual(type, ArchiveWords.Title(record.Event));
        Assert.DoesNotContain(type, words.Sentence(record), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Types))]
    public void An_event_is_in_every_format(string type)
    {
        var talk = Sample.Conversation;
        var html = TranscriptWriter.Write(talk, new TranscriptOptions(Sample.Berlin, talk.Records[^1].Event.At));
        var manifests = RsmfFile.All(talk).Select(file => file.Manifest.ToJsonString()).ToList();
        foreach (var record in talk.Records.Where(record => record.TypeName == type))
        {
            Assert.Contains($"#{record.Version}", html, StringComparison.Ordinal);
            Assert.Contains(manifests, manifest => manifest.Contains(record.Position!.Leaf, StringComparison.Ordinal));
            Assert.NotEmpty(Mails.Write(talk, record));
        }
    }

    [Theory, MemberData(nameof(Forms))]
    public void An_event_alone_can_be_exported_in_every_format(string form)
    {
        var record = new ArchivedRecord(5, GoldenEvents.V1[form]);
        var talk = ArchivedConversation.Of(Sample.Parties, [record]);

        Assert.NotEmpty(Mails.Write(talk, record));
        Assert.Single((RsmfFile.All(talk).Single().Manifest["events"] ?? throw new InvalidOperationException("No events.")).AsArray());
        Assert.Contains("#5", TranscriptWriter.Write(talk, new TranscriptOptions(TimeZoneInfo.Utc, record.Event.At)), StringComparison.Ordinal);
    }
}
