using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks.Messages;

/// <summary>Reads the cards that a contact shares.</summary>
internal static class SharedContactReader
{
    public static InboundContent.Contacts? Read(JsonElement cards) =>
        cards.ValueKind == JsonValueKind.Array && cards.GetArrayLength() > 0
            ? new InboundContent.Contacts([.. cards.EnumerateArray().Select(Card)])
            : null;

    private static SharedContact Card(JsonElement card) => new(Name(card.Member("name")))
    {
        Phones = [.. card.ListOf("phones").Select(Phone).OfType<SharedPhone>()],
        Emails = [.. card.ListOf("emails").Select(email => email.Text("email")).OfType<string>()],
        Company = card.Member("org").Text("company"),
        OnRequest = card.Text("origin") == "contact_request",
    };

    private static string Name(JsonElement name) =>
        name.Text("formatted_name") ?? string.Join(' ', new[] { name.Text("first_name"), name.Text("last_name") }.OfType<string>());

    private static SharedPhone? Phone(JsonElement phone)
    {
        var whatsApp = WireIdentity.Phone(phone.TextOrNumber("wa_id"));
        return (phone.TextOrNumber("phone") ?? whatsApp) is { } number ? new SharedPhone(number, whatsApp, phone.Text("type")) : null;
    }
}
