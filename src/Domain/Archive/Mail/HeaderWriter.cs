using System.Buffers;
using System.Text;

namespace MultiLine.Domain.Archive.Mail;

/// <summary>
/// Header fields as RFC 5322 wants them: ASCII, folded at 78 characters where that is possible and never longer than 998. What is not ASCII, or could be
/// taken for something else, is an encoded word of RFC 2047. No value can end its field: what acts was taken out of it before.
/// </summary>
internal sealed class HeaderWriter
{
    private const int Width = 78;
    private const int LongestToken = 900;

    /// <summary>An encoded word has 75 characters at the most, of which these are no Base64: <c>=?utf-8?B?</c> and <c>?=</c>.</summary>
    private const int LongestWord = 75;
    private const int AroundWord = 12;

    private static readonly SearchValues<char> Atoms =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~");

    private readonly StringBuilder _text = new();

    /// <summary>A field whose value is free text (RFC 5322, 3.6.5 and 3.6.8).</summary>
    public HeaderWriter Text(string name, string? value)
    {
        var line = SafeText.Line(value);
        return line.Length == 0 ? this : Field(name, IsPlain(line) ? line.Split(' ') : EncodedWords(line, Width - name.Length - 4));
    }

    /// <summary>A field of mailboxes (RFC 5322, 3.4).</summary>
    public HeaderWriter Mailboxes(string name, IReadOnlyList<Mailbox> mailboxes)
    {
        List<string> tokens = [];
        foreach (var (mailbox, index) in mailboxes.Select((mailbox, index) => (mailbox, index)))
        {
            tokens.AddRange(Phrase(mailbox.Display, Width - name.Length - 4));
            tokens.Add($"<{mailbox.Address}>{(index < mailboxes.Count - 1 ? "," : "")}");
        }

        return tokens.Count == 0 ? this : Field(name, tokens);
    }

    /// <summary>A field whose tokens are ours and need no care.</summary>
    public HeaderWriter Tokens(string name, params IEnumerable<string> tokens) => Field(name, [.. tokens]);

    /// <summary>A value with one parameter, in the form of RFC 2231 where the value is long or not ASCII.</summary>
    public HeaderWriter Parameter(string name, string value, string parameter, string text) =>
        Field(name, [$"{value};", .. ParameterTokens(parameter, text)]);

    public override string ToString() => _text.ToString();

    private HeaderWriter Field(string name, IReadOnlyList<string> tokens)
    {
        _text.Append(name).Append(':');
        var column = name.Length + 1;
        foreach (var (index, token) in tokens.Index())
        {
            // Never before the first: some readers take that fold for a part of the value.
            if (column + 1 + token.Length > Width && index > 0)
            {
                _text.Append("\r\n");
                column = 0;
            }

            _text.Append(' ').Append(token);
            column += 1 + token.Length;
        }

        _text.Append("\r\n");
        return this;
    }

    /// <summary>A display name: as it is, quoted, or encoded.</summary>
    private static IReadOnlyList<string> Phrase(string display, int first)
    {
        var line = SafeText.Line(display);
        return line.Length == 0 ? []
            : !IsPlain(line) || line.Length > Width - 20 ? EncodedWords(line, first)
            : line.Split(' ').All(word => word.AsSpan().ContainsAnyExcept(Atoms) is false) ? line.Split(' ')
            : [$"\"{line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
    }

    private static bool IsPlain(string line) =>
        line.All(c => c is >= ' ' and <= '~') && !line.Contains("=?", StringComparison.Ordinal)
        && line.Split(' ').All(word => word.Length is > 0 and <= LongestToken);

    /// <summary>Characters are never divided between words (RFC 2047, section 5).</summary>
    /// <param name="line">What to encode.</param>
    /// <param name="first">How many characters the first word may have: it stands behind the field's name.</param>
    private static List<string> EncodedWords(string line, int first)
    {
        List<string> words = [];
        List<byte> bytes = [];
        Span<byte> encoded = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(encoded);
            if (bytes.Count + length > ((words.Count == 0 ? first : LongestWord) - AroundWord) / 4 * 3)
            {
                words.Add(Word(bytes));
                bytes.Clear();
            }

            bytes.AddRange(encoded[..length]);
        }

        words.Add(Word(bytes));
        return words;
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";

    private static IEnumerable<string> ParameterTokens(string parameter, string text)
    {
        var isAscii = text.All(c => c is >= ' ' and <= '~' and not ('"' or '\\' or '%'));
        if (isAscii && text.Length + parameter.Length < Width - 6)
        {
            yield return $"{parameter}=\"{text}\"";
            yield break;
        }

        List<string> sections = [];
        var section = new StringBuilder("utf-8''");
        Span<byte> encoded = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var octets = new StringBuilder(12);
            foreach (var octet in encoded[..rune.EncodeToUtf8(encoded)])
                octets.Append(char.IsAsciiLetterOrDigit((char)octet) || (char)octet is '.' or '-' or '_' ? $"{(char)octet}" : $"%{octet:X2}");
            if (section.Length + octets.Length > Width - 24)
            {
                sections.Add(section.ToString());
                section.Clear();
            }

            section.Append(octets);
        }

        sections.Add(section.ToString());
        for (var i = 0; i < sections.Count; i++)
        {
            var name = sections.Count == 1 ? $"{parameter}*" : $"{parameter}*{i}*";
            yield return $"{name}={sections[i]}{(i < sections.Count - 1 ? ";" : "")}";
        }
    }
}
