using MultiLine.Storage.Choices;
using MultiLine.Storage.Conversations;

namespace MultiLine.Silo;

/// <summary>A setting that what is stored depends on, and that was another one before, stops the start.</summary>
internal sealed class FixChoicesAtStart(ArchiveShards shards, IFixedChoices choices) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => shards.FixAsync(choices, cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
