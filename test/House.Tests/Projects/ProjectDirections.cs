namespace MultiLine.House.Tests.Projects;

/// <summary>Which project of <c>src</c> may refer to which others. A new project gets its line here.</summary>
internal static class ProjectDirections
{
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Allowed = new Dictionary<string, IReadOnlyList<string>>
    {
        ["Domain"] = [],
        ["Embedded"] = [],
        ["Simulator"] = [],
        ["Walkthrough"] = [],
        ["Grains.Interfaces"] = ["Domain"],
        ["Connectors"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Grains"] = ["Grains.Interfaces", "Storage", "Connectors"],
        ["Silo"] = ["Grains", "Storage", "Connectors"],
        ["Api"] = ["Grains.Interfaces", "Silo"],
        ["Cli"] = ["Domain", "Storage"],
    };

    /// <summary>The projects that speak the Orleans programming model; Storage keeps its grain state and reminders.</summary>
    public static readonly IReadOnlyList<string> KnowTheActorHost = ["Grains.Interfaces", "Grains", "Storage", "Silo", "Api"];
}
