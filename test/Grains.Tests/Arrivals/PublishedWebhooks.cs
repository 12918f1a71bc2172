using System.Globalization;
using System.Text.Json.Nodes;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Arrivals;

/// <summary>The webhooks that Meta and others have published. They aren't part of the project: they are read from beside it, if they are there.</summary>
internal static class PublishedWebhooks
{
    public static string? Folder { get; } = Find();

    /// <summary>Every change of every example, to a number that the tests' firm has. Some have the same ids; here each has its own.</summary>
    public static IReadOnlyList<JsonObject> Changes() =>
    [
        .. new[] { "facebook-openapi/whatsapp_webhooks", "netflie-whatsapp-cloud-api" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Folder!, folder), "*.json", SearchOption.AllDirectories))
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

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MultiLine.Orleans.sln")))
            {
                var payloads = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "payloads"));
                return Directory.Exists(payloads) ? payloads : null;
            }
        }

        return null;
    }
}

/// <summary>Tests that are skipped where the published payloads aren't there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedTheoryAttribute : TheoryAttribute
{
    public PublishedTheoryAttribute() =>
        Skip = PublishedWebhooks.Folder is null ? "needs the published payloads beside the project, in ../shared/payloads" : null;
}
