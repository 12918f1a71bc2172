namespace MultiLine.Grains.Inbox;

/// <summary>Callers that wait for the next change of the feed.</summary>
internal sealed class Waiters(TimeProvider time)
{
    private TaskCompletionSource _changed = New();

    public void Wake()
    {
        var woken = _changed;
        _changed = New();
        woken.SetResult();
    }

    /// <summary>Ends with the next change. Whoever waits takes it before looking: a change while looking is not missed then.</summary>
    public Task Next => _changed.Task;

    /// <summary>Ends with this change or after the given time; when the caller goes, at once.</summary>
    public async Task Wait(Task change, TimeSpan atMost, CancellationToken cancellationToken)
    {
        try
        {
            await change.WaitAsync(atMost, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            // Nothing happened: the caller looks once more and answers with what there is.
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
