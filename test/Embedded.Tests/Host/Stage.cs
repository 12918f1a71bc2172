using System.Collections.Concurrent;

namespace MultiLine.Embedded.Tests.Host;

/// <summary>Where grains tell the test what happens, and wait for its cues.</summary>
public sealed class Stage
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _cues = new();
    private TaskCompletionSource _changed = NewSource();

    /// <summary>What was said, in order.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public void Say(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
            _changed.TrySetResult();
            _changed = NewSource();
        }
    }

    public int Count(string line) => Lines.Count(said => said == line);

    /// <summary>Waits until the test gives this cue.</summary>
    public Task Cue(string name) => _cues.GetOrAdd(name, static _ => NewSource()).Task;

    public void Give(string cue) => _cues.GetOrAdd(cue, static _ => NewSource()).TrySetResult();

    /// <summary>Waits until the line was said so many times.</summary>
    public Task Heard(string line, int times = 1) => Until(lines => lines.Count(said => said == line) >= times, $"{times} × '{line}'");

    public async Task Until(Func<IReadOnlyList<string>, bool> condition, string missing)
    {
        if (!await Happens(condition, TimeSpan.FromSeconds(20)))
        {
            Assert.Fail($"Missing: {missing}. Said so far: {string.Join(" | ", Lines)}");
        }
    }

    /// <summary>Whether the line is said already or in a moment.</summary>
    public Task<bool> HearsSoon(Func<string, bool> line) => Happens(lines => lines.Any(line), TimeSpan.FromMilliseconds(100));

    private async Task<bool> Happens(Func<IReadOnlyList<string>, bool> condition, TimeSpan patience)
    {
        using var tooLate = new CancellationTokenSource(patience);
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                changed = _changed.Task;
                if (condition(_lines))
                {
                    return true;
                }
            }

            await changed.WaitAsync(tooLate.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (tooLate.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
