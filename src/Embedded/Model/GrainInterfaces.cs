namespace Orleans.Runtime
{
    /// <summary>Whatever a call can be addressed to: a grain or a reference to one.</summary>
    public interface IAddressable;
}

namespace Orleans
{
    using Orleans.Runtime;

    /// <summary>Marks grain interfaces.</summary>
    public interface IGrain : IAddressable;

    /// <summary>Marks grain interfaces whose grains are keyed by a string.</summary>
    public interface IGrainWithStringKey : IGrain;

    /// <summary>Marks grain interfaces whose grains are keyed by a GUID.</summary>
    public interface IGrainWithGuidKey : IGrain;

    /// <summary>Marks grain interfaces whose grains are keyed by a 64-bit integer.</summary>
    public interface IGrainWithIntegerKey : IGrain;
}
