using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Archive.Words;

namespace MultiLine.Domain.Archive.Transcripts;

/// <summary>
/// Writes a conversation as one HTML file for print. It holds its own style, which its content security policy names by hash, and no script; it loads nothing.
/// </summary>
public static class TranscriptWriter
{
    public static string Write(ArchivedConversation conversation, TranscriptOptions options)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(options);
        var parties = conversation.Parties;
        var title = $"{parties.Contact.Display} · {parties.LineName} · {parties.OrganizationName}";
        var style = TranscriptStyle.Of(options.Paper, title, options.Zone.Id, $"{parties.Key}");
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        var html = new StringBuilder()
            .Append("<!doctype html>\n<html lang=\"").Append(TranscriptWords.Language).Append("\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-").Append(hash).Append("'; base-uri 'none'; form-action 'none'\">\n")
            .Append("<title>");
        HtmlBuilder.AppendText(html, SafeText.Line(title));
        return html.Append("</title>\n<style>").Append(style).Append("</style>\n</head>\n<body>\n")
            .Append(new TranscriptPages(conversation, options))
            .Append("</body>\n</html>\n").ToString();
    }
}
