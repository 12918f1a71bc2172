using MultiLine.Grains.Interfaces.Operations;

namespace MultiLine.Grains.Operations;

/// <summary>Between counts in a row and counts by name.</summary>
internal static class Throughputs
{
    public static readonly int Kinds = Enum.GetValues<Happening>().Length;

    public static readonly Throughput None = Of(new long[Kinds]);

    /// <param name="counts">By <see cref="Happening"/>.</param>
    public static Throughput Of(long[] counts)
    {
        long Of(Happening what) => counts[(int)what];
        return new Throughput(
            Of(Happening.Received),
            Of(Happening.Accepted),
            Of(Happening.Deferred),
            Of(Happening.Sent),
            Of(Happening.Delivered),
            Of(Happening.Read),
            Of(Happening.Failed),
            Of(Happening.OutcomeUnknown),
            Of(Happening.WebhookTaken),
            Of(Happening.WebhookKeptRaw),
            Of(Happening.WebhookNotTaken),
            Of(Happening.NotFollowed));
    }

    public static Throughput Plus(this Throughput one, Throughput other) => new(
        one.Received + other.Received,
        one.Accepted + other.Accepted,
        one.Deferred + other.Deferred,
        one.Sent + other.Sent,
        one.Delivered + other.Delivered,
        one.Read + other.Read,
        one.Failed + other.Failed,
        one.OutcomeUnknown + other.OutcomeUnknown,
        one.WebhookTaken + other.WebhookTaken,
        one.WebhookKeptRaw + other.WebhookKeptRaw,
        one.WebhookNotTaken + other.WebhookNotTaken,
        one.NotFollowed + other.NotFollowed);
}
