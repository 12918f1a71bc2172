using System.Security.Cryptography;
using MultiLine.Connectors.WhatsApp.Media;
using MultiLine.Domain.Media;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Storage.Media;

namespace MultiLine.Grains.Media;

/// <summary>A file that came from the provider as it was sent.</summary>
internal sealed class FetchedMedium : IDisposable
{
    private readonly MediaRoom _room;
    private readonly long _taken;

    private FetchedMedium(PassingFile file, byte[] sha256, MediaRoom room, long taken) =>
        (File, Sha256, _room, _taken) = (file, sha256, room, taken);

    public PassingFile File { get; }

    public byte[] Sha256 { get; }

    /// <summary>Fetches it and holds it against what was said of it, with the message and now.</summary>
    /// <returns>The file, or one of <see cref="MediumStates"/> for why there is none.</returns>
    /// <exception cref="IOException">The disk has no room, or fails.</exception>
    public static async Task<(FetchedMedium? Medium, string State)> FetchAsync(
        MediaClient provider, MediaRoom room, string id, MediumRequest request, CancellationToken cancellationToken)
    {
        var reading = await provider.DescribeAsync(id, request.Number, cancellationToken);
        if (reading.Medium is not { } described)
        {
            return (null, StateOf(reading.Fault!.Value));
        }

        if (described.Size > MediaRoom.LargestFile)
        {
            return (null, MediumStates.TooLarge);
        }

        var taken = described.Size ?? MediaRoom.LargestFile;
        if (!room.TryTake(taken))
        {
            return (null, MediumStates.Unavailable);
        }

        PassingFile? file = null;
        FetchedMedium? fetched = null;
        try
        {
            file = new PassingFile(Path.GetTempPath());
            var (digest, state) = await Download(provider, described, taken, file, cancellationToken);
            if (digest is null)
            {
                return (null, state);
            }

            if (!IsOf(request.Sha256, digest) || !IsOf(described.Sha256, digest))
            {
                return (null, MediumStates.Altered);
            }

            fetched = new FetchedMedium(file, digest, room, taken);
            return (fetched, state);
        }
        finally
        {
            if (fetched is null)
            {
                file?.Dispose();
                room.GiveBack(taken);
            }
        }
    }

    public void Dispose()
    {
        File.Dispose();
        _room.GiveBack(_taken);
    }

    /// <returns>The SHA-256 of the bytes, or why there are none.</returns>
    private static async Task<(byte[]? Digest, string State)> Download(
        MediaClient provider, MediaDescription described, long largest, PassingFile file, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var fault = await provider.DownloadAsync(described, largest, Take, cancellationToken);
        if (fault is null)
        {
            await file.CompleteAsync(cancellationToken);
            return (hash.GetHashAndReset(), MediumStates.Open);
        }

        // More than was announced is not what was announced.
        return (null, fault == MediaFault.TooLarge && described.Size is not null ? MediumStates.Altered : StateOf(fault.Value));

        ValueTask Take(ReadOnlyMemory<byte> bytes)
        {
            hash.AppendData(bytes.Span);
            return file.AddAsync(bytes, cancellationToken);
        }
    }

    /// <summary>Whether the digest is the one that was stated, if one was.</summary>
    private static bool IsOf(string? stated, byte[] digest) => stated is null || Sha256Digest.Read(stated).AsSpan().SequenceEqual(digest);

    private static string StateOf(MediaFault fault) => fault switch
    {
        MediaFault.Gone => MediumStates.Gone,
        MediaFault.Refused => MediumStates.Refused,
        MediaFault.TooLarge => MediumStates.TooLarge,
        _ => MediumStates.Unavailable,
    };
}
