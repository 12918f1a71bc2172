using MultiLine.Grains.Interfaces.Media;

namespace MultiLine.Api.Messages.Media;

/// <summary>Where the bytes of one file come from.</summary>
internal sealed class MediumSource(IMediumGrain grain, MediumRequest request)
{
    /// <summary>Waits until the file is there, or is known not to come.</summary>
    public async Task<OpenedMedium> OpenAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (await grain.Open(request) is { State: not MediumStates.Fetching } opened)
            {
                return opened;
            }
        }
    }

    /// <returns>Null where the file is gone since it was opened.</returns>
    public async Task<byte[]?> ReadAsync(int piece, CancellationToken cancellationToken) =>
        (await grain.Read(piece) ?? (await OpenAsync(cancellationToken) is { State: MediumStates.Open } ? await grain.Read(piece) : null))?.Bytes;
}
