using System.CommandLine;

namespace MultiLine.Cli.Demonstration;

/// <summary>
/// Where the simulator is. The demonstration asks for it each time and compares it with what the server is configured to use, so that it
/// can't come about by accident where messages reach real people.
/// </summary>
internal static class SimulatorAddress
{
    private const string ServerVariable = "WhatsApp__BaseAddress";

    private static readonly string[] Metas = ["facebook.com", "whatsapp.net", "whatsapp.com"];

    public static Option<Uri> Option() => CommonOptions.Address("--simulator", "The simulator that the server uses in place of WhatsApp.");

    /// <exception cref="CommandFailedException">It is WhatsApp itself, or the server uses another one.</exception>
    public static void Check(Uri simulator)
    {
        if (Metas.Any(domain => simulator.Host == domain || simulator.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)))
            throw new CommandFailedException($"{simulator} is WhatsApp itself. The demonstration is for the simulator only.");
        if (Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } configured
            && !(Uri.TryCreate(configured, UriKind.Absolute, out var server) && server.Authority == simulator.Authority))
        {
            throw new CommandFailedException($"The server is configured for {configured} ({ServerVariable}) and not for the simulator {simulator}.");
        }
    }
}
