using System.Globalization;
using System.Text.Json.Nodes;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Arrivals;

/// <summary>The webhooks that Meta and others have published.</summary>
internal static class PublishedWebhooks
{
    /// <summary>Every change of every example, to a number that the tests' firm has. Some have the same ids; here each has its own.</summary>
    public static IReadOnlyList<JsonObject> Changes() =>
    [
        .. new[] { "facebook-openapi/whatsapp_webhooks", "netflie-whatsapp-cloud-api" }
            .SelectMany(Payloads.Files)
            .Order(StringComparer.Ordinal)
            .SelectMany(Read),
    ];

    private static IEnumerable<JsonObject> Read(string file, int index)
    {
        var text = File.ReadAllText(file)
            .Replace("\"wamid.", string.Create(CultureInfo.InvariantCulture, $"\"wamid.{index}."), StringComparison.Ordinal)
            .Replace("\"from\": \"PHONE_NUMBER_ID\"", "\"from\": \"16505551234\"", StringComparison.Ordinal)
            .Replace("\"PHONE_NUMBER\"", "\"16505551234\"", StringComparison.Ordinal)
            .Replace("\"SENDER_PHONE_NUMBER\"", "\"16505551234\"", StringComparison.Ordinal);
        foreach (var change in JsonNode.Parse(text)!["entry"]!.AsArray().SelectMany(entry => entry!["changes"]!.AsArray()))
        {
            var own = change!.DeepClone().AsObject();
            own["value"]!["metadata"]!["phone_number_id"] = Firms.NorthwindNumber;
            yield return own;
        }
    }
}
