namespace MultiLine.Clients.Tests.Harness;

/// <summary>A test that needs the clients; elsewhere it is skipped, and says why.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientFactAttribute : FactAttribute
{
    public ClientFactAttribute() => Skip = Script.MissingBecause;
}
