using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Grains.Templates;

/// <summary>What the catalogue remembers between two readings of the provider's.</summary>
[GenerateSerializer, Alias("ml.TemplateCatalogState")]
public sealed class TemplateCatalogState
{
    [Id(0)] public IList<TemplateCard> Templates { get; set; } = [];

    /// <summary>The names of the opt-in requests that we submitted, the newest last.</summary>
    [Id(1)] public IList<string> OptInNames { get; set; } = [];
}
