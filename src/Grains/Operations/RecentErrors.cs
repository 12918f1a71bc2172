using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Grains.Operations;

/// <summary>Errors of the last hour by what they are, minute by minute. For one thread at a time.</summary>
internal sealed class RecentErrors
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>Far more than a provider has codes that come within an hour. What comes beyond is counted together.</summary>
    private const int MostKinds = 200;

    private static readonly (string, string, int?) Others = ("other", "other", null);

    private readonly Dictionary<(string Channel, string Kind, int? Code), Minutes> _errors = [];

    public void Add((string Channel, string Kind, int? Code) error, DateTimeOffset now)
    {
        if (!_errors.TryGetValue(error, out var minutes))
        {
            Forget(now);
            minutes = _errors.Count < MostKinds ? _errors[error] = new Minutes() : _errors[Others] = _errors.GetValueOrDefault(Others) ?? new Minutes();
        }

        minutes.Add(now);
    }

    public IReadOnlyList<ProviderErrors> Read(DateTimeOffset now)
    {
        Forget(now);
        return _errors.Select(error => new ProviderErrors(error.Key.Channel, error.Key.Kind, error.Key.Code, error.Value.Count, error.Value.LastAt)).ToList();
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (error, minutes) in _errors)
        {
            if (!minutes.Reach(now - Kept))
            {
                _errors.Remove(error);
            }
        }
    }

    private sealed class Minutes
    {
        private readonly Queue<(DateTimeOffset At, long Count)> _counts = new();
        private DateTimeOffset _minute;
        private long _inMinute;

        public DateTimeOffset LastAt { get; private set; }

        public long Count => _inMinute + _counts.Sum(minute => minute.Count);

        public void Add(DateTimeOffset now)
        {
            if (now - _minute >= Minute)
            {
                _counts.Enqueue((_minute, _inMinute));
                (_minute, _inMinute) = (now, 0);
            }

            _inMinute++;
            LastAt = now;
        }

        /// <summary>Drops the minutes that began before a time.</summary>
        /// <returns>False if nothing is left.</returns>
        public bool Reach(DateTimeOffset start)
        {
            while (_counts.TryPeek(out var first) && first.At < start)
            {
                _counts.Dequeue();
            }

            return LastAt >= start;
        }
    }
}
