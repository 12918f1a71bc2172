using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Phones.Acts;

/// <summary>An order out of the business's catalogue.</summary>
internal sealed record Order(string? CatalogId, string? Text, IReadOnlyList<OrderItem>? ProductItems) : IContactAct
{
    string? IContactAct.Flaw =>
        CatalogId is { Length: > 0 }
        && ProductItems is { Count: > 0 }
        && ProductItems.All(item => item is { ProductRetailerId.Length: > 0, Quantity: > 0, ItemPrice: >= 0, Currency.Length: 3 })
            ? null
            : "'catalogId' and 'productItems' with 'productRetailerId', 'quantity', 'itemPrice' and 'currency' must be given.";

    ContactMessage IContactAct.Compose(Message? about) =>
        new(
            "order",
            ContactMessage.WireForm(this with { Text = Text ?? "" }),
            new Bubble($"Order of {ProductItems!.Sum(item => item.Quantity)}") { Footer = Text }
        );
}

internal sealed record OrderItem(string? ProductRetailerId, int Quantity, decimal ItemPrice, string? Currency);
