using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans
{
    /// <summary>
    /// Each stream of the namespace has a subscriber of this grain class: the grain with the stream's key. It takes the items by
    /// <see cref="Streams.Core.IStreamSubscriptionObserver"/>.
    /// </summary>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public class ImplicitStreamSubscriptionAttribute : Attribute
    {
        /// <param name="streamNamespace">The namespace, exactly.</param>
        /// <param name="streamIdMapper">Must be null here: the key of the grain is the key of the stream.</param>
        public ImplicitStreamSubscriptionAttribute(string streamNamespace, string? streamIdMapper = null)
        {
            StreamNamespace = streamNamespace.Trim();
            StreamIdMapper = streamIdMapper;
        }

        public string? StreamIdMapper { get; init; }

        internal string StreamNamespace { get; }
    }

    /// <summary>Stream providers as seen by a grain.</summary>
    public static class GrainStreamingExtensions
    {
        /// <exception cref="KeyNotFoundException">There is no provider of that name.</exception>
        public static IStreamProvider GetStreamProvider(this IGrainBase grain, string name)
            => MultiLine.Embedded.Streams.StreamProviders.Get(grain.GrainContext.ActivationServices, name);
    }

    /// <summary>Stream providers as seen from outside of grains.</summary>
    public static class ClientStreamingExtensions
    {
        /// <inheritdoc cref="GrainStreamingExtensions.GetStreamProvider(IGrainBase, string)"/>
        public static IStreamProvider GetStreamProvider(this IClusterClient client, string name)
            => MultiLine.Embedded.Streams.StreamProviders.Get(client.ServiceProvider, name);
    }
}

namespace Orleans.Streams
{
    /// <summary>A subscription of a grain to a stream.</summary>
    public abstract class StreamSubscriptionHandle<T>
    {
        public abstract StreamId StreamId { get; }

        public abstract string ProviderName { get; }

        /// <summary>Names the observer that takes the items in this activation.</summary>
        public abstract Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null);

        public abstract Task UnsubscribeAsync();
    }
}

namespace Orleans.Streams.Core
{
    /// <summary>A grain that is told of its implicit subscriptions, before the first item of a stream in each activation.</summary>
    public interface IStreamSubscriptionObserver
    {
        /// <summary>Answer with <c>handleFactory.Create&lt;T&gt;().ResumeAsync(observer)</c>.</summary>
        Task OnSubscribed(IStreamSubscriptionHandleFactory handleFactory);
    }

    /// <summary>Makes the handle of a subscription.</summary>
    public interface IStreamSubscriptionHandleFactory
    {
        StreamId StreamId { get; }

        string ProviderName { get; }

        StreamSubscriptionHandle<T> Create<T>();
    }
}
