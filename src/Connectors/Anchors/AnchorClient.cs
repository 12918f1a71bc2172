using System.Globalization;
using System.Net.Http.Json;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain.Ledger;

namespace MultiLine.Connectors.Anchors;

/// <summary>What a destination answered, in words that are kept.</summary>
/// <param name="Taken">Whether the head is there now.</param>
/// <param name="Text">Of an address on the web its status, the digest of its answer and the beginning of it.</param>
public sealed record AnchorAnswer(bool Taken, string Text);

/// <summary>Leaves signed tree heads at destinations outside.</summary>
public sealed class AnchorClient(HttpClient http)
{
    /// <summary>Bytes of an answer that are kept.</summary>
    private const int KeptBytes = 1024;

    /// <summary>Bytes of an answer that are read at most.</summary>
    private const int ReadBytes = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <returns>What came of it; a destination that can't be reached is an answer too.</returns>
    public async Task<AnchorAnswer> LeaveAsync(AnchorDestination destination, SignedTreeHead head, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        ArgumentNullException.ThrowIfNull(head);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            return destination switch
            {
                { Folder: { } folder } => await DropAsync(folder, head, limit.Token),
                { Url: { } url } => await PostAsync(url, head, limit.Token),
                _ => await MailAsync(destination, head, limit.Token),
            };
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or HttpRequestException or SmtpException or FormatException
            || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return new(false, $"{error.GetType().Name}: {error.Message}");
        }
    }

    private static string NameOf(SignedTreeHead head) =>
        string.Create(CultureInfo.InvariantCulture, $"{head.Head.Organization}-{head.Head.Number:D10}.txt");

    /// <summary>A head that is there already to the byte counts as taken; nothing is ever overwritten.</summary>
    private static async Task<AnchorAnswer> DropAsync(string folder, SignedTreeHead head, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, NameOf(head));
        if (!File.Exists(path))
        {
            var draft = $"{path}.{Guid.NewGuid():N}";
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(head.ToBytes(), cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: false);
            return new(true, $"Written to {path}.");
        }

        var there = await File.ReadAllBytesAsync(path, cancellationToken);
        return there.AsSpan().SequenceEqual(head.ToBytes())
            ? new(true, $"It was at {path} already.")
            : new(false, $"{path} holds something else.");
    }

    private async Task<AnchorAnswer> PostAsync(Uri url, SignedTreeHead head, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = JsonContent.Create(new
            {
                organization = head.Head.Organization,
                number = head.Head.Number,
                hash = head.Head.Hash(),
                text = head.ToString(),
            }),
        };
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var body = await ReadAsync(response, cancellationToken);
        return new(
            response.IsSuccessStatusCode,
            string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP {(int)response.StatusCode}\nsha256 {Convert.ToHexStringLower(SHA256.HashData(body))}\n{Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, KeptBytes)))}"));
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var body = new byte[ReadBytes];
        return body[..await stream.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken)];
    }

    private static async Task<AnchorAnswer> MailAsync(AnchorDestination destination, SignedTreeHead head, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient(destination.MailHost, destination.MailPort);
        using var mail = new MailMessage(destination.MailFrom!, destination.MailTo!)
        {
            Subject = string.Create(CultureInfo.InvariantCulture, $"Tree head {head.Head.Number} of {head.Head.Organization}"),
            Body = $"{head}",
        };
        using var file = new MemoryStream(head.ToBytes());
        // The body's lines may be broken on their way; the file arrives to the byte.
        mail.Attachments.Add(new Attachment(file, NameOf(head), "application/octet-stream"));
        await client.SendMailAsync(mail, cancellationToken);
        return new(true, $"Taken by {destination.MailHost}.");
    }
}
