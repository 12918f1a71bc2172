using System.Net;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Operations;

/// <summary>The Orleans dashboard, which only an Orleans cluster has.</summary>
public sealed class DashboardTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Dashboard = "/operations/dashboard/";

    private static readonly string[] Pages = ["", "index.html", "index.min.js", "index.css", "version", "DashboardCounters", "ClusterStats", "Reminders/1", "Trace"];

    [Fact]
    public async Task The_dashboard_shows_an_operator_the_grains_of_the_silo()
    {
        var operatorsClient = await As(Cast.Operator);

        var page = await operatorsClient.GetAsync(new Uri(Dashboard, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("Orleans Dashboard", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);

        var counters = await Eventually.Get("our grains among the dashboard's", async () =>
        {
            var answer = (await operatorsClient.Get($"{Dashboard}DashboardCounters")).Is(HttpStatusCode.OK).Json;
            return answer["simpleGrainStats"]!.AsArray().Any(grain => ((string)grain!["grainType"]!).Contains("OrganizationGrain", StringComparison.Ordinal))
                ? answer
                : null;
        });
        Assert.Equal(1, (int)counters["totalActiveHostCount"]!);
    }

    [Fact]
    public async Task Nobody_but_an_operator_gets_anything_of_the_dashboard()
    {
        foreach (var page in Pages)
        {
            (await Anonymous().Get(Dashboard + page)).IsProblem(401, "unauthenticated");
            (await (await As(Cast.Administrator)).Get(Dashboard + page)).IsProblem(403, "forbidden");
        }
    }

    [Fact]
    public async Task The_dashboard_shows_no_state_of_grains_and_no_log()
    {
        var operatorsClient = await As(Cast.Operator);

        (await operatorsClient.Get($"{Dashboard}GrainState?grainId=system&grainType=session-keys")).Is(HttpStatusCode.NotFound);
        (await operatorsClient.Get($"{Dashboard}Trace")).Is(HttpStatusCode.Forbidden);
    }
}
