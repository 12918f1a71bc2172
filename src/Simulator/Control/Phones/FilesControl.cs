using MultiLine.Simulator.Media;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Phones.Acts;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Control.Phones;

/// <summary><c>POST /control/phones/{phone}/media</c>: a contact sends a file that was uploaded before.</summary>
internal static class FilesControl
{
    public static void MapFiles(this RouteGroupBuilder phones) => phones.MapPost("/{phone}/media", Send);

    /// <summary>The file as it is sent, or why it can't be.</summary>
    public static ContactMessage? Compose(
        SharedFile file,
        BusinessNumber number,
        HttpRequest http,
        MediaStore media,
        out IResult refusal
    )
    {
        refusal = ControlApi.NotFound("such file; upload it through /control/media");
        if (file.MediaId is null || media.Find(file.MediaId) is not { } medium || medium.NumberId != number.Id)
            return null;

        var kind = MediaKinds.Of(medium.MimeType)!;
        if (file.FlawOf(kind) is { } flaw)
        {
            refusal = ControlApi.Invalid(flaw);
            return null;
        }

        return file.Compose(medium, kind, media.WireForm(medium, $"{http.Scheme}://{http.Host}"));
    }

    private static IResult Send(
        string phone,
        string? numberId,
        SharedFile file,
        HttpRequest http,
        PhoneBook book,
        BusinessNumbers numbers,
        MediaStore media,
        ContactActs acts
    )
    {
        if (book.Lookup(phone) is not { } holder)
            return ControlApi.NotFound("such phone");
        if (numbers.Lookup(numberId) is not { } to)
            return ControlApi.NotFound("such number id");
        if (ChatsControl.CannotWrite(holder, to) is { } reason)
            return ControlApi.Conflict(reason);
        return Compose(file, to, http, media, out var refusal) is { } said ? Results.Ok(acts.Write(holder, to, said, TimeSpan.Zero)) : refusal;
    }
}
