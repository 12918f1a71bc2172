using MultiLine.Embedded.Hosting;

namespace MultiLine.Embedded.Tests.Own.Surface;

/// <summary>
/// What src/Embedded declares in Orleans' namespaces is what real Orleans declares: the metadata of its assemblies decides, as many as
/// there are on this machine.
/// </summary>
public sealed class SurfaceTests
{
    /// <summary>Types that real Orleans has in other assemblies, which not every package feed has.</summary>
    private static readonly HashSet<string> s_elsewhere =
    [
        // Orleans.Serialization.Abstractions
        "Orleans.AliasAttribute", "Orleans.GenerateSerializerAttribute", "Orleans.IdAttribute", "Orleans.ImmutableAttribute",
        "Orleans.ResponseTimeoutAttribute",

        // Orleans.Core
        "Orleans.GrainState`1", "Orleans.IClusterClient", "Orleans.IGrainState`1", "Orleans.Runtime.DetailedGrainStatistic",
        "Orleans.Runtime.IManagementGrain", "Orleans.Runtime.SimpleGrainStatistic", "Orleans.Storage.IGrainStorage",
        "Orleans.Storage.InconsistentStateException",

        // Orleans.Runtime
        "Orleans.Runtime.IPersistentState`1", "Orleans.Runtime.PersistentStateAttribute",

        // Orleans.Reminders
        "Orleans.GrainReminderExtensions", "Orleans.IRemindable", "Orleans.IReminderTable", "Orleans.ReminderEntry",
        "Orleans.ReminderTableData", "Orleans.Runtime.IGrainReminder", "Orleans.Runtime.ReminderException", "Orleans.Runtime.TickStatus",
        "Orleans.Timers.IReminderRegistry",

        // Orleans.Streaming
        "Orleans.ClientStreamingExtensions", "Orleans.GrainStreamingExtensions", "Orleans.ImplicitStreamSubscriptionAttribute",
        "Orleans.Runtime.StreamId", "Orleans.Streams.Core.IStreamSubscriptionHandleFactory", "Orleans.Streams.Core.IStreamSubscriptionObserver",
        "Orleans.Streams.IAsyncBatchProducer`1", "Orleans.Streams.IAsyncObservable`1", "Orleans.Streams.IAsyncObserver`1",
        "Orleans.Streams.IAsyncStream", "Orleans.Streams.IAsyncStream`1", "Orleans.Streams.IStreamProvider",
        "Orleans.Streams.StreamSequenceToken", "Orleans.Streams.StreamSubscriptionHandle`1",
    ];

    /// <summary>Interfaces that our own code implements: it must find all that real Orleans asks of it.</summary>
    private static readonly string[] s_implementedByUs =
    [
        "Orleans.IGrainBase", "Orleans.IIncomingGrainCallFilter", "Orleans.IRemindable", "Orleans.IReminderTable",
        "Orleans.Storage.IGrainStorage", "Orleans.Streams.IAsyncObserver`1", "Orleans.Streams.Core.IStreamSubscriptionObserver",
    ];

    private static readonly Dictionary<string, TypeShape> s_real = RealAssemblies.Files
        .SelectMany(AssemblySurface.Read).DistinctBy(type => type.Name).ToDictionary(type => type.Name);

    private static readonly TypeShape[] s_declared =
        [.. AssemblySurface.Read(typeof(EmbeddedHost).Assembly.Location).Where(type => type.Name.StartsWith("Orleans.", StringComparison.Ordinal))];

    public static TheoryData<string> Declared => [.. s_declared.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(Declared))]
    public void A_declared_type_is_part_of_Orleans_with_the_same_signatures(string name)
    {
        var declared = s_declared.Single(type => type.Name == name);
        if (!s_real.TryGetValue(name, out var real))
        {
            Assert.True(!RealAssemblies.AreComplete && s_elsewhere.Contains(name), $"Orleans has no public type {name}.");
            return;
        }

        Assert.Equal(real.Kind, declared.Kind);
        Assert.True(declared.IsSealed || !real.IsSealed, $"{name} is sealed in Orleans.");
        Assert.Equal(real.AttributeUsage, declared.AttributeUsage);
        Assert.Empty(declared.Interfaces.Except(Inherited(real)));
        Assert.Contains(declared.Base, BaseTypes(real));
        Assert.Empty(declared.Members.Where(member => !IsOwnBusiness(member)).Except(real.Members));
        if (s_implementedByUs.Contains(name))
        {
            Assert.Empty(real.Obligations.Except(declared.Obligations));
        }
    }

    [Fact]
    public void The_list_of_types_that_live_elsewhere_names_only_declared_types_that_do()
    {
        Assert.Empty(s_elsewhere.Except(s_declared.Select(type => type.Name)));
        Assert.Empty(s_elsewhere.Intersect(AssemblySurface.Read(RealAssemblies.CoreAbstractions).Select(type => type.Name)));
    }

    [Fact]
    public void The_comparison_notices_a_changed_signature()
    {
        var factory = s_real["Orleans.IGrainFactory"];

        Assert.Contains(
            "public abstract !!0 GetGrain<Orleans.IGrainWithStringKey>(String primaryKey, String grainClassNamePrefix = …)", factory.Members);
        Assert.DoesNotContain("public abstract !!0 GetGrain<Orleans.IGrainWithStringKey>(String primaryKey)", factory.Members);
    }

    /// <summary>How a type writes, compares and hashes itself, and what C# adds to types by itself.</summary>
    private static bool IsOwnBusiness(string member) =>
        member is "public override String ToString()" or "public override Boolean Equals(Object obj)" or "public override Int32 GetHashCode()";

    private static HashSet<string> Inherited(TypeShape type)
    {
        var all = type.Interfaces.ToHashSet();
        foreach (var inherited in type.Interfaces.Append(type.Base).Where(s_real.ContainsKey).SelectMany(name => Inherited(s_real[name])))
        {
            all.Add(inherited);
        }

        return all;
    }

    private static IEnumerable<string> BaseTypes(TypeShape type) =>
        s_real.TryGetValue(type.Base, out var next) ? BaseTypes(next).Prepend(type.Base) : [type.Base];
}
