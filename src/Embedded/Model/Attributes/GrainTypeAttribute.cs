using Orleans.Runtime;

namespace Orleans;

/// <summary>The stable name of a grain class; part of every grain's identity, so of reminders and stored states.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class GrainTypeAttribute(string grainType) : Attribute
{
    private readonly GrainType _grainType = GrainType.Create(grainType);

    public GrainType GetGrainType(IServiceProvider services, Type type) => _grainType;
}
