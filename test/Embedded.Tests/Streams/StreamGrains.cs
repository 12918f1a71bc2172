using MultiLine.Embedded.Tests.Host;
using Orleans.Streams;
using Orleans.Streams.Core;

namespace MultiLine.Embedded.Tests.Streams;

public interface IPublisher : IGrainWithStringKey
{
    Task Publish(string ns, string key, params News[] news);
}

/// <summary>A reader refuses it as often as it says, and takes one that is held when the test gives the cue of its text.</summary>
[GenerateSerializer, Immutable, Alias("test.news")]
public sealed record News([property: Id(0)] string Text, [property: Id(1)] int Refusals = 0, [property: Id(2)] bool Held = false);

[GrainType("test.publisher")]
public sealed class PublisherGrain : Grain, IPublisher
{
    public async Task Publish(string ns, string key, params News[] news)
    {
        var stream = this.GetStreamProvider(ActorHostFixture.Streams).GetStream<News>(StreamId.Create(ns, key));
        foreach (var item in news)
        {
            await stream.OnNextAsync(item);
        }
    }
}

public interface IReader : IGrainWithStringKey
{
    Task<int> Read();
}

[GrainType("test.reader"), ImplicitStreamSubscription("news")]
public sealed class ReaderGrain(Stage stage) : Grain, IReader, IStreamSubscriptionObserver, IAsyncObserver<News>
{
    private readonly Dictionary<string, int> _refused = [];
    private int _read;

    public Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory) => handleFactory.Create<News>().ResumeAsync(this);

    public async Task OnNextAsync(News item, StreamSequenceToken? token = null)
    {
        await Task.Yield();
        var refused = _refused.GetValueOrDefault(item.Text);
        if (refused < item.Refusals)
        {
            _refused[item.Text] = refused + 1;
            stage.Say($"{this.GetPrimaryKeyString()} refuses {item.Text}");
            throw new InvalidOperationException("Not now.");
        }

        if (item.Held)
        {
            stage.Say($"{this.GetPrimaryKeyString()} begins {item.Text}");
            await stage.Cue(item.Text);
        }

        _read++;
        stage.Say($"{this.GetPrimaryKeyString()} reads {item.Text}");
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;

    public Task<int> Read() => Task.FromResult(_read);
}

public interface IListener : IGrainWithStringKey;

/// <summary>Subscribes by itself when it is activated.</summary>
[GrainType("test.listener"), ImplicitStreamSubscription("news"), ImplicitStreamSubscription("other")]
public sealed class ListenerGrain(Stage stage) : Grain, IListener, IAsyncObserver<News>
{
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        foreach (var ns in new[] { "news", "other" })
        {
            await this.GetStreamProvider(ActorHostFixture.Streams)
                .GetStream<News>(StreamId.Create(ns, this.GetPrimaryKeyString())).SubscribeAsync(this);
        }
    }

    public Task OnNextAsync(News item, StreamSequenceToken? token = null)
    {
        stage.Say($"{this.GetPrimaryKeyString()} hears {item.Text}");
        return Task.CompletedTask;
    }

    public Task OnErrorAsync(Exception ex) => Task.CompletedTask;
}
