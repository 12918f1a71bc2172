using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Embedded.Calls;
using MultiLine.Embedded.State;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;

namespace MultiLine.Embedded.Activations;

/// <summary>A class of grains, read once by reflection.</summary>
internal sealed class GrainClass
{
    private readonly ObjectFactory _construct;
    private readonly PersistentStateParameter[] _states;
    private readonly bool _filtersItself;

    /// <exception cref="NotSupportedException">It asks for something that this host has not; the message says what.</exception>
    public GrainClass(Type @class)
    {
        Class = @class;
        Type = @class.GetCustomAttribute<GrainTypeAttribute>()?.GetGrainType(null!, @class) ?? GrainType.Create(ConventionalName(@class));
        Interfaces = [.. @class.GetInterfaces().Where(i => i != typeof(IAddressable) && typeof(IAddressable).IsAssignableFrom(i))];
        IsReentrant = @class.IsDefined(typeof(ReentrantAttribute));
        HasReadOnlyMethods = Interfaces.Any(i => GrainInterface.Of(i).Methods.Values.Any(m => m.Interleaving is Interleaving.ReadOnly));
        MaxWorkers = @class.GetCustomAttribute<StatelessWorkerAttribute>()?.MaxLocalWorkers;
        StreamNamespaces = [.. @class.GetCustomAttributes<ImplicitStreamSubscriptionAttribute>().Select(NamespaceOf)];
        _states = PersistentStateParameter.Of(@class);
        _construct = ActivatorUtilities.CreateFactory(@class, Array.ConvertAll(_states, state => state.Type));
        _filtersItself = typeof(IIncomingGrainCallFilter).IsAssignableFrom(@class);
    }

    public Type Class { get; }

    public GrainType Type { get; }

    /// <summary>As statistics name it: class and assembly.</summary>
    public string ClassName => $"{Class.FullName},{Class.Assembly.GetName().Name}";

    public IReadOnlyList<Type> Interfaces { get; }

    public bool IsReentrant { get; }

    public bool HasReadOnlyMethods { get; }

    /// <summary>Activations per key of a stateless worker; null for other grains.</summary>
    public int? MaxWorkers { get; }

    /// <summary>Namespaces of the streams that it subscribes to implicitly.</summary>
    public IReadOnlyList<string> StreamNamespaces { get; }

    /// <summary>Constructs the grain, inside its activation.</summary>
    public IGrainBase Construct(Activation activation) =>
        (IGrainBase)_construct(activation.ActivationServices, Array.ConvertAll(_states, state => state.Make(activation)));

    /// <summary>The filters that each call of this activation passes, outermost first.</summary>
    public IIncomingGrainCallFilter[] Filters(Activation activation) =>
        _filtersItself ? [.. activation.Catalog.Filters, (IIncomingGrainCallFilter)activation.GrainInstance!] : activation.Catalog.Filters;

    /// <summary>As Orleans names a class without <see cref="GrainTypeAttribute"/>: <c>ConversationGrain</c> is <c>conversation</c>.</summary>
    private static string ConventionalName(Type @class)
    {
        var name = @class.Name;
        return (name.EndsWith("Grain", StringComparison.Ordinal) && name.Length > 5 ? name[..^5] : name).ToLowerInvariant();
    }

    private string NamespaceOf(ImplicitStreamSubscriptionAttribute subscription) => subscription.StreamIdMapper is null
        ? subscription.StreamNamespace
        : throw new NotSupportedException($"{Class}: stream id mappers are not supported; the key of the grain is the key of the stream.");
}
