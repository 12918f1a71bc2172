using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using MultiLine.Api.Problems;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Api.Numbers;

/// <summary>How a number presents itself on the contacts' phones.</summary>
/// <param name="About">In a line below the name.</param>
/// <param name="Description">What the business does.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Email">Where else it is reached.</param>
/// <param name="Websites">Two at the most.</param>
/// <param name="Vertical">Meta's word for the industry: FINANCE, PROF_SERVICES, RETAIL, OTHER …</param>
/// <param name="PictureUrl">Where Meta shows the logo, for some days; null where there is none. <c>…/profile/logo</c> has it here.</param>
public sealed record BusinessProfileView(
    string? About, string? Description, string? Address, string? Email, IReadOnlyList<string> Websites, string? Vertical, string? PictureUrl)
{
    internal static BusinessProfileView Of(ProfileCard profile) => new(
        profile.About, profile.Description, profile.Address, profile.Email, profile.Websites, profile.Vertical, profile.PictureUrl);
}

/// <summary>The whole profile: what is not given is empty afterwards, but for the industry, which stays.</summary>
/// <param name="About">In a line below the name; 1 to 139 characters.</param>
/// <param name="Description">What the business does; up to 512 characters.</param>
/// <param name="Address">Where it is; up to 256 characters.</param>
/// <param name="Email">Where else it is reached; up to 128 characters.</param>
/// <param name="Websites">Two at the most, each with https:// or http:// and up to 256 characters.</param>
/// <param name="Vertical">
/// Meta's word for the industry: OTHER, AUTO, BEAUTY, APPAREL, EDU, ENTERTAIN, EVENT_PLAN, FINANCE, GROCERY, GOVT, HOTEL, HEALTH, NONPROFIT,
/// PROF_SERVICES, RETAIL, TRAVEL, RESTAURANT, NOT_A_BIZ; it may have more.
/// </param>
/// <remarks>Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-profiles</remarks>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BusinessProfileChange(
    string About,
    string? Description = null,
    string? Address = null,
    string? Email = null,
    IReadOnlyList<string>? Websites = null,
    string? Vertical = null)
{
    private const int LongestAbout = 139;
    private const int LongestDescription = 512;
    private const int LongestAddress = 256;
    private const int LongestEmail = 128;
    private const int LongestWebsite = 256;
    private const int LongestVertical = 64;
    private const int MostWebsites = 2;

    internal ProfileCard ToCard()
    {
        Require(!string.IsNullOrWhiteSpace(About) && IsText(About, LongestAbout), $"“about” must have 1 to {LongestAbout} characters, U+0000 not among them.");
        RequireText("description", Description, LongestDescription);
        RequireText("address", Address, LongestAddress);
        RequireText("email", Email, LongestEmail);
        Require(string.IsNullOrEmpty(Email) || new EmailAddressAttribute().IsValid(Email), "“email” must be an e-mail address.");
        Require(Websites is null || Websites.Count <= MostWebsites, $"“websites” may have {MostWebsites} addresses at the most.");
        Require(
            Websites?.All(IsWebsite) is not false,
            $"“websites” must be addresses with https:// or http:// and have {LongestWebsite} characters at the most.");
        Require(
            Vertical is null || (Vertical.Length is > 0 and <= LongestVertical && Vertical.All(c => char.IsAsciiLetterUpper(c) || c == '_')),
            "“vertical” must be one of Meta's words for industries, such as FINANCE or OTHER.");
        return new ProfileCard
        {
            About = About,
            Description = Description,
            Address = Address,
            Email = Email,
            Websites = Websites?.ToList() ?? [],
            Vertical = Vertical,
        };
    }

    private static bool IsWebsite(string website) =>
        IsText(website, LongestWebsite)
        && Uri.TryCreate(website, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    private static void RequireText(string part, string? text, int longest) =>
        Require(text is null || IsText(text, longest), $"“{part}” may have {longest} characters at the most, U+0000 not among them.");

    private static bool IsText(string text, int longest) => text.Length <= longest && !text.Contains('\0', StringComparison.Ordinal);

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new InvalidRequestException(message);
        }
    }
}
