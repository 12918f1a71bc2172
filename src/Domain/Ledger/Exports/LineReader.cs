using System.Buffers.Text;
using System.Text;

namespace MultiLine.Domain.Ledger.Exports;

/// <summary>Reads a line of an export piece by piece. What isn't just as it is written fails, so that no two lines mean the same.</summary>
internal ref struct LineReader(ReadOnlySpan<byte> line)
{
    private const int HashDigits = 2 * MerkleTree.HashLength;

    private ReadOnlySpan<byte> _rest = line;

    /// <summary>Something was not as it is written.</summary>
    public bool Failed { get; private set; }

    /// <summary>All of the line was read, and nothing failed.</summary>
    public readonly bool IsDone => !Failed && _rest.IsEmpty;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public bool TryLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_rest.StartsWith(literal))
            return false;
        _rest = _rest[literal.Length..];
        return true;
    }

    public void Literal(ReadOnlySpan<byte> literal) => Failed |= !TryLiteral(literal);

    /// <summary>A number from 0 on, without leading zeros.</summary>
    public long Number()
    {
        if (!Utf8Parser.TryParse(_rest, out long number, out var length) || number < 0 || _rest[0] is (byte)'+' or (byte)'-' || (_rest[0] == (byte)'0' && length > 1))
            return Fail<long>();
        _rest = _rest[length..];
        return number;
    }

    /// <summary>What stands up to the next quotation mark, which has no need to be escaped.</summary>
    public string Word()
    {
        var length = _rest.IndexOf((byte)'"');
        if (length < 0 || _rest[..length].Contains((byte)'\\'))
            return Fail<string>() ?? "";
        var word = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        return word;
    }

    /// <summary>A text of several lines, whose ends are escaped.</summary>
    public string Text()
    {
        var length = _rest.IndexOf((byte)'"');
        if (length < 0)
            return Fail<string>() ?? "";
        var text = Encoding.UTF8.GetString(_rest[..length]);
        _rest = _rest[length..];
        var lines = text.Replace("\\n", "\n", StringComparison.Ordinal);
        return ExportLines.Lines(lines) == text && !lines.Contains('\\', StringComparison.Ordinal) ? lines : Fail<string>() ?? "";
    }

    public DateTimeOffset Time()
    {
        var word = Word();
        return DateTimeOffset.TryParseExact(
            word, ExportLines.TimeFormat, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : Fail<DateTimeOffset>();
    }

    /// <summary>32 bytes in lower-case hex.</summary>
    public void Hash(scoped Span<byte> destination)
    {
        if (_rest.Length < HashDigits || !IsLowerHex(_rest[..HashDigits]) || Convert.FromHexString(_rest[..HashDigits], destination, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            Fail<int>();
            return;
        }

        _rest = _rest[HashDigits..];
    }

    /// <summary>Bytes in Base64, up to the next quotation mark.</summary>
    public ReadOnlySpan<byte> Base64()
    {
        var length = _rest.IndexOf((byte)'"');
        if (length < 0)
            return Fail<byte[]>();
        var bytes = new byte[System.Buffers.Text.Base64.GetMaxDecodedFromUtf8Length(length)];
        if (System.Buffers.Text.Base64.DecodeFromUtf8(_rest[..length], bytes, out var read, out var written) != System.Buffers.OperationStatus.Done || read != length)
            return Fail<byte[]>();
        _rest = _rest[length..];
        return bytes.AsSpan(0, written);
    }

    public void Skip(int bytes) => _rest = _rest[bytes..];

    public T? Fail<T>()
    {
        Failed = true;
        return default;
    }

    private static bool IsLowerHex(ReadOnlySpan<byte> digits) => digits.IndexOfAnyExcept(LowerHex) < 0;

    private static readonly System.Buffers.SearchValues<byte> LowerHex = System.Buffers.SearchValues.Create("0123456789abcdef"u8);
}
