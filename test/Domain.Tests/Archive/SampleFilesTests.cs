using System.Text;
using MultiLine.Domain.Archive.Transcripts;
using MultiLine.Domain.Conversations.Events;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>A sample of each format to look at, under Golden/exports. WRITE_SAMPLES=1 writes them anew; then the change is there to be read.</summary>
public sealed class SampleFilesTests
{
    public static TheoryData<string> Names => [.. Samples.Keys];

    private static readonly Dictionary<string, Func<byte[]>> Samples = new()
    {
        ["message.eml"] = () => Mails.Write(Sample.Conversation, Sample.Conversation.Records.First(record => record is { MessageId: "m4" })),
        ["edit.eml"] = () => Mails.Write(Sample.Conversation, Sample.Record<MessageEdited>()),
        ["consent.eml"] = () => Mails.Write(Sample.Conversation, Sample.Record<ConsentGiven>()),
        ["rsmf_manifest.json"] = () => Encoding.UTF8.GetBytes(RsmfFile.All(Sample.Conversation)[0].Manifest.ToJsonString(new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping })),
        ["transcript.html"] = () => Encoding.UTF8.GetBytes(TranscriptWriter.Write(
            Sample.Conversation, new TranscriptOptions(Sample.Berlin, Sample.Conversation.Head!.SignedAt) { MadeBy = "Clara Compliance" })),
    };

    [Theory, MemberData(nameof(Names))]
    public void A_sample_is_what_is_written_today(string name)
    {
        var file = Path.Combine(Project.Folder, "test", "Domain.Tests", "Golden", "exports", name);
        var written = Samples[name]();
        if (Environment.GetEnvironmentVariable("WRITE_SAMPLES") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, written);
        }

        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(file)), Encoding.UTF8.GetString(written));
    }
}
