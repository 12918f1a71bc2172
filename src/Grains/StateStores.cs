namespace MultiLine.Grains;

/// <summary>Names of the stores that keep the grains' own state.</summary>
public static class StateStores
{
    public const string Grains = "grains";
}
