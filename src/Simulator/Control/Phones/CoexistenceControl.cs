using System.Text.Json.Nodes;
using MultiLine.Simulator.Businesses.Coexistence;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Phones;

namespace MultiLine.Simulator.Control.Phones;

/// <summary>A text, a file, or with <paramref name="Revoke"/> the id of a message of the app that is taken back.</summary>
internal sealed record EchoRequest(
    string? Text = null,
    string? MediaId = null,
    string? Caption = null,
    string? FileName = null,
    string? Revoke = null,
    string? ReplyTo = null
);

/// <summary>What the business does with a contact in the WhatsApp Business app.</summary>
internal static class CoexistenceControl
{
    private static readonly string[] Actions = ["add", "edit", "remove"];

    public static void MapCoexistence(this RouteGroupBuilder phones)
    {
        phones.MapPost("/{phone}/echoes", Echo);
        phones.MapPost("/{phone}/history", ShareHistory);
        phones.MapPost("/{phone}/history/decline", DeclineHistory);
        phones.MapPost("/{phone}/address-book", ChangeAddressBook);
    }

    private static IResult Echo(
        string phone,
        string? numberId,
        EchoRequest request,
        HttpRequest http,
        PhoneBook book,
        BusinessNumbers numbers,
        MessageLog messages,
        MediaStore media,
        BusinessApp app
    )
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } from)
            return ControlApi.NotFound("such number id");

        if (request.Revoke is { } id)
        {
            if (messages.Find(id) is not { FromApp: true, Revoked: false } about || about.Contact != holder.Number)
                return ControlApi.NotFound("such message of the app");
            return Results.Ok(app.Revoke(from, holder, about, Revoke.Of(about)));
        }

        if (request.Text is { Length: > 0 } text)
        {
            var said = new ContactMessage("text", new JsonObject { ["body"] = text }, new Bubble(text)) { ReplyTo = request.ReplyTo };
            return Results.Ok(app.Write(from, holder, said));
        }

        if (request.MediaId is null)
            return ControlApi.Invalid("'text', 'mediaId' or 'revoke' must be given.");

        var file = new SharedFile(request.MediaId, request.Caption, request.FileName, ReplyTo: request.ReplyTo);
        return FilesControl.Compose(file, from, http, media, out var refusal) is { } sent ? Results.Ok(app.Write(from, holder, sent)) : refusal;
    }

    private static IResult ShareHistory(
        string phone,
        string? numberId,
        HistoryChunk chunk,
        PhoneBook book,
        BusinessNumbers numbers,
        BusinessApp app
    )
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } number)
            return ControlApi.NotFound("such number id");
        if (chunk.Messages is not { Count: > 0 } past || past.Any(message => message is not { From: "contact" or "business", Text.Length: > 0 }))
            return ControlApi.Invalid("'messages' must hold at least one, each with 'text' and 'from' ('contact' or 'business').");

        app.ShareHistory(number, holder, chunk);
        return Results.Accepted();
    }

    private static IResult DeclineHistory(string phone, string? numberId, PhoneBook book, BusinessNumbers numbers, BusinessApp app)
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } number)
            return ControlApi.NotFound("such number id");

        app.DeclineHistory(number, holder);
        return Results.Accepted();
    }

    private static IResult ChangeAddressBook(
        string phone,
        string? numberId,
        AddressBookChange change,
        PhoneBook book,
        BusinessNumbers numbers,
        BusinessApp app
    )
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } number)
            return ControlApi.NotFound("such number id");
        if (!Actions.Contains(change.Action))
            return ControlApi.Invalid($"'action' must be one of {string.Join(", ", Actions)}.");

        app.ChangeAddressBook(number, holder, change);
        return Results.Accepted();
    }
}
