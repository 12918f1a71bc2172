using System.Threading.Channels;
using MultiLine.Grains.Conversations;

namespace MultiLine.Grains.Tests.Races;

/// <summary>How a conversation tells its followers: a slow way is not flooded, and the last word gets through.</summary>
public sealed class NewestOnlyTests
{
    private readonly Channel<string> _begun = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource _first = new();
    private readonly NewestOnly<string> _notices;

    public NewestOnlyTests() => _notices = new(Begin);

    [Fact]
    public Task Of_the_notices_that_come_while_one_is_under_way_only_the_newest_follows() => InTurns(async () =>
    {
        foreach (var version in Enumerable.Range(1, 1_000))
        {
            _notices.Pass($"{version}");
        }

        Assert.Equal("1", await _begun.Reader.ReadAsync());
        Assert.False(_begun.Reader.TryPeek(out _));

        _first.SetResult();
        Assert.Equal("1000", await _begun.Reader.ReadAsync());
        _notices.Pass("1001");
        Assert.Equal("1001", await _begun.Reader.ReadAsync());
    });

    [Fact]
    public Task One_that_fails_holds_up_none_that_waits_or_follows() => InTurns(async () =>
    {
        _notices.Pass("1");
        _notices.Pass("2");
        Assert.Equal("1", await _begun.Reader.ReadAsync());

        _first.SetException(new IOException("Away."));
        Assert.Equal("2", await _begun.Reader.ReadAsync());
        _notices.Pass("3");
        Assert.Equal("3", await _begun.Reader.ReadAsync());
    });

    [Fact]
    public async Task Where_threads_pass_notices_out_of_order_the_newest_is_what_they_say_it_is()
    {
        var notices = new NewestOnly<string>(Begin, (one, other) => string.CompareOrdinal(one, other) > 0);
        notices.Pass("1");
        Assert.Equal("1", await _begun.Reader.ReadAsync());

        Parallel.ForEach([5, 9, 7, 3, 8], version => notices.Pass($"{version}"));
        _first.SetResult();

        Assert.Equal("9", await _begun.Reader.ReadAsync());
        Assert.False(_begun.Reader.TryPeek(out _));
    }

    /// <summary>As a grain does it: one turn at a time, and back in turn after each wait.</summary>
    private static Task InTurns(Func<Task> test) => Task.Factory
        .StartNew(test, CancellationToken.None, TaskCreationOptions.None, new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler)
        .Unwrap();

    private Task Begin(string notice)
    {
        Assert.True(_begun.Writer.TryWrite(notice));
        return notice == "1" ? _first.Task : Task.CompletedTask;
    }
}
