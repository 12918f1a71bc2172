namespace MultiLine.Grains.Telemetry;

/// <summary>That a provider did not take a message, or did not deliver it.</summary>
/// <param name="Kind">One word: see <see cref="Interfaces.Operations.ProviderErrors.Kind"/>.</param>
/// <param name="Code">The provider's; null where it gave none.</param>
public sealed record ProviderFault(string Kind, int? Code);
