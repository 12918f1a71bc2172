namespace MultiLine.GrainCalls.Grains;

/// <summary>The grains that are called.</summary>
internal static class Desks
{
    public const int Count = 1000;

    public static readonly string[] Keys = [.. Enumerable.Range(0, Count).Select(desk => $"desk-{desk}")];

    public static IDeskGrain[] All(IGrainFactory grains) => Array.ConvertAll(Keys, key => grains.GetGrain<IDeskGrain>(key));
}
