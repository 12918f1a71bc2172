namespace MultiLine.Grains.SignIn;

/// <summary>The keys of the servers' sessions, each sealed.</summary>
[GenerateSerializer, Alias("ml.SessionKeysState")]
public sealed class SessionKeysState
{
    /// <summary>By the framework's name of the key.</summary>
    [Id(0)] public IDictionary<string, byte[]> Sealed { get; set; } = new Dictionary<string, byte[]>();
}
