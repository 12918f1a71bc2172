using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Domain.Archive;
using MultiLine.Domain.Archive.Rsmf;

namespace MultiLine.Domain.Tests.Archive;

/// <summary>A file of the format, taken apart by hand: what stands between its boundaries, and what is in its zip.</summary>
internal sealed record RsmfFile(string Name, byte[] Mail, JsonObject Manifest, IReadOnlyDictionary<string, byte[]> Files)
{
    public static IReadOnlyList<RsmfFile> All(ArchivedConversation conversation, RsmfOptions? options = null)
    {
        var used = options ?? new RsmfOptions(Sample.Berlin);
        return [.. RsmfSlice.Of(conversation, used).Select(slice => Of(conversation, used, slice))];
    }

    private static RsmfFile Of(ArchivedConversation conversation, RsmfOptions options, RsmfSlice slice)
    {
        using var mail = new MemoryStream();
        new RsmfWriter(conversation, options).Write(slice, mail);
        var parts = Encoding.ASCII.GetString(mail.ToArray()).Split("filename=\"rsmf.zip\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        Assert.Equal(2, parts.Length);
        using var zip = new ZipArchive(new MemoryStream(Convert.FromBase64String(parts[1][..parts[1].IndexOf("--", StringComparison.Ordinal)])));
        var files = zip.Entries.ToDictionary(entry => entry.FullName, Read);
        var manifest = JsonNode.Parse(files["rsmf_manifest.json"])!.AsObject();
        files.Remove("rsmf_manifest.json");
        return new RsmfFile(slice.FileName(conversation.Parties.Key), mail.ToArray(), manifest, files);
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
