using System.Text;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>What docs/exports.md promises of the mails.</summary>
public sealed class EmlDocumentTests
{
    [Fact]
    public void Every_header_is_in_the_documents_table()
    {
        var document = File.ReadAllText(Path.Combine(Project.Folder, "docs", "exports.md"));
        var written = Sample.Conversation.Records.SelectMany(record => Encoding.ASCII.GetString(Mails.Write(Sample.Conversation, record)).Split("\r\n"))
            .Where(line => line.StartsWith("X-MultiLine-", StringComparison.Ordinal)).Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).Distinct();

        Assert.All(written, header => Assert.Contains($"| `{header}` |", document, StringComparison.Ordinal));
    }
}
