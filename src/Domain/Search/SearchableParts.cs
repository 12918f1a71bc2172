using MultiLine.Domain.Content;

namespace MultiLine.Domain.Search;

/// <summary>What of a message can be searched: what people are shown of it. Never what policy took out, nor the provider's JSON.</summary>
public static class SearchableParts
{
    public static IReadOnlyList<string> Of(MessageContent content)
    {
        IEnumerable<string?> parts =
        [
            content.Text,
            .. content.Buttons,
            .. content.ButtonTargets ?? [],
            content.Detail,
            content.Media?.FileName,
            content.Location?.Name,
            content.Location?.Address,
            .. (content.Cards ?? []).SelectMany(Parts),
            .. (content.Order?.Lines ?? []).Select(line => line.ProductId),
        ];
        return [.. parts.OfType<string>()];
    }

    private static IEnumerable<string?> Parts(CardContent card) => [card.Name, .. card.Phones, .. card.Emails, card.Company];
}
