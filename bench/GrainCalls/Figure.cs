using System.Globalization;

namespace MultiLine.GrainCalls;

/// <summary>One figure; printed as <c>name value unit</c>.</summary>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public const string Calls = "grain_calls_per_s";
    public const string CopiedCalls = "copied_grain_calls_per_s";
    public const string KeyedCalls = "keyed_grain_calls_per_s";
    public const string GrainToGrainCalls = "grain_to_grain_calls_per_s";

    public void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:0.##} {Unit}"));

    /// <summary>Null if the line is none.</summary>
    public static Figure? TryParse(string line) => line.Split(' ') is [var name, var value, var unit]
        && double.TryParse(value, CultureInfo.InvariantCulture, out var number) ? new(name, number, unit) : null;
}
