using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Dapper;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Media;

/// <summary>The files of the businesses: those that they uploaded for 30 days, those that contacts sent for 7.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media"/></remarks>
internal sealed class MediaStore(Database database, MediaUrls urls, TimeProvider time)
{
    private static readonly TimeSpan UploadedFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan ReceivedFor = TimeSpan.FromDays(7);

    public Medium Upload(string numberId, byte[] bytes, string mimeType) => Add(numberId, bytes, mimeType, UploadedFor);

    public Medium AddFromPhone(string numberId, byte[] bytes, string mimeType) => Add(numberId, bytes, mimeType, ReceivedFor);

    /// <summary>The media object of a webhook, to which a caption or file name may be added.</summary>
    /// <param name="host">Scheme and authority under which the business reaches the simulator.</param>
    public JsonObject WireForm(Medium medium, string host) =>
        new()
        {
            ["id"] = medium.Id,
            ["mime_type"] = medium.MimeType,
            ["sha256"] = Convert.ToBase64String(Convert.FromHexString(medium.Sha256)),
            ["url"] = urls.For(medium, host),
        };

    /// <summary>A file whose id has not expired.</summary>
    public Medium? Find(string id) =>
        database.Read(db =>
            db.QuerySingleOrDefault<Row>(
                "SELECT id, number_id AS numberId, mime_type AS mimeType, sha256, length(bytes) AS size, expires FROM media "
                    + "WHERE id = @id AND expires > @now",
                new { id, now = time.GetUtcNow().Milliseconds() }
            )
                is { } row
                ? new Medium(row.Id, row.NumberId, row.MimeType, row.Sha256, row.Size, Stored.Time(row.Expires))
                : null
        );

    public byte[] Bytes(Medium medium) => database.Read(db => db.QuerySingle<byte[]>("SELECT bytes FROM media WHERE id = @Id", medium));

    public void Delete(Medium medium) => database.Step(db => db.Execute("DELETE FROM media WHERE id = @Id", new { medium.Id }));

    private Medium Add(string numberId, byte[] bytes, string mimeType, TimeSpan kept) =>
        database.Step(db =>
        {
            var now = time.GetUtcNow();
            var medium = new Medium(
                NewId(),
                numberId,
                mimeType,
                Convert.ToHexStringLower(SHA256.HashData(bytes)),
                bytes.LongLength,
                now + kept
            );
            db.Execute("DELETE FROM media WHERE expires <= @now", new { now = now.Milliseconds() });
            db.Execute(
                "INSERT INTO media (id, number_id, mime_type, sha256, bytes, expires) "
                    + "VALUES (@id, @numberId, @mimeType, @sha256, @bytes, @expires)",
                new
                {
                    id = medium.Id,
                    numberId,
                    mimeType,
                    sha256 = medium.Sha256,
                    bytes,
                    expires = medium.Expires.Milliseconds(),
                }
            );
            return medium;
        });

    private static string NewId() => "1" + RandomNumberGenerator.GetString("0123456789", 15);

    private sealed record Row(string Id, string NumberId, string MimeType, string Sha256, long Size, long Expires);
}
