using System.Globalization;

namespace MultiLine.Load;

/// <summary>Figures as every bench prints them: <c>name value unit</c>.</summary>
internal static class Figure
{
    public static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.##} {unit}"));
}
