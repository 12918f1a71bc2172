using System.Text.Json;
using System.Text.Json.Nodes;

namespace MultiLine.Connectors.WhatsApp.Accounts;

/// <summary>
/// A phone number of an account. What Meta doesn't tell is null.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/phone-numbers
/// </summary>
public sealed record BusinessNumber
{
    internal const string Fields =
        "id,display_phone_number,verified_name,status,platform_type,code_verification_status,name_status,quality_rating,throughput,"
        + "health_status";

    public required string Id { get; init; }

    /// <summary>The number as people read it.</summary>
    public string? Display { get; init; }

    public string? VerifiedName { get; init; }

    /// <summary><c>CONNECTED</c> once it is registered; before and else for example <c>PENDING</c>, <c>DISCONNECTED</c>, <c>BANNED</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>CLOUD_API</c> once it is registered there.</summary>
    public string? Platform { get; init; }

    /// <summary>Whether its ownership was shown by a code: <c>VERIFIED</c>, <c>NOT_VERIFIED</c>, <c>EXPIRED</c>.</summary>
    public string? CodeVerification { get; init; }

    /// <summary>
    /// Of the display name: <c>APPROVED</c>, <c>AVAILABLE_WITHOUT_REVIEW</c>, <c>PENDING_REVIEW</c>, <c>DECLINED</c>, <c>EXPIRED</c>, <c>NONE</c>.
    /// </summary>
    public string? NameStatus { get; init; }

    /// <summary><c>GREEN</c>, <c>YELLOW</c>, <c>RED</c>, <c>NA</c> or <c>UNKNOWN</c>.</summary>
    public string? Quality { get; init; }

    /// <summary><c>STANDARD</c> (80 messages a second) or <c>HIGH</c> (1,000).</summary>
    public string? Throughput { get; init; }

    public IReadOnlyList<Health> Health { get; init; } = [];

    internal static BusinessNumber? Read(JsonElement number) => number.Id("id") is { } id
        ? new BusinessNumber
        {
            Id = id,
            Display = number.Text("display_phone_number"),
            VerifiedName = number.Text("verified_name"),
            Status = number.Text("status"),
            Platform = number.Text("platform_type"),
            CodeVerification = number.Text("code_verification_status"),
            NameStatus = number.Text("name_status"),
            Quality = number.Text("quality_rating"),
            Throughput = number.Member("throughput").Text("level"),
            Health = Accounts.Health.Read(number),
        }
        : null;
}

/// <summary>
/// How a business presents itself on the contact's phone.
/// Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles
/// </summary>
public sealed record BusinessProfile(string? About, string? Description, string? Email, IReadOnlyList<string> Websites, string? PictureUrl)
{
    internal const string Fields = "about,address,description,email,websites,vertical,profile_picture_url";

    public string? Address { get; init; }

    /// <summary>The industry: <c>FINANCE</c>, <c>RETAIL</c>, <c>OTHER</c> …</summary>
    public string? Vertical { get; init; }

    /// <summary>Meta shows the profile itself in the list in some places, and in a member of its own in others.</summary>
    internal static BusinessProfile Read(JsonElement entry)
    {
        var profile = entry.Member("business_profile") is { ValueKind: JsonValueKind.Object } inside ? inside : entry;
        return new BusinessProfile(
            profile.Text("about"),
            profile.Text("description"),
            profile.Text("email"),
            [.. profile.ListOf("websites").Select(website => website.ToString())],
            profile.Text("profile_picture_url"))
        {
            Address = profile.Text("address"),
            Vertical = profile.Text("vertical"),
        };
    }

    /// <summary>The whole profile in place of the one before, but for the picture and an industry that is not named. Nothing is told as an empty text.</summary>
    internal byte[] ToBody()
    {
        var body = new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["about"] = About,
            ["address"] = Address ?? "",
            ["description"] = Description ?? "",
            ["email"] = Email ?? "",
            ["websites"] = new JsonArray([.. Websites.Select(website => JsonValue.Create(website))]),
        };
        if (Vertical is { } vertical)
        {
            body["vertical"] = vertical;
        }

        return JsonSerializer.SerializeToUtf8Bytes(body);
    }
}
