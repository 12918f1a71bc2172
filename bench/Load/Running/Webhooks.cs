using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MultiLine.Load.Running;

/// <summary>Posts webhooks as WhatsApp does: signed over the bytes.</summary>
internal sealed class Webhooks(Uri product) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
    {
        BaseAddress = product,
        Timeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>True if it was answered 200; anything else, and a broken connection, is for the sender to repeat.</summary>
    public async Task<bool> PostAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "webhooks/whatsapp") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Bank.AppSecret), body);
        request.Headers.Add("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(signature)}");
        try
        {
            using var answer = await _http.SendAsync(request);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return false;
        }
    }

    /// <summary>One webhook with these texts of contacts.</summary>
    public static byte[] Texts(params IReadOnlyList<ContactText> texts) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        @object = "whatsapp_business_account",
        entry = new[]
        {
            new { id = Bank.Account, changes = texts.Select(Change).ToArray() },
        },
    });

    public void Dispose() => _http.Dispose();

    private static object Change(ContactText text) => new
    {
        field = "messages",
        value = new
        {
            messaging_product = "whatsapp",
            metadata = new { display_phone_number = "49305550100", phone_number_id = Bank.PhoneNumberId },
            contacts = new[] { new { profile = new { name = $"Contact {text.From}" }, wa_id = text.From } },
            messages = new[]
            {
                new
                {
                    from = text.From,
                    id = text.Wamid,
                    timestamp = text.At.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
                    type = "text",
                    text = new { body = text.Body },
                },
            },
        },
    };
}

/// <param name="From">The contact's number without plus.</param>
/// <param name="Wamid">The provider's id.</param>
/// <param name="At">The provider's time.</param>
/// <param name="Body">What the contact wrote.</param>
internal sealed record ContactText(string From, string Wamid, DateTimeOffset At, string Body);
