namespace MultiLine.Cli.Demonstration.Cast;

/// <summary>What the bank lets nobody write on WhatsApp, as the API takes it.</summary>
internal static class HousePolicy
{
    /// <summary>A number that card networks give out for tests.</summary>
    public const string Card = "4111 1111 1111 1111";

    public static object Rules { get; } = new
    {
        Schema = 1,
        Rules = (object[])
        [
            new
            {
                Id = "payment-cards",
                Name = "Payment cards",
                Direction = "both",
                Detectors = (object[])[new { Type = "CREDIT_CARD" }],
                Action = "redact",
                Notify = (string[])[Bank.Beatriz.Id],
                MustMatch = (object[])[new { Text = $"My card is {Card}." }],
                MustNotMatch = (object[])[new { Text = "My order is 4111 1111 1111 1112." }],
            },
        ],
    };
}
