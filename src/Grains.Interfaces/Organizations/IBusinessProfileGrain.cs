using MultiLine.Grains.Interfaces.Templates;

namespace MultiLine.Grains.Interfaces.Organizations;

/// <summary>How the organisation's WhatsApp numbers present themselves on the contacts' phones. The provider keeps it; nothing is kept here. Key: org.</summary>
[Alias("ml.IBusinessProfileGrain")]
public interface IBusinessProfileGrain : IGrainWithStringKey
{
    [Alias("Get"), ResponseTimeout(ITemplateCatalogGrain.ProviderCalls)]
    Task<ProfileResult> Get(string number);

    /// <summary>Puts a profile in place of the one before; the picture stays.</summary>
    [Alias("Set"), ResponseTimeout(ITemplateCatalogGrain.ProviderCalls)]
    Task<ProfileResult> Set(string number, ProfileCard profile);

    /// <summary>The picture's bytes, fetched from the provider: JPEG or PNG.</summary>
    [Alias("GetPicture"), ResponseTimeout(ITemplateCatalogGrain.ProviderCalls)]
    Task<PictureResult> GetPicture(string number);

    /// <summary>Puts a picture in place of the one before; the texts stay.</summary>
    [Alias("SetPicture"), ResponseTimeout(ITemplateCatalogGrain.ProviderCalls)]
    Task<Outcome> SetPicture(string number, byte[] picture);
}

[GenerateSerializer, Immutable, Alias("ml.ProfileCard")]
public sealed record ProfileCard
{
    [Id(0)] public string? About { get; init; }

    [Id(1)] public string? Description { get; init; }

    [Id(2)] public string? Address { get; init; }

    [Id(3)] public string? Email { get; init; }

    [Id(4)] public required IReadOnlyList<string> Websites { get; init; }

    /// <summary>The provider's word for the industry.</summary>
    [Id(5)] public string? Vertical { get; init; }

    /// <summary>Where the provider shows the picture; only read.</summary>
    [Id(6)] public string? PictureUrl { get; init; }
}

/// <summary>The profile as it is now, or why it is not known or not changed.</summary>
[GenerateSerializer, Immutable, Alias("ml.ProfileResult")]
public sealed record ProfileResult([property: Id(0)] ProfileCard? Profile, [property: Id(1)] Refused? Refusal);

/// <summary>The picture as contacts see it, or why it is not known.</summary>
[GenerateSerializer, Immutable, Alias("ml.PictureResult")]
public sealed record PictureResult([property: Id(0)] byte[]? Picture, [property: Id(1)] Refused? Refusal);
