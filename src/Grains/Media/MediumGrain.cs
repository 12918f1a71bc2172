using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp.Media;
using MultiLine.Domain.Media;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Storage.Media;
using Orleans.Concurrency;

namespace MultiLine.Grains.Media;

/// <summary>
/// Opens the file that is kept; or fetches it once for all who read it at the same time, and checks it before the first byte is given. Another
/// activation would fetch it again, so nothing is lost with this one.
/// </summary>
[GrainType("medium"), Reentrant]
public sealed class MediumGrain(MediaClient provider, MediaRoom room, KeptMedia kept, TimeProvider time, ILogger<MediumGrain> log)
    : Grain, IMediumGrain, IDisposable
{
    /// <summary>Well below the time in which a call must be answered.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(5);

    /// <summary>How long the file stays after it was last read: somebody listens, scrolls, or looks again.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _ended = new();
    private Task<string>? _opening;
    private OpenMedium? _medium;
    private long _usedAt;

    private string Organization => this.GetPrimaryKeyString().Split('/')[0];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(
            static (grain, _) => grain.EndWhenUnused(), this, new GrainTimerCreationOptions(KeptFor / 4, KeptFor / 4) { Interleave = true });
        return Task.CompletedTask;
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _ended.CancelAsync();
        Dispose();
    }

    public void Dispose()
    {
        _ended.Dispose();
        _medium?.Owner.Dispose();
        _medium = null;
    }

    public async Task<OpenedMedium> Open(MediumRequest request)
    {
        _usedAt = time.GetTimestamp();
        if (_medium is null)
        {
            var opening = _opening ??= OpenOnce(request);
            try
            {
                var state = await opening.WaitAsync(AnswerWithin, time);
                if (_medium is null)
                {
                    // Whoever asks next may be luckier.
                    _opening = ReferenceEquals(_opening, opening) ? null : _opening;
                    return new OpenedMedium(state);
                }
            }
            catch (TimeoutException)
            {
                return new OpenedMedium(MediumStates.Fetching);
            }
        }

        return await Describe(_medium);
    }

    public async Task<string> Keep(MediumRequest request, long sequence)
    {
        if (Sha256Digest.Read(request.Sha256) is { } stated && await kept.UseAsync(Organization, sequence, stated) && await IsThere(stated))
        {
            return MediumStates.Open;
        }

        var opened = await Open(request);
        if (opened.State == MediumStates.Open && _medium is { } medium)
        {
            await kept.KeepAsync(Organization, sequence, medium.Sha256, medium.Bytes, _ended.Token);
        }

        return opened.State;
    }

    public async Task<MediumPiece?> Read(int piece)
    {
        _usedAt = time.GetTimestamp();
        return _medium is { } medium && piece >= 0 && (long)piece * SealedPieces.PieceLength < medium.Bytes.Length
            ? new MediumPiece(await medium.Bytes.ReadAsync(piece, _ended.Token))
            : null;
    }

    private static async Task<OpenedMedium> Describe(OpenMedium medium)
    {
        var first = medium.Bytes.Length > 0 ? await medium.Bytes.ReadAsync(0, CancellationToken.None) : [];
        return new OpenedMedium(MediumStates.Open)
        {
            Length = medium.Bytes.Length,
            PieceLength = SealedPieces.PieceLength,
            Head = first[..Math.Min(first.Length, MediaType.HeadLength)],
            Sha256 = Convert.ToHexStringLower(medium.Sha256),
        };
    }

    private async Task<bool> IsThere(byte[] sha256)
    {
        using var bytes = await kept.OpenAsync(Organization, sha256);
        return bytes is not null;
    }

    /// <returns>One of <see cref="MediumStates"/>.</returns>
    private async Task<string> OpenOnce(MediumRequest request)
    {
        var key = this.GetPrimaryKeyString();
        using var deadline = new CancellationTokenSource(LongestFetch, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _ended.Token);
        try
        {
            if (Sha256Digest.Read(request.Sha256) is { } stated && await kept.OpenAsync(Organization, stated, either.Token) is { } bytes)
            {
                return Opened(new OpenMedium(bytes, stated, bytes));
            }

            var (fetched, state) = await FetchedMedium.FetchAsync(provider, room, key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..], request, either.Token);
            return fetched is null ? state : Opened(new OpenMedium(fetched.File, fetched.Sha256, fetched));
        }
        catch (Exception e)
        {
            // The time is over, or the disk has no room. The exception itself may name an address.
            log.MediumNotFetched(e.GetType());
            return MediumStates.Unavailable;
        }
    }

    private string Opened(OpenMedium medium)
    {
        if (_ended.IsCancellationRequested)
        {
            medium.Owner.Dispose();
            return MediumStates.Unavailable;
        }

        _medium = medium;
        return MediumStates.Open;
    }

    private Task EndWhenUnused()
    {
        if (_opening is not { IsCompleted: false } && time.GetElapsedTime(_usedAt) >= KeptFor)
        {
            DeactivateOnIdle();
        }

        return Task.CompletedTask;
    }
}
