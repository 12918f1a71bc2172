using MultiLine.Silo;

namespace MultiLine.Api.Tests.Starting;

internal static partial class StorageProgram
{
    private static readonly string Assembly = typeof(SiloHost).Assembly.Location;

    private static string[] MoreSettings => [$"--Cluster:SiloPort={FreePort.Next()}", $"--Cluster:GatewayPort={FreePort.Next()}"];
}
