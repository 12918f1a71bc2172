using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Grains.Interfaces.Organizations;

namespace MultiLine.Grains.Organizations;

/// <summary>Profiles as they cross grain calls.</summary>
internal static class ProfileCards
{
    public static ProfileCard ToCard(this BusinessProfile profile) => new()
    {
        About = Said(profile.About),
        Description = Said(profile.Description),
        Address = Said(profile.Address),
        Email = Said(profile.Email),
        Websites = profile.Websites.ToList(),
        Vertical = Said(profile.Vertical),
        PictureUrl = Said(profile.PictureUrl),
    };

    public static BusinessProfile ToProfile(this ProfileCard card) => new(card.About, card.Description, card.Email, card.Websites, card.PictureUrl)
    {
        Address = card.Address,
        Vertical = card.Vertical,
    };

    /// <summary>The provider tells nothing as an empty text.</summary>
    private static string? Said(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
