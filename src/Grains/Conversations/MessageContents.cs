using MultiLine.Domain.Content;
using MultiLine.Grains.Interfaces.Conversations;

namespace MultiLine.Grains.Conversations;

/// <summary>What messages hold, between the contracts and what is stored.</summary>
internal static class MessageContents
{
    public static MessageContent Content(this ReceivedMessage message) => new()
    {
        Text = message.Text,
        ButtonPayload = message.ButtonPayload,
        Media = message.Parts?.Media.Content(),
        Location = message.Parts?.Location is { } place ? new LocationContent(place.Latitude, place.Longitude, place.Name, place.Address) : null,
        Cards = message.Parts?.Cards is { } cards
            ? [.. cards.Select(card => new CardContent(card.Name, card.Phones, card.Emails, card.Company))]
            : null,
        Order = message.Parts?.Order is { } order
            ? new OrderContent(
                order.CatalogId, [.. order.Lines.Select(line => new OrderLine(line.ProductId, line.Quantity, line.Price, line.Currency))])
            : null,
        Detail = message.Parts?.Detail,
        Raw = message.Raw,
    };

    public static MediaContent? Content(this MediaPart? media) => media is null
        ? null
        : new MediaContent(media.Kind, media.ProviderId) { MimeType = media.MimeType, Sha256 = media.Sha256, FileName = media.FileName };

    public static MediaPart? Part(this MediaContent? media) => media is null
        ? null
        : new MediaPart(media.Kind, media.ProviderId, media.MimeType, media.Sha256, media.FileName);

    /// <summary>Null where there is nothing besides the text.</summary>
    public static MessageParts? Parts(this MessageContent content)
    {
        var parts = new MessageParts
        {
            Media = content.Media.Part(),
            Location = content.Location is { } place ? new LocationPart(place.Latitude, place.Longitude, place.Name, place.Address) : null,
            Cards = content.Cards is { } cards
                ? [.. cards.Select(card => new CardPart(card.Name, card.Phones, card.Emails, card.Company))]
                : null,
            Order = content.Order is { } order
                ? new OrderPart(
                    order.CatalogId, [.. order.Lines.Select(line => new OrderLinePart(line.ProductId, line.Quantity, line.Price, line.Currency))])
                : null,
            Detail = content.Detail,
        };
        return parts is { Media: null, Location: null, Cards: null, Order: null, Detail: null } ? null : parts;
    }
}
