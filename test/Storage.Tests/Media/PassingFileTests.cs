using System.Security.Cryptography;
using MultiLine.Storage.Media;

namespace MultiLine.Storage.Tests.Media;

public sealed class PassingFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("multiline-passing-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(SealedPieces.PieceLength - 1)]
    [InlineData(SealedPieces.PieceLength)]
    [InlineData(SealedPieces.PieceLength + 1)]
    [InlineData((3 * SealedPieces.PieceLength) - 7)]
    public async Task What_was_added_is_read_in_pieces_in_any_order(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        using var file = new PassingFile(_folder);
        foreach (var part in bytes.Chunk(100_000))
        {
            await file.AddAsync(part, default);
        }

        await file.CompleteAsync(default);

        Assert.Equal(length, file.Length);
        var pieces = bytes.Chunk(SealedPieces.PieceLength).ToList();
        for (var piece = pieces.Count - 1; piece >= 0; piece--)
        {
            Assert.Equal(pieces[piece], await file.ReadAsync(piece, default));
        }

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => file.ReadAsync(pieces.Count, default));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => file.ReadAsync(-1, default));
    }

    [Fact]
    public async Task It_has_no_name_on_the_disk_while_it_is_there()
    {
        using var file = new PassingFile(_folder);
        await file.AddAsync(new byte[1000], default);
        await file.CompleteAsync(default);

        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Equal(1000, (await file.ReadAsync(0, default)).Length);
    }
}
