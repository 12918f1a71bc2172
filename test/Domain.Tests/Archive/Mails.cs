using MultiLine.Domain.Archive;
using MultiLine.Domain.Archive.Mail;

namespace MultiLine.Domain.Tests.Archive;

internal static class Mails
{
    public static byte[] Write(ArchivedConversation conversation, ArchivedRecord record, EmlOptions? options = null)
    {
        using var bytes = new MemoryStream();
        new EmlWriter(conversation, options).Write(record, bytes);
        return bytes.ToArray();
    }

    public static async Task<ReadMail> ReadAsync(ArchivedConversation conversation, ArchivedRecord record, EmlOptions? options = null) =>
        (await PythonMail.ReadAsync([Write(conversation, record, options)]))[0];
}
