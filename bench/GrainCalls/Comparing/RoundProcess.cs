using System.Diagnostics;
using System.Globalization;

namespace MultiLine.GrainCalls.Comparing;

/// <summary>A round in a process of its own, of this program or of the same one built for the other actor host.</summary>
internal static class RoundProcess
{
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(string program, int seconds)
    {
        var start = new ProcessStartInfo("dotnet", [program, "round", "--seconds", seconds.ToString(CultureInfo.InvariantCulture)])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Split('\n').Select(Figure.TryParse).OfType<Figure>().ToDictionary(figure => figure.Name, figure => figure.Value)
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {output}");
    }
}
