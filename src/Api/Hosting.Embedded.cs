using MultiLine.Silo;

namespace MultiLine.Api;

public static partial class ApiHost
{
    private static partial void AddGrains(WebApplicationBuilder builder) => builder.AddMultiLineSilo();

    private static partial void MapDashboard(WebApplication app)
    {
        // It shows an Orleans cluster.
    }
}
