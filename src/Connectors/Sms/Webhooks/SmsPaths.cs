namespace MultiLine.Connectors.Sms.Webhooks;

/// <summary>Where the provider reports to us.</summary>
public static class SmsPaths
{
    /// <summary>What contacts write.</summary>
    public const string Inbound = "/webhooks/sms";

    /// <summary>What becomes of our messages.</summary>
    public const string Status = "/webhooks/sms/status";

    /// <summary>The parameter that names the attempt in the address of a status.</summary>
    internal const string Attempt = "attempt";

    /// <summary>Where the statuses of one attempt arrive. The signature covers it.</summary>
    public static string StatusOf(string attemptId) => $"{Status}?{Attempt}={Uri.EscapeDataString(attemptId)}";
}
