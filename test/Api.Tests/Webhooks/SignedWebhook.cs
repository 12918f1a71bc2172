using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Webhooks;

/// <summary>Webhooks as Meta sends them.</summary>
internal static class SignedWebhook
{
    public const string Path = "/webhooks/whatsapp";

    public static byte[] TextFrom(string phone, string text, string number = Cast.SalesNumber) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new
            {
                id = Cast.NorthAccount,
                changes = new[]
                {
                    new
                    {
                        field = "messages",
                        value = new
                        {
                            messaging_product = "whatsapp",
                            metadata = new { display_phone_number = "49305550100", phone_number_id = number },
                            contacts = new[] { new { profile = new { name = "Maria Keller" }, wa_id = phone, user_id = $"DE.{phone}" } },
                            messages = new[]
                            {
                                new
                                {
                                    from = phone,
                                    from_user_id = $"DE.{phone}",
                                    id = $"wamid.{Guid.NewGuid():n}",
                                    timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
                                    type = "text",
                                    text = new { body = text },
                                },
                            },
                        },
                    },
                },
            },
        },
    });

    public static Task<Answer> Post(HttpClient client, byte[] body) => Post(client, body, Sign(body));

    public static async Task<Answer> Post(HttpClient client, byte[] body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null)
        {
            request.Headers.Add("X-Hub-Signature-256", signature);
        }

        return await client.Deliver(request);
    }

    public static string Sign(byte[] body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Product.AppSecret), body))}";
}
