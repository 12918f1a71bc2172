namespace MultiLine.Connectors;

/// <summary>How often in a row a message was put off, and for which reason. Waits grow with one reason only: another one begins anew.</summary>
/// <param name="Times">How often.</param>
/// <param name="ProviderCode">The provider's code of the reason; null where the provider was not reached.</param>
public sealed record Deferrals(int Times, int? ProviderCode)
{
    public static Deferrals None { get; } = new(0, null);

    public int For(int? providerCode) => providerCode == ProviderCode ? Times : 0;
}
