namespace MultiLine.Load.Running;

/// <summary>The product with the simulator in Meta's place: what is put under load, and broken.</summary>
public interface ISystemUnderLoad
{
    /// <summary>The servers of the API; each gets a share of the load.</summary>
    IReadOnlyList<Uri> Servers { get; }

    Uri Simulator { get; }

    /// <summary>The token of a one-time link for a person of <see cref="Bank"/>.</summary>
    Task<string> IssueLinkAsync(string person);

    /// <summary>Breaks something, and mends it before it returns.</summary>
    Task BreakAsync(Random chance);
}
