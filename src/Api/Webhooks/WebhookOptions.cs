using System.ComponentModel.DataAnnotations;

namespace MultiLine.Api.Webhooks;

/// <summary>How much of what providers post is taken in at once. Configuration section <c>Webhooks</c>.</summary>
public sealed class WebhookOptions
{
    public const string Section = "Webhooks";

    /// <summary>Webhooks that a server takes in at once, those that wait for the storage among them. Default 1000; between 1 and 100000.</summary>
    [Range(1, 100_000, ErrorMessage = "Webhooks:MostAtOnce must be between 1 and 100000.")]
    public int MostAtOnce { get; set; } = 1000;

    /// <summary>What their bodies may have together, in bytes. Default 64 MiB; between 3 MiB, which the largest one has, and 4 GiB.</summary>
    [Range(WhatsAppWebhook.LargestBody, 4L * 1024 * 1024 * 1024, ErrorMessage = "Webhooks:MostBytesAtOnce must be between 3145728 and 4294967296.")]
    public long MostBytesAtOnce { get; set; } = 64 * 1024 * 1024;
}
