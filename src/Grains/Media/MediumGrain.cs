using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp.Media;
using MultiLine.Domain.Media;
using MultiLine.Grains.Interfaces.Media;
using MultiLine.Storage.Media;
using Orleans.Concurrency;

namespace MultiLine.Grains.Media;

/// <summary>
/// Fetches the file once for all who read it at the same time, and checks it before the first byte is given. Another activation would fetch
/// it again, so nothing is lost with this one.
/// </summary>
[GrainType("medium"), Reentrant]
public sealed class MediumGrain(MediaClient provider, MediaRoom room, TimeProvider time, ILogger<MediumGrain> log)
    : Grain, IMediumGrain, IDisposable
{
    /// <summary>Well below the time in which a call must be answered.</summary>
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestFetch = TimeSpan.FromMinutes(5);

    /// <summary>How long the file stays after it was last read: somebody listens, scrolls, or looks again.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(2);

    private readonly CancellationTokenSource _ended = new();
    private Task<(FetchedMedium? Medium, string State)>? _fetch;
    private FetchedMedium? _medium;
    private DateTimeOffset _usedAt;

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
        _medium?.Dispose();
        _medium = null;
    }

    public async Task<OpenedMedium> Open(MediumRequest request)
    {
        _usedAt = time.GetUtcNow();
        if (_medium is null)
        {
            var fetch = _fetch ??= Fetch(request);
            try
            {
                var (_, state) = await fetch.WaitAsync(AnswerWithin, time);
                if (_medium is null)
                {
                    // Whoever asks next may be luckier.
                    _fetch = ReferenceEquals(_fetch, fetch) ? null : _fetch;
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

    public async Task<MediumPiece?> Read(int piece)
    {
        _usedAt = time.GetUtcNow();
        return _medium is { } medium && piece >= 0 && (long)piece * PassingFile.PieceLength < medium.File.Length
            ? new MediumPiece(await medium.File.ReadAsync(piece, _ended.Token))
            : null;
    }

    private static async Task<OpenedMedium> Describe(FetchedMedium medium)
    {
        var first = medium.File.Length > 0 ? await medium.File.ReadAsync(0, CancellationToken.None) : [];
        return new OpenedMedium(MediumStates.Open)
        {
            Length = medium.File.Length,
            PieceLength = PassingFile.PieceLength,
            Head = first[..Math.Min(first.Length, MediaType.HeadLength)],
            Sha256 = Convert.ToHexStringLower(medium.Sha256),
        };
    }

    private async Task<(FetchedMedium? Medium, string State)> Fetch(MediumRequest request)
    {
        var key = this.GetPrimaryKeyString();
        using var deadline = new CancellationTokenSource(LongestFetch, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _ended.Token);
        try
        {
            var fetched = await FetchedMedium.FetchAsync(provider, room, key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..], request, either.Token);
            if (_ended.IsCancellationRequested)
            {
                fetched.Medium?.Dispose();
                return (null, MediumStates.Unavailable);
            }

            _medium = fetched.Medium;
            return fetched;
        }
        catch (Exception e)
        {
            // The time is over, or the disk has no room. The exception itself may name an address.
            log.MediumNotFetched(e.GetType());
            return (null, MediumStates.Unavailable);
        }
    }

    private Task EndWhenUnused()
    {
        if (_fetch is not { IsCompleted: false } && time.GetUtcNow() - _usedAt >= KeptFor)
        {
            DeactivateOnIdle();
        }

        return Task.CompletedTask;
    }
}
