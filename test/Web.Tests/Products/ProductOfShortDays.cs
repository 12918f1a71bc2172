namespace MultiLine.Web.Tests.Products;

/// <summary>
/// A product, and a simulator with it, whose day of WhatsApp's rules is over soon: for what happens when a session lapses or a contact may be
/// asked again.
/// </summary>
public sealed class ProductOfShortDays() : RunningProduct(
    [$"Conversation:SessionWindow={Day}", $"Conversation:AskAgainAfter={Day}"], [$"Simulator:WindowLength={Day}"])
{
    public static readonly TimeSpan Day = TimeSpan.FromSeconds(15);
}
