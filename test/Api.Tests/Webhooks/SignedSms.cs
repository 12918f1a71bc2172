using System.Security.Cryptography;
using System.Text;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Webhooks;

/// <summary>What the SMS provider posts, signed by hand as Twilio documents it.</summary>
internal static class SignedSms
{
    public const string Path = "/webhooks/sms";

    public static Dictionary<string, string> From(string phone, string text) => new()
    {
        ["MessageSid"] = $"SM{Guid.NewGuid():n}",
        ["From"] = phone,
        ["To"] = Cast.SalesSms,
        ["Body"] = text,
        ["NumMedia"] = "0",
    };

    public static Task<Answer> Post(Product product, Dictionary<string, string> fields, string path = Path) =>
        Post(product, fields, Sign(new Uri(product.Address, path).ToString(), fields), path);

    public static async Task<Answer> Post(Product product, Dictionary<string, string> fields, string? signature, string path = Path)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await Post(product, content, signature, path);
    }

    public static async Task<Answer> Post(Product product, HttpContent content, string? signature, string path = Path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (signature is not null)
        {
            request.Headers.Add("X-Twilio-Signature", signature);
        }

        return await product.Anonymous().Deliver(request);
    }

    public static string Sign(string url, Dictionary<string, string> fields)
    {
        var text = url + string.Concat(fields.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));
#pragma warning disable CA5350 // SHA-1 is what the protocol has.
        return Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Product.SmsToken), Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350
    }
}
