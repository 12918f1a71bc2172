namespace MultiLine.Grains.Conversations;

/// <summary>
/// Passes notices on one at a time; of those that come meanwhile only the newest, which says all that the others would have. So however
/// slow the way is, no more than one is ever under way on it. For any number of threads.
/// </summary>
/// <param name="pass">The way.</param>
/// <param name="isNewer">Whether the first is newer than the second; without it the one that comes later is.</param>
internal sealed class NewestOnly<T>(Func<T, Task> pass, Func<T, T, bool>? isNewer = null) where T : class
{
    private readonly Lock _gate = new();
    private T? _next;
    private bool _passing;

    public void Pass(T notice)
    {
        lock (_gate)
        {
            if (_next is null || isNewer is null || isNewer(notice, _next))
            {
                _next = notice;
            }

            if (_passing)
            {
                return;
            }

            _passing = true;
        }

        _ = PassAll();
    }

    /// <summary>What goes wrong is for the one who passes to tell; what waits goes next all the same, whatever becomes of who began.</summary>
    private async Task PassAll()
    {
        while (Take() is { } notice)
        {
            await pass(notice).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private T? Take()
    {
        lock (_gate)
        {
            var next = _next;
            _next = null;
            _passing = next is not null;
            return next;
        }
    }
}
