using Microsoft.Extensions.DependencyInjection;
using MultiLine.Domain.Organizations;

namespace MultiLine.Grains.Tests.Running;

/// <summary>What a test wants otherwise than usual.</summary>
public sealed record ProductSettings
{
    public IReadOnlyList<Organization> Organizations { get; init; } = [Firms.NorthwindBank];

    /// <summary>Settings of the product, such as <c>Sending:PairBurst</c>.</summary>
    public IDictionary<string, string?> Product { get; init; } = new Dictionary<string, string?>();

    /// <summary>Settings of the simulator, such as <c>Review:Automatic=false</c>.</summary>
    public IReadOnlyList<string> Simulator { get; init; } = [];

    /// <summary>Puts something of the test in the place of a part of the product.</summary>
    public Action<IServiceCollection> Replace { get; init; } = static _ => { };

    /// <summary>Whether to wait until the host has taken up what was left, so that nothing it does by itself meets what a test does first.</summary>
    public bool AwaitsWaking { get; init; } = true;

    /// <summary>Whether to wait until the opt-in requests are approved.</summary>
    public bool AwaitsOptInTemplate { get; init; } = true;
}
