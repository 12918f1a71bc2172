namespace MultiLine.GrainCalls.Grains;

/// <summary>The grains that are called.</summary>
internal static class Desks
{
    public const int Count = 1000;

    public static IDeskGrain[] All(IGrainFactory grains) =>
        [.. Enumerable.Range(0, Count).Select(desk => grains.GetGrain<IDeskGrain>($"desk-{desk}"))];
}
