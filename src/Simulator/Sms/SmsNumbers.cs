using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Sms;

/// <summary>The configured SMS numbers of the businesses.</summary>
internal sealed class SmsNumbers(SimulatorOptions options)
{
    public IReadOnlyList<string> All { get; } = [.. options.Sms.Numbers.Select(number => "+" + PhoneNumber.DigitsOf(number))];

    /// <summary>The number as it is configured, or null; the first one if none is named.</summary>
    public string? Find(string? number) =>
        number is null ? All[0] : All.FirstOrDefault(known => known[1..] == PhoneNumber.TryDigitsOf(number));
}
