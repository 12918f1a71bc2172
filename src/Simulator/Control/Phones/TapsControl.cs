using System.Globalization;
using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Control.Phones;

/// <param name="Button">The text of the button, its payload or its place, counted from 0.</param>
/// <param name="WithContext">Off: the webhook doesn't name the message, as happens in real traffic.</param>
internal sealed record TapRequest(string Button, bool WithContext = true);

/// <param name="Row">The id of the row, or its title.</param>
internal sealed record ChooseRequest(string Row);

/// <summary>What a contact does with what a message offers: <c>/control/phones/{phone}/inbox/{id}/...</c>.</summary>
internal static class TapsControl
{
    public static void MapTaps(this RouteGroupBuilder phones)
    {
        phones.MapPost("/{phone}/inbox/{messageId}/tap", Tap);
        phones.MapPost("/{phone}/inbox/{messageId}/choose", Choose);
        phones.MapPost("/{phone}/inbox/{messageId}/share-number", ShareNumber);
        phones.MapPost("/{phone}/inbox/{messageId}/play", Play);
    }

    private static IResult Tap(
        string phone,
        string messageId,
        TapRequest request,
        PhoneBook book,
        BusinessNumbers numbers,
        MessageLog messages,
        ContactActs acts
    ) =>
        With(
            phone,
            messageId,
            (book, numbers, messages),
            (holder, to, message) =>
                ButtonOf(message, request.Button) is { } button
                    ? Results.Ok(acts.Tap(holder, to, message, button, request.WithContext))
                    : ControlApi.NotFound("such button to tap on the message")
        );

    private static IResult Choose(
        string phone,
        string messageId,
        ChooseRequest request,
        PhoneBook book,
        BusinessNumbers numbers,
        MessageLog messages,
        ContactActs acts
    ) =>
        With(
            phone,
            messageId,
            (book, numbers, messages),
            (holder, to, message) =>
                RowOf(message, request.Row) is { } row
                    ? Results.Ok(acts.Write(holder, to, ListReply.To(message.Id, row), TimeSpan.Zero))
                    : ControlApi.NotFound("such row in the message")
        );

    private static IResult ShareNumber(
        string phone,
        string messageId,
        PhoneBook book,
        BusinessNumbers numbers,
        MessageLog messages,
        ContactActs acts
    ) =>
        With(
            phone,
            messageId,
            (book, numbers, messages),
            (holder, to, message) =>
                message.Shown.Buttons.Any(button => button.Kind == BubbleButton.ShareNumber)
                    ? Results.Ok(acts.Write(holder, to, Cards.OfHolder(holder, message.Id), TimeSpan.Zero))
                    : ControlApi.NotFound("request for the phone number in the message")
        );

    private static IResult Play(
        string phone,
        string messageId,
        PhoneBook book,
        BusinessNumbers numbers,
        MessageLog messages,
        Delivery delivery
    ) =>
        With(
            phone,
            messageId,
            (book, numbers, messages),
            (_, _, message) =>
                message.Shown.Media is { Voice: true } ? Results.Ok(delivery.Play(message)) : ControlApi.NotFound("voice note in the message")
        );

    private static IResult With(
        string phone,
        string messageId,
        (PhoneBook Phones, BusinessNumbers Numbers, MessageLog Messages) known,
        Func<Phone, BusinessNumber, Message, IResult> act
    )
    {
        if (known.Phones.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (known.Messages.Find(messageId) is not { Incoming: false } message || message.Contact != holder.Number)
            return ControlApi.NotFound("such message on this phone");
        if (!message.OnPhone)
            return ControlApi.Conflict("The message has not arrived yet.");

        var to = known.Numbers.Get(message.NumberId);
        return ChatsControl.CannotWrite(holder, to) is { } reason ? ControlApi.Conflict(reason) : act(holder, to, message);
    }

    private static BubbleButton? ButtonOf(Message message, string wanted)
    {
        var buttons = message.Shown.Buttons;
        var button =
            buttons.FirstOrDefault(button => button.Text == wanted || button.Payload == wanted)
            ?? (int.TryParse(wanted, CultureInfo.InvariantCulture, out var place) ? buttons.ElementAtOrDefault(place) : null);
        return button is { Kind: "quick_reply" or "reply" } ? button : null;
    }

    private static BubbleRow? RowOf(Message message, string wanted)
    {
        var rows = (message.Shown.List?.Sections ?? []).SelectMany(section => section.Rows).ToList();
        return rows.FirstOrDefault(row => row.Id == wanted) ?? rows.FirstOrDefault(row => row.Title == wanted);
    }
}
