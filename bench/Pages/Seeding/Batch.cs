using System.Text.Json;

namespace MultiLine.Pages.Seeding;

/// <summary>A webhook with many messages, as WhatsApp sends them when much has gathered.</summary>
internal static class Batch
{
    private static readonly string[] s_names = ["Anna", "Ben", "Chloé", "David", "Elif", "Farah", "George", "Hanna", "Ivan", "José", "Kim", "Lena"];
    private static readonly string[] s_families = ["Albrecht", "Brown", "Castillo", "Dubois", "Ek", "Ferrari", "Gupta", "Haddad", "Ito", "Jansen", "Kowalska"];

    /// <param name="messages">Of each contact, oldest first.</param>
    public static byte[] Of(params IReadOnlyList<(string From, IReadOnlyList<object> Messages)> messages) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new[] { new { id = Bank.Account, changes = messages.Select(contact => Change(contact.From, contact.Messages)) } },
    });

    private static object Change(string from, IReadOnlyList<object> messages) => new
    {
        field = "messages",
        value = new
        {
            messaging_product = "whatsapp",
            metadata = new { display_phone_number = "49305550100", phone_number_id = Bank.PhoneNumberId },
            contacts = new[] { new { profile = new { name = Name(from) }, wa_id = from } },
            messages,
        },
    };

    private static string Name(string from)
    {
        var number = int.Parse(from[^5..], System.Globalization.CultureInfo.InvariantCulture);
        return $"{s_names[number % s_names.Length]} {s_families[number % s_families.Length]}";
    }
}
