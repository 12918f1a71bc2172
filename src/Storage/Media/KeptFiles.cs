using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using MultiLine.Storage.Hosting;

namespace MultiLine.Storage.Media;

/// <summary>The folder of kept files, beside the database: each under a name by chance and a key of its own, which is not here.</summary>
public sealed class KeptFiles(IOptions<StorageOptions> options)
{
    /// <summary>Below the data directory.</summary>
    public const string FolderName = "media";

    private const string Draft = ".draft";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Path.Combine(options.Value.DataDirectory, FolderName);

    /// <summary>Writes the bytes durably.</summary>
    /// <returns>What the file is called, and the key that it is under.</returns>
    /// <exception cref="IOException">The disk has no room, or fails; nothing is left behind.</exception>
    public async Task<(string Name, byte[] Key)> WriteAsync(IMediumBytes bytes, CancellationToken cancellationToken = default)
    {
        Sqlite.DataDirectory.EnsureFolder(_folder);
        var (name, key) = (Guid.NewGuid().ToString("n"), RandomNumberGenerator.GetBytes(SealedPieces.KeyLength));
        var draft = PathOf(name) + Draft;
        try
        {
            await WriteAsync(draft, key, bytes, cancellationToken);
            File.Move(draft, PathOf(name));
            // The name has to be on the disk too before anything depends on it.
            using var file = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(file);
            return (name, key);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Null where it is not there, or not as long as it has to be.</summary>
    public IMediumBytes? Open(string name, byte[] key, long length)
    {
        try
        {
            var file = File.OpenHandle(PathOf(name), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, FileOptions.Asynchronous);
            var kept = new KeptFile(file, key, length);
            if (kept.IsWhole)
                return kept;
            kept.Dispose();
            return null;
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public void Delete(string name) => File.Delete(PathOf(name));

    /// <summary>Files, and what was begun and never became one, that were last written before a time.</summary>
    public IReadOnlyList<string> Before(DateTimeOffset time) => Directory.Exists(_folder)
        ? [.. new DirectoryInfo(_folder).EnumerateFiles().Where(file => file.LastWriteTimeUtc < time.UtcDateTime).Select(file => file.Name)]
        : [];

    private static async Task WriteAsync(string path, byte[] key, IMediumBytes bytes, CancellationToken cancellationToken)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        await using var file = new FileStream(path, options);
        var box = new byte[SealedPieces.BoxLength];
        for (var piece = 0; piece < SealedPieces.Count(bytes.Length); piece++)
        {
            var plain = await bytes.ReadAsync(piece, cancellationToken);
            var written = box.AsMemory(0, plain.Length + Content.AesGcmBox.Overhead);
            SealedPieces.Seal(key, plain, piece, written.Span);
            await file.WriteAsync(written, cancellationToken);
        }

        file.Flush(flushToDisk: true);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);

    private sealed class KeptFile(Microsoft.Win32.SafeHandles.SafeFileHandle file, byte[] key, long length) : IMediumBytes
    {
        public long Length => length;

        public bool IsWhole => RandomAccess.GetLength(file) == length + ((long)SealedPieces.Count(length) * Content.AesGcmBox.Overhead);

        public Task<byte[]> ReadAsync(int piece, CancellationToken cancellationToken) => SealedPieces.ReadAsync(file, key, length, piece, cancellationToken);

        public void Dispose()
        {
            file.Dispose();
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
