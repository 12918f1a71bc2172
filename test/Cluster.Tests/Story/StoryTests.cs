using System.Diagnostics;
using MultiLine.Cluster.Tests.Clusters;
using MultiLine.Load.Running;
using Xunit.Abstractions;

namespace MultiLine.Cluster.Tests.Story;

/// <summary>The main job from end to end, told from outside over HTTP, with a day of 30 seconds.</summary>
public sealed class StoryTests(ITestOutputHelper output)
{
    private const int Day = 30;

    [ClusterFact]
    public Task One_silo_does_the_whole_job() => TellAsync(silos: 1);

    [ClusterFact]
    public Task Three_silos_do_the_whole_job() => TellAsync(silos: 3);

    private async Task TellAsync(int silos)
    {
        await using var cluster = await TestedCluster.StartAsync(
            silos,
            [$"Conversation:SessionWindow=00:00:{Day}", $"Conversation:AskAgainAfter=00:00:{Day}"],
            $"Simulator:WindowLength=00:00:{Day}",
            "Simulator:Review:Automatic=false");

        var (ending, told) = await RunAsync(
            "--product", $"{cluster.Servers[0]}", "--simulator", $"{cluster.Simulator}", "--line", Bank.Line, "--window", $"{Day}",
            "--user", await Link(Bank.User), "--administrator", await Link(Bank.Administrator), "--compliance", await Link(Bank.Officer),
            "--multiline", Built.Program("Cli"));

        output.WriteLine(told);
        Assert.Equal(0, ending);
        Assert.EndsWith("steps went as told.", told.TrimEnd(), StringComparison.Ordinal);

        async Task<string> Link(string person) => $"{cluster.Servers[0]}sign-in?token={await cluster.IssueLinkAsync(person)}";
    }

    /// <summary>How the storyteller ended, and what it said.</summary>
    private static async Task<(int Ending, string Told)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Program("Walkthrough"), .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var told = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, told);
    }
}
