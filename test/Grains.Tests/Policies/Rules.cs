using System.Text.Json;
using MultiLine.Grains.Interfaces.Policies;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Policies;

/// <summary>Policies as administrators write them.</summary>
internal static class Rules
{
    /// <summary>A number that passes the Luhn test and belongs to nobody.</summary>
    public const string Card = "4012 8888 8888 1881";

    public static object Cards(string action, string direction = "both", string id = "cards", string name = "Payment cards", string[]? people = null, string[]? notify = null) => new
    {
        id,
        name,
        enabled = true,
        direction,
        people = people ?? [],
        notify = notify ?? [],
        detectors = new[] { new { type = "CREDIT_CARD" } },
        action,
        must_match = new[] { new { text = $"My card is {Card}." } },
        must_not_match = new[] { new { text = "My card is lost." } },
    };

    public static string Policy(params object[] rules) => JsonSerializer.Serialize(new { schema = 1, rules });

    /// <summary>Puts a policy in force in place of whatever is.</summary>
    public static async Task<long> PutInForce(this Product product, string policy, string organization = Firms.Northwind)
    {
        var grain = product.Grains.GetGrain<IPolicyGrain>(organization);
        var saved = await grain.Save(new PolicyChange(Firms.Administrator, (await grain.Get()).Version, policy));
        Assert.True(saved is { Version: not null }, $"Not saved: {saved.Refusal}{string.Join("; ", saved.Problems)}");
        return saved.Version!.Value;
    }
}
