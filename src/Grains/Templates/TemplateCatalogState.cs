using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Grains.Templates;

/// <summary>What the catalogue remembers between two readings of the provider's.</summary>
[GenerateSerializer, Alias("ml.TemplateCatalogState")]
public sealed class TemplateCatalogState
{
    [Id(0)] public IList<TemplateCard> Templates { get; set; } = [];

    /// <summary>The names of the opt-in requests that we submitted, the newest last.</summary>
    [Id(1)] public IList<string> OptInNames { get; set; } = [];

    /// <summary>
    /// The provider's time of the newest report on each template, by the provider's id; of its quality and its category by the id with
    /// <c>/quality</c> and <c>/category</c> behind it.
    /// </summary>
    [Id(2)] public IDictionary<string, DateTimeOffset> ReportedAt { get; set; } = new Dictionary<string, DateTimeOffset>();

    /// <summary>The parts of a template changed, and the catalogue has not been read since.</summary>
    [Id(3)] public bool IsStale { get; set; }
}
