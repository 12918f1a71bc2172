using System.Globalization;
using MultiLine.GrainCalls.Comparing;
using MultiLine.GrainCalls.Measuring;

return args switch
{
    ["compare", .. var options] => await Comparison.RunAsync(
        orleans: Option(options, "--orleans"), rounds: Number(options, "--rounds", 5), seconds: Number(options, "--seconds", 3)),
    ["round", .. var options] => await Round.RunAsync(TimeSpan.FromSeconds(Number(options, "--seconds", 3))),
    _ => Unknown(),
};

static string? Option(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at ? options[at + 1] : null;

static int Number(string[] options, string name, int otherwise) =>
    Option(options, name) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

static int Unknown()
{
    Console.Error.WriteLine("usage: compare [--orleans PROGRAM] [--rounds N] [--seconds N] | round [--seconds N]");
    return 2;
}
