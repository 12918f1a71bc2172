using System.Security.Cryptography;
using Dapper;
using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Uploads;
using MultiLine.Simulator.Media;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Numbers;

/// <summary>The pictures of the businesses. Anybody may look at one who has its address, as on Meta's own servers.</summary>
internal sealed class ProfilePictures(Database database, UploadStore uploads)
{
    public const string Path = "/v/t61.24694-24/{file}";

    private const int Largest = 5 * 1024 * 1024;
    private const int Smallest = 192;

    private static readonly GraphError UnknownHandle = new(100, "The profile picture handle is invalid or expired")
    {
        HttpStatus = StatusCodes.Status422UnprocessableEntity,
        Type = "GraphMethodException",
    };

    /// <summary>Why an uploaded file can't be a picture; null if it can.</summary>
    /// <remarks>
    /// <see href="https://developers.facebook.com/docs/whatsapp/on-premises/reference/settings/profile/photo"/>: square, 5 MB, and below 192
    /// pixels "may cause issues", which is an error here.
    /// </remarks>
    public GraphError? Refusal(string handle)
    {
        if (uploads.Whole(handle) is not { } upload)
            return UnknownHandle;
        if (ImageShape.Of(upload.Bytes) is not { } shape)
            return GraphErrors.InvalidParameter("The profile picture must be a JPEG or PNG image.");
        if (upload.Length > Largest)
            return GraphErrors.InvalidParameter("The profile picture must not be larger than 5 MB.");
        if (shape.Width != shape.Height)
            return GraphErrors.InvalidParameter($"The profile picture must be square, not {shape.Width} x {shape.Height} pixels.");
        return shape.Width < Smallest ? GraphErrors.InvalidParameter($"The profile picture must have {Smallest} x {Smallest} pixels at least.") : null;
    }

    /// <summary>Puts the file of a handle in place of the picture before.</summary>
    public void Set(string numberId, string handle)
    {
        var bytes = uploads.Whole(handle)!.Bytes;
        var picture = new Picture(numberId, ImageShape.Of(bytes)!.MimeType, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
        database.Step(db =>
            db.Execute(
                "REPLACE INTO profile_pictures (number_id, mime_type, sha256, bytes) VALUES (@NumberId, @MimeType, @Sha256, @Bytes)",
                picture
            )
        );
    }

    /// <summary>Where a number's picture is, below the simulator's address; null without one.</summary>
    public string? PathOf(string numberId) =>
        database.Read(db =>
            db.QuerySingleOrDefault<string>("SELECT sha256 FROM profile_pictures WHERE number_id = @numberId", new { numberId })
        )
            is { } sha256
            ? Path.Replace("{file}", $"{numberId}_{sha256}_n.jpg", StringComparison.Ordinal)
            : null;

    /// <summary>The picture of a name that <see cref="PathOf"/> gave out and that has not been replaced since.</summary>
    public (byte[] Bytes, string MimeType)? Find(string file) =>
        file.Split('_') is [var numberId, var sha256, "n.jpg"]
        && database.Read(db =>
            db.QuerySingleOrDefault<Picture>(
                "SELECT number_id AS numberId, mime_type AS mimeType, sha256, bytes FROM profile_pictures "
                    + "WHERE number_id = @numberId AND sha256 = @sha256",
                new { numberId, sha256 }
            )
        )
            is { } picture
            ? (picture.Bytes, picture.MimeType)
            : null;

    private sealed record Picture(string NumberId, string MimeType, string Sha256, byte[] Bytes);
}
