using System.Globalization;

namespace MultiLine.Archive;

/// <summary>One figure; printed as <c>name value unit</c>.</summary>
internal sealed record Figure(string Name, double Value, string Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} {Value:F0} {Unit}");
}
