using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Log;
using MultiLine.Storage.Tests.Contracts;
using static MultiLine.Storage.Tests.Contracts.Steps;

namespace MultiLine.Storage.Tests.Sqlite;

public sealed class ReadPoolTests : IAsyncDisposable
{
    private readonly SqliteUnderTest _storage = new();

    private IConversationLog Log => _storage.Services.GetRequiredService<IConversationLog>();

    public ValueTask DisposeAsync() => _storage.DisposeAsync();

    [Fact]
    public async Task Callers_who_never_go_on_keep_nobody_else_from_reading()
    {
        var stuck = new StuckScheduler();
        for (var i = 0; i < 50; i++)
            _ = Task.Factory.StartNew(() => Log.ReadAllAsync(Anna), CancellationToken.None, TaskCreationOptions.None, stuck);

        Assert.Empty(await Log.ReadAllAsync(Anna).WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task More_callers_than_sessions_are_all_served()
    {
        await Log.MustAppendAsync(Step(Anna, 0));

        var reads = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Log.ReadAllAsync(Anna)));

        Assert.All(reads, rows => Assert.Single(rows));
    }

    /// <summary>Runs what its own thread starts, and never what comes back from elsewhere: like a grain whose turn does not end.</summary>
    private sealed class StuckScheduler : TaskScheduler
    {
        private readonly int _thread = Environment.CurrentManagedThreadId;

        protected override void QueueTask(Task task)
        {
            if (Environment.CurrentManagedThreadId == _thread)
                TryExecuteTask(task);
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => [];
    }
}
