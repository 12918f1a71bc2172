using System.Collections.Immutable;
using System.Globalization;
using MultiLine.Domain.Policy.Inspection;
using MultiLine.Domain.Policy.Rules;

namespace MultiLine.Domain.Surveillance;

/// <summary>Which messages are sampled.</summary>
public static class Sampling
{
    /// <summary>
    /// Whether a message falls into the share. Nobody can tell before who has not the key of the hash, and it is the same each time it is asked.
    /// </summary>
    /// <param name="percent">0 to 100.</param>
    /// <param name="keyedHash">64 random-looking bits in hexadecimal, of the message under the organisation's key.</param>
    public static bool Includes(double percent, string keyedHash) =>
        percent > 0 && ulong.Parse(keyedHash, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) < percent / 100 * ulong.MaxValue;

    /// <summary>
    /// The share of a message: what the organisation's own plan says, or what those above it want of all messages if that is more. People and
    /// lines are an organisation's own.
    /// </summary>
    public static double Share(IReadOnlyList<PolicyLayer> layers, string organization, string line, string? author)
    {
        ArgumentNullException.ThrowIfNull(layers);
        return layers
            .Where(layer => layer.Policy.Sampling is not null)
            .Select(layer => layer.Organization == organization ? layer.Policy.Sampling!.ShareOf(line, author) : layer.Policy.Sampling!.Percent)
            .DefaultIfEmpty(0)
            .Max();
    }

    internal static IEnumerable<string> Problems(SamplingPlan plan)
    {
        IEnumerable<(string What, ImmutableArray<(string Id, double Percent)> Shares)> kinds =
        [
            ("person", [.. plan.People.Select(share => (share.Person, share.Percent))]),
            ("line", [.. plan.Lines.Select(share => (share.Line, share.Percent))]),
        ];
        if (!IsPercent(plan.Percent))
            yield return Text($"The share of all messages is {plan.Percent} percent; it has to be 0 to 100.");
        foreach (var (what, shares) in kinds)
        {
            if (shares.Length > PolicyLimits.Named)
                yield return Text($"The sampling names more than {PolicyLimits.Named} of the kind {what}.");
            foreach (var (id, percent) in shares)
            {
                if (!KeyPart.IsValid(id))
                    yield return $"The sampling names “{id}”, which can't be the id of a {what}.";
                if (!IsPercent(percent))
                    yield return Text($"The share of the {what} “{id}” is {percent} percent; it has to be 0 to 100.");
            }

            foreach (var id in shares.CountBy(share => share.Id, StringComparer.Ordinal).Where(id => id.Value > 1))
                yield return $"The sampling names the {what} “{id.Key}” more than once.";
        }
    }

    private static bool IsPercent(double percent) => percent is >= 0 and <= 100;

    private static string Text(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
