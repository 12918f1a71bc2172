using MultiLine.Silo;

namespace MultiLine.Api;

public static partial class ApiHost
{
    /// <summary>It shows an Orleans cluster.</summary>
    internal static bool HasDashboard => false;

    private static partial void AddGrains(WebApplicationBuilder builder) => builder.AddMultiLineSilo();

    private static partial void MapDashboard(WebApplication app)
    {
        // There is none.
    }
}
