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
        ["Hosting"] = [],
        ["Grains.Interfaces"] = ["Domain"],
        ["Connectors"] = ["Domain"],
        ["Storage"] = ["Domain"],
        ["Grains"] = ["Grains.Interfaces", "Storage", "Connectors"],
        ["Silo"] = ["Grains", "Storage", "Connectors", "Hosting"],
        // Silo on the embedded host only, where the grains are in the same process.
        ["Api"] = ["Grains.Interfaces", "Hosting", "Silo"],
        ["Cli"] = ["Domain", "Storage", "Connectors"],
    };

    /// <summary>
    /// Whose code a project may name: its own, that of the projects it refers to, and what those show on their surface. That MSBuild passes
    /// references on gives no right to what lies further below.
    /// </summary>
    public static IReadOnlySet<string> Named(string project)
    {
        HashSet<string> named = [project, .. Allowed[project]];
        named.UnionWith(named.Where(Surfaces.ContainsKey).SelectMany(other => Surfaces[other]).ToList());
        if (KnowTheActorHost.Contains(project))
        {
            named.Add("Embedded");
        }

        return named;
    }

    /// <summary>The grains are called by their interfaces, which speak in terms of the domain.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Surfaces = new()
    {
        ["Grains.Interfaces"] = ["Domain"],
        ["Grains"] = ["Grains.Interfaces", "Domain"],
    };

    /// <summary>The projects that speak the Orleans programming model; Storage keeps its grain state and reminders.</summary>
    public static readonly IReadOnlyList<string> KnowTheActorHost = ["Grains.Interfaces", "Grains", "Storage", "Silo", "Api"];
}
