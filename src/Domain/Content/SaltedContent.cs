namespace MultiLine.Domain.Content;

/// <summary>Content together with the salt of its commitment: what is sealed, and disposed of, as one.</summary>
public sealed class SaltedContent
{
    private readonly byte[] _bytes;
    private string? _commitment;

    private SaltedContent(byte[] bytes) => _bytes = bytes;

    /// <param name="content">What the message says.</param>
    /// <param name="salt"><see cref="Domain.Content.Commitment.SaltLength"/> random bytes.</param>
    public static SaltedContent Of(MessageContent content, ReadOnlySpan<byte> salt)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new SaltedContent([.. salt, .. content.ToBytes()]);
    }

    public static SaltedContent FromBytes(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes.Length < Domain.Content.Commitment.SaltLength
            ? throw new ArgumentException("Salted content begins with its salt.", nameof(bytes))
            : new SaltedContent(bytes);
    }

    public string Commitment => _commitment ??= Domain.Content.Commitment.Of(
        _bytes.AsSpan(0, Domain.Content.Commitment.SaltLength), _bytes.AsSpan(Domain.Content.Commitment.SaltLength));

    public MessageContent Content => MessageContent.FromBytes(_bytes.AsSpan(Domain.Content.Commitment.SaltLength));

    public ReadOnlyMemory<byte> Bytes => _bytes;
}
