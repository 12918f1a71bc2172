using System.Runtime.InteropServices;

namespace MultiLine.Domain.Policy.Inspection;

/// <summary>One of the texts that a message is made of.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Index">Of several of its kind: a button's, a parameter's, a card's or an order line's place, from 0.</param>
/// <param name="Inner">Of several phone numbers or e-mail addresses on one card: its place, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MessagePart(MessagePartKind Kind, int Index = 0, int Inner = 0)
{
    /// <summary>As people read it: <c>text</c>, <c>button 2</c>, <c>card 1 phone 3</c>. They count from 1.</summary>
    public override string ToString() => Kind switch
    {
        MessagePartKind.Text => "text",
        MessagePartKind.Detail => "detail",
        MessagePartKind.FileName => "file name",
        MessagePartKind.Button => $"button {Index + 1}",
        MessagePartKind.ButtonId => $"button {Index + 1} id",
        MessagePartKind.ButtonTarget => $"button {Index + 1} target",
        MessagePartKind.ButtonPayload => "button payload",
        MessagePartKind.Parameter => $"parameter {Index + 1}",
        MessagePartKind.LocationName => "location name",
        MessagePartKind.LocationAddress => "location address",
        MessagePartKind.CardName => $"card {Index + 1} name",
        MessagePartKind.CardPhone => $"card {Index + 1} phone {Inner + 1}",
        MessagePartKind.CardEmail => $"card {Index + 1} e-mail {Inner + 1}",
        MessagePartKind.CardCompany => $"card {Index + 1} company",
        MessagePartKind.OrderProduct => $"order line {Index + 1} product",
        MessagePartKind.OrderPrice => $"order line {Index + 1} price",
        MessagePartKind.OrderCurrency => $"order line {Index + 1} currency",
        MessagePartKind.Attachment => "attachment",
        _ => throw new InvalidOperationException($"There is no part of a message of kind {Kind}."),
    };
}

public enum MessagePartKind
{
    /// <summary>The text, or the caption of a file.</summary>
    Text,
    Detail,
    FileName,
    Button,
    ButtonId,
    ButtonTarget,
    ButtonPayload,
    Parameter,
    LocationName,
    LocationAddress,
    CardName,
    CardPhone,
    CardEmail,
    CardCompany,
    OrderProduct,
    OrderPrice,
    OrderCurrency,

    /// <summary>The file itself, which has no text.</summary>
    Attachment,
}
