using System.Diagnostics;
using System.Globalization;

namespace MultiLine.StepKill;

/// <summary>When this process is to die, or to stand still until it is killed from outside.</summary>
internal sealed class KillOrder
{
    /// <summary>
    /// The moment: <c>before</c>, <c>within</c> or <c>after</c>, an interface and a method, and what the call has to be about, as
    /// <c>after IConversationLog.AppendAsync attempt_started</c>.
    /// </summary>
    private const string At = "MULTILINE_KILL_AT";

    /// <summary>At which time that the moment is reached. Default: 1.</summary>
    private const string Count = "MULTILINE_KILL_COUNT";

    /// <summary><c>true</c>: whoever reaches the moment waits there, so that somebody else can kill.</summary>
    private const string Holds = "MULTILINE_KILL_HOLDS";

    /// <summary>A file that is written when the moment is reached.</summary>
    private const string Note = "MULTILINE_KILL_NOTE";

    /// <summary>A shard of the ledger, as <c>bench/0</c>, whose files are kept each second instead of each minute. Default: none.</summary>
    private const string Hasten = "MULTILINE_KILL_HASTEN";

    private readonly string[] _at;
    private readonly int _count;
    private readonly bool _holds;
    private readonly string _note;
    private int _reached;

    private KillOrder(string[] at, int count, bool holds, string note, string? hastened) =>
        (_at, _count, _holds, _note, Hastened) = (at, count, holds, note, hastened);

    /// <summary>Empty where nothing is to die.</summary>
    public string Interface => _at.Length == 0 ? "" : _at[1].Split('.')[0];

    public string Method => _at.Length == 0 ? "" : _at[1].Split('.')[1];

    public string? Hastened { get; }

    /// <summary>Null where nothing is asked for.</summary>
    public static KillOrder? FromEnvironment()
    {
        var (at, hastened) = (Environment.GetEnvironmentVariable(At), Environment.GetEnvironmentVariable(Hasten));
        return at is null && hastened is null
            ? null
            : new KillOrder(
                at?.Split(' ') ?? [],
                int.Parse(Environment.GetEnvironmentVariable(Count) ?? "1", CultureInfo.InvariantCulture),
                Environment.GetEnvironmentVariable(Holds) == "true",
                Environment.GetEnvironmentVariable(Note) ?? throw new InvalidOperationException($"{Note} names no file."),
                hastened);
    }

    public bool IsAbout(IEnumerable<string> words) => _at.Skip(2).All(words.Contains);

    /// <summary>Ends the process if this is the moment. Where it is to stand still, the task never ends, from then on each time.</summary>
    public Task Reach(string when, IReadOnlyCollection<string> about)
    {
        if (when != _at[0] || !IsAbout(about))
        {
            return Task.CompletedTask;
        }

        var reached = Interlocked.Increment(ref _reached);
        if (reached == _count)
        {
            File.WriteAllText(_note, about.Count == 0 ? $"{when} {_at[1]}" : $"{when} {_at[1]} of {string.Join(' ', about)}");
            if (!_holds)
            {
                // SIGKILL: the thread does not come back from here.
                Process.GetCurrentProcess().Kill();
                throw new UnreachableException();
            }
        }

        return _holds && reached >= _count ? new TaskCompletionSource().Task : Task.CompletedTask;
    }
}
