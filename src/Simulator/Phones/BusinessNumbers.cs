using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Phones;

/// <summary>The configured numbers of the businesses.</summary>
internal sealed class BusinessNumbers(SimulatorOptions options)
{
    public IReadOnlyList<BusinessNumber> All { get; } = [.. options.Numbers];

    public IEnumerable<string> Wabas => All.Select(number => number.WabaId).Distinct();

    public BusinessNumber? Find(string numberId) => All.FirstOrDefault(number => number.Id == numberId);

    public BusinessNumber Get(string numberId) =>
        Find(numberId)
        ?? throw new InvalidOperationException($"Phone number id {numberId} has messages but is not configured (Simulator:Numbers).");

    public bool HasWaba(string wabaId) => All.Any(number => number.WabaId == wabaId);
}
