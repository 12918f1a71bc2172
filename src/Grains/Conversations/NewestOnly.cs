namespace MultiLine.Grains.Conversations;

/// <summary>
/// Passes notices on one at a time; of those that come meanwhile only the newest, which says all that the others would have. So however
/// slow the way is, no more than one is ever under way on it. For one thread at a time, as within a grain.
/// </summary>
internal sealed class NewestOnly<T>(Func<T, Task> pass) where T : class
{
    private T? _next;
    private bool _passing;

    public void Pass(T notice)
    {
        _next = notice;
        if (!_passing)
        {
            _ = PassAll();
        }
    }

    /// <summary>What goes wrong is for the one who passes to tell; what waits goes next all the same.</summary>
    private async Task PassAll()
    {
        _passing = true;
        while (_next is { } notice)
        {
            _next = null;
            await pass(notice).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        _passing = false;
    }
}
