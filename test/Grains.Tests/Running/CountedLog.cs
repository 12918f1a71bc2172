using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Tests.Running;

/// <summary>Counts how often the log of the conversations is asked for what.</summary>
internal sealed class CountedLog
{
    private readonly ConcurrentDictionary<string, int> _calls = new(StringComparer.Ordinal);

    /// <param name="method">Of <see cref="IConversationLog"/>; all of that name.</param>
    public int Calls(string method) => _calls.GetValueOrDefault(method);

    public void Reset() => _calls.Clear();

    /// <summary>For <see cref="ProductSettings.Replace"/>.</summary>
    public void Count(IServiceCollection services)
    {
        var log = services.Single(service => service.ServiceType == typeof(IConversationLog));
        services.Remove(log);
        services.AddSingleton(provider =>
        {
            var counter = DispatchProxy.Create<IConversationLog, Counter>();
            (((Counter)counter).Inner, ((Counter)counter).Calls) = (log.ImplementationFactory!(provider), _calls);
            return counter;
        });
    }

    private class Counter : DispatchProxy
    {
        public object Inner { get; set; } = null!;

        public ConcurrentDictionary<string, int> Calls { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            Calls.AddOrUpdate(targetMethod!.Name, 1, static (_, calls) => calls + 1);
            return targetMethod.Invoke(Inner, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
        }
    }
}
