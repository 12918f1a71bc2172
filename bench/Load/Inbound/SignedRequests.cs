using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Load.Running;

namespace MultiLine.Load.Inbound;

/// <summary>
/// The bytes of a webhook's HTTP request, signed: one text of one contact. What differs from one to the next has the same length in all, so
/// that a request is a copy of the first with other digits and another signature.
/// </summary>
internal sealed class SignedRequests
{
    private const long FirstNumber = 12025550000;
    private const string From = "<from_____>";
    private const string Wamid = "wamid.HBgLMTIwMjU1NTAwMDAVAgASGBQ<id________>";
    private const string Time = "<time___>>";

    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(Bank.AppSecret);

    private readonly byte[] _request;
    private readonly int _body;
    private readonly int _signature;
    private readonly (int Start, int Length)[] _from;
    private readonly (int Start, int Length) _id;
    private readonly (int Start, int Length) _time;
    private readonly int _conversations;

    /// <param name="product">Whom they are for.</param>
    /// <param name="conversations">Over how many contacts they go, in turn.</param>
    /// <param name="text">What all contacts write.</param>
    public SignedRequests(Uri product, int conversations, string text)
    {
        _conversations = conversations;
        var body = Encoding.UTF8.GetString(Webhooks.Texts(new ContactText(From, Wamid, DateTimeOffset.UnixEpoch, text)))
            .Replace("\"timestamp\":\"0\"", $"\"timestamp\":\"{Time}\"", StringComparison.Ordinal)
            .Replace("\\u003C", "<", StringComparison.Ordinal).Replace("\\u003E", ">", StringComparison.Ordinal);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST /webhooks/whatsapp HTTP/1.1
            Host: {product.Authority}
            Content-Type: application/json
            Content-Length: {Encoding.UTF8.GetByteCount(body)}
            X-Hub-Signature-256: sha256=

            """).ReplaceLineEndings("\r\n");
        var signed = head.TrimEnd() + new string('0', 2 * SHA256.HashSizeInBytes) + "\r\n\r\n";
        _request = Encoding.UTF8.GetBytes(signed + body);
        (_signature, _body) = (head.TrimEnd().Length, signed.Length);
        _from = [.. Places(From)];
        _id = Places("<id________>").Single();
        _time = Places(Time).Single();
    }

    public int Length => _request.Length;

    /// <param name="index">Which one.</param>
    /// <param name="request">Room of <see cref="Length"/> bytes.</param>
    /// <param name="now">When the contact wrote.</param>
    public void Write(int index, Span<byte> request, DateTimeOffset now)
    {
        _request.CopyTo(request);
        foreach (var place in _from)
        {
            WriteDigits(request, place, FirstNumber + (index % _conversations));
        }

        WriteDigits(request, _id, index);
        WriteDigits(request, _time, now.ToUnixTimeSeconds());
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        HMACSHA256.HashData(Secret, request[_body..], signature);
        Convert.TryToHexStringLower(signature, request.Slice(_signature, 2 * SHA256.HashSizeInBytes), out _);
    }

    private static void WriteDigits(Span<byte> request, (int Start, int Length) place, long value)
    {
        for (var at = place.Start + place.Length - 1; at >= place.Start; at--)
        {
            (value, var digit) = Math.DivRem(value, 10);
            request[at] = (byte)('0' + digit);
        }
    }

    private IEnumerable<(int Start, int Length)> Places(string mark)
    {
        var bytes = Encoding.UTF8.GetBytes(mark);
        for (var from = 0; _request.AsSpan(from).IndexOf(bytes) is >= 0 and var at; from += at + bytes.Length)
        {
            yield return (from + at, bytes.Length);
        }
    }
}
