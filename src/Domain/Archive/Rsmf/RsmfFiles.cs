using System.Globalization;

namespace MultiLine.Domain.Archive.Rsmf;

/// <summary>The attachments of a slice by the names that they have in <c>rsmf.zip</c>: each its own, whatever the senders called them.</summary>
internal sealed class RsmfFiles
{
    private const int LongestExtension = 12;

    public RsmfFiles(RsmfSlice slice)
    {
        var names = new Dictionary<ArchivedFile, string>(ReferenceEqualityComparer.Instance);
        foreach (var file in slice.Items.SelectMany(RsmfWriter.FilesOf))
            names.TryAdd(file, string.Create(CultureInfo.InvariantCulture, $"ATT{names.Count + 1:D5}{Extension(file)}"));
        Names = names;
    }

    public IReadOnlyDictionary<ArchivedFile, string> Names { get; }

    /// <summary>The viewer tells pictures by it.</summary>
    private static string Extension(ArchivedFile file)
    {
        var said = Path.GetExtension(SafeText.FileName(file.Name) ?? "");
        if (said.Length is > 1 and <= LongestExtension && said[1..].All(char.IsAsciiLetterOrDigit))
            return said;
        return Media.MediaType.Of(file.Bytes!.Value.Span[..Math.Min(Media.MediaType.HeadLength, file.Bytes.Value.Length)]).Extension;
    }
}
