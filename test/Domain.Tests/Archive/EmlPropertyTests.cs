using System.Text;
using MultiLine.Domain.Archive;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>Whatever people write and call themselves, another parser reads the same out of the mail.</summary>
public sealed class EmlPropertyTests
{
    [PythonFact]
    public async Task Any_text_name_and_file_come_through()
    {
        IReadOnlyList<ArchivedRecord> records = [.. Property.Values(AnyMail.Records).Take(250)];

        var mails = await PythonMail.ReadAsync([.. records.Select(record => Mails.Write(AnyMail.Conversation(record), record))]);

        Assert.All(mails.Zip(records), pair =>
        {
            var (mail, record) = pair;
            var text = record.Content.Opened!.Text!;
            Assert.Empty(mail.Defects);
            Assert.StartsWith(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), mail.Body, StringComparison.Ordinal);
            Assert.Equal(Encoding.UTF8.GetBytes(text), mail.Files[0].Bytes);
            Assert.Equal(SafeText.FileName(record.Files[0].Name) ?? "file-1", mail.Files[0].Name);
            // Python leaves a space between two encoded words of a name, which RFC 2047 takes away in section 6.2.
            Assert.Equal(WithoutSpaces(SafeText.Line(AnyMail.Conversation(record).Parties.Contact.Display)), WithoutSpaces(Assert.Single(mail.From)[0]));
        });
    }

    [Fact]
    public void Any_mail_is_short_lines_of_ASCII() => Property.Holds(AnyMail.Records, record =>
    {
        var mail = Encoding.ASCII.GetString(Mails.Write(AnyMail.Conversation(record), record));
        Assert.All(mail.Split("\r\n"), line => Assert.True(line.Length <= 998 && line.All(c => c is >= ' ' and <= '~' or '\t'), line));
    });

    private static string WithoutSpaces(string name) => name.Replace(" ", "", StringComparison.Ordinal);
}
