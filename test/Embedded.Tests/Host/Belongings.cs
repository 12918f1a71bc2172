namespace MultiLine.Embedded.Tests.Host;

/// <summary>A service of which each scope has its own.</summary>
public sealed class Belongings(Stage stage) : IDisposable
{
    public void Dispose() => stage.Say("belongings disposed");
}
