using System.Threading.Channels;
using MultiLine.Grains.Conversations;

namespace MultiLine.Grains.Tests.Races;

/// <summary>How a conversation tells its followers: a slow way is not flooded, and the last word gets through.</summary>
public sealed class NewestOnlyTests
{
    private readonly Channel<string> _begun = Channel.CreateUnbounded<string>();

    [Fact]
    public async Task Of_the_notices_that_come_while_one_is_under_way_only_the_newest_follows()
    {
        var first = new TaskCompletionSource();
        var notices = new NewestOnly<string>(notice => Begin(notice, notice == "1" ? first.Task : Task.CompletedTask));
        foreach (var version in Enumerable.Range(1, 1_000))
        {
            notices.Pass($"{version}");
        }

        Assert.Equal("1", await _begun.Reader.ReadAsync());
        Assert.False(_begun.Reader.TryPeek(out _));

        first.SetResult();
        Assert.Equal("1000", await _begun.Reader.ReadAsync());
        notices.Pass("1001");
        Assert.Equal("1001", await _begun.Reader.ReadAsync());
    }

    [Fact]
    public async Task One_that_fails_holds_up_none_that_follows()
    {
        var notices = new NewestOnly<string>(notice => Begin(notice, notice == "1" ? Task.FromException(new IOException("Away.")) : Task.CompletedTask));

        notices.Pass("1");
        notices.Pass("2");

        Assert.Equal("1", await _begun.Reader.ReadAsync());
        Assert.Equal("2", await _begun.Reader.ReadAsync());
    }

    private Task Begin(string notice, Task end)
    {
        Assert.True(_begun.Writer.TryWrite(notice));
        return end;
    }
}
