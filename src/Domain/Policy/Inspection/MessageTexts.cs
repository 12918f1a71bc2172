using MultiLine.Domain.Content;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>
/// All texts of a message in which a person can say something. What only the provider writes stays out: the kind, id, type and digest
/// of a file, the catalogue's id. So does the provider's own JSON, which holds nothing that the texts don't.
/// </summary>
public static class MessageTexts
{
    /// <summary>Hands each text there is to a visitor. Allocates nothing.</summary>
    public static void Visit<TVisitor>(MessageContent content, ref TVisitor visitor)
        where TVisitor : struct, IMessageTextVisitor, allows ref struct
    {
        ArgumentNullException.ThrowIfNull(content);
        Visit(new(MessagePartKind.Text), content.Text, ref visitor);
        Visit(new(MessagePartKind.Detail), content.Detail, ref visitor);
        Visit(new(MessagePartKind.FileName), content.Media?.FileName, ref visitor);
        Visit(MessagePartKind.Button, content.Buttons, ref visitor);
        Visit(MessagePartKind.ButtonId, content.ButtonIds, ref visitor);
        Visit(MessagePartKind.ButtonTarget, content.ButtonTargets, ref visitor);
        Visit(new(MessagePartKind.ButtonPayload), content.ButtonPayload, ref visitor);
        Visit(MessagePartKind.Parameter, content.Parameters, ref visitor);
        Visit(new(MessagePartKind.LocationName), content.Location?.Name, ref visitor);
        Visit(new(MessagePartKind.LocationAddress), content.Location?.Address, ref visitor);
        for (var i = 0; i < content.Cards?.Count; i++)
        {
            var card = content.Cards[i];
            Visit(new(MessagePartKind.CardName, i), card.Name, ref visitor);
            for (var inner = 0; inner < card.Phones.Count; inner++)
                Visit(new(MessagePartKind.CardPhone, i, inner), card.Phones[inner], ref visitor);
            for (var inner = 0; inner < card.Emails.Count; inner++)
                Visit(new(MessagePartKind.CardEmail, i, inner), card.Emails[inner], ref visitor);
            Visit(new(MessagePartKind.CardCompany, i), card.Company, ref visitor);
        }

        for (var i = 0; i < content.Order?.Lines.Count; i++)
        {
            var line = content.Order.Lines[i];
            Visit(new(MessagePartKind.OrderProduct, i), line.ProductId, ref visitor);
            Visit(new(MessagePartKind.OrderPrice, i), line.Price, ref visitor);
            Visit(new(MessagePartKind.OrderCurrency, i), line.Currency, ref visitor);
        }
    }

    /// <summary>The message with each text changed, and without the provider's own JSON.</summary>
    /// <param name="content">Stays as it is.</param>
    /// <param name="change">Gives for a part and its text the text to put there.</param>
    public static MessageContent Rewrite(MessageContent content, Func<MessagePart, string, string> change)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(change);
        return content with
        {
            Raw = null,
            Text = One(MessagePartKind.Text, content.Text),
            Detail = One(MessagePartKind.Detail, content.Detail),
            Media = content.Media is { } media ? media with { FileName = One(MessagePartKind.FileName, media.FileName) } : null,
            Buttons = All(MessagePartKind.Button, content.Buttons),
            ButtonIds = content.ButtonIds is { } ids ? All(MessagePartKind.ButtonId, ids) : null,
            ButtonTargets = content.ButtonTargets is { } targets
                ? [.. targets.Select((target, i) => One(MessagePartKind.ButtonTarget, target, i))]
                : null,
            ButtonPayload = One(MessagePartKind.ButtonPayload, content.ButtonPayload),
            Parameters = All(MessagePartKind.Parameter, content.Parameters),
            Location = content.Location is { } place
                ? place with { Name = One(MessagePartKind.LocationName, place.Name), Address = One(MessagePartKind.LocationAddress, place.Address) }
                : null,
            Cards = content.Cards is { } cards ? [.. cards.Select(Card)] : null,
            Order = content.Order is { } order ? order with { Lines = [.. order.Lines.Select(Line)] } : null,
        };

        string? One(MessagePartKind kind, string? text, int index = 0) => text is null ? null : change(new(kind, index), text);

        IReadOnlyList<string> All(MessagePartKind kind, IReadOnlyList<string> texts) => [.. texts.Select((text, i) => change(new(kind, i), text))];

        CardContent Card(CardContent card, int i) => new(
            change(new(MessagePartKind.CardName, i), card.Name),
            [.. card.Phones.Select((phone, inner) => change(new(MessagePartKind.CardPhone, i, inner), phone))],
            [.. card.Emails.Select((email, inner) => change(new(MessagePartKind.CardEmail, i, inner), email))],
            One(MessagePartKind.CardCompany, card.Company, i));

        OrderLine Line(OrderLine line, int i) => line with
        {
            ProductId = change(new(MessagePartKind.OrderProduct, i), line.ProductId),
            Price = One(MessagePartKind.OrderPrice, line.Price, i),
            Currency = One(MessagePartKind.OrderCurrency, line.Currency, i),
        };
    }

    private static void Visit<TVisitor>(MessagePartKind kind, IReadOnlyList<string?>? texts, ref TVisitor visitor)
        where TVisitor : struct, IMessageTextVisitor, allows ref struct
    {
        for (var i = 0; i < texts?.Count; i++)
            Visit(new(kind, i), texts[i], ref visitor);
    }

    private static void Visit<TVisitor>(MessagePart part, string? text, ref TVisitor visitor)
        where TVisitor : struct, IMessageTextVisitor, allows ref struct
    {
        if (!string.IsNullOrEmpty(text))
            visitor.Visit(part, text);
    }
}

/// <summary>Is handed the texts of a message one by one.</summary>
public interface IMessageTextVisitor
{
    void Visit(MessagePart part, string text);
}
