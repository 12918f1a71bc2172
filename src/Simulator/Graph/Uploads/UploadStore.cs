using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;

namespace MultiLine.Simulator.Graph.Uploads;

/// <summary>A file on its way to Meta.</summary>
/// <param name="Session">The id of its session: <see cref="UploadStore.Prefix"/>, and a signature that looks like a query.</param>
/// <param name="Handle">What the file is known by once it is whole.</param>
/// <param name="Length">In bytes, as it was announced.</param>
/// <param name="Bytes">What has come of it.</param>
internal sealed record Upload(string Session, string Handle, string MimeType, long Length, byte[] Bytes)
{
    public bool IsWhole => Bytes.LongLength == Length;
}

/// <summary>The sessions of the Resumable Upload API and the files that came of them, for 30 days.</summary>
internal sealed class UploadStore(Database database, SimulatorOptions options, TimeProvider time)
{
    public const string Prefix = "upload:";

    private const string Columns = "session, handle, mime_type AS mimeType, length, bytes";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Upload Begin(string fileName, string mimeType, long length) =>
        database.Step(db =>
        {
            var now = time.GetUtcNow();
            var upload = new Upload($"{Prefix}{Word(32)}==?sig=AR{Word(8)}", NewHandle(fileName, mimeType, now + Kept), mimeType, length, []);
            db.Execute("DELETE FROM uploads WHERE expires <= @now", new { now = now.Milliseconds() });
            db.Execute(
                "INSERT INTO uploads (session, handle, mime_type, length, bytes, expires) "
                    + "VALUES (@Session, @Handle, @MimeType, @Length, @Bytes, @expires)",
                new
                {
                    upload.Session,
                    upload.Handle,
                    upload.MimeType,
                    upload.Length,
                    upload.Bytes,
                    expires = (now + Kept).Milliseconds(),
                }
            );
            return upload;
        });

    public Upload? Find(string session) => FindBy("session", session);

    /// <summary>The file of a handle, if it is whole.</summary>
    public Upload? Whole(string handle) => FindBy("handle", handle) is { IsWhole: true } upload ? upload : null;

    public Upload Append(Upload upload, byte[] more) =>
        database.Step(db =>
        {
            var longer = upload with { Bytes = [.. upload.Bytes, .. more] };
            db.Execute("UPDATE uploads SET bytes = @Bytes WHERE session = @Session", new { longer.Bytes, longer.Session });
            return longer;
        });

    private Upload? FindBy(string column, string value) =>
        database.Read(db =>
            db.QuerySingleOrDefault<Upload>(
                $"SELECT {Columns} FROM uploads WHERE {column} = @value AND expires > @now",
                new { value, now = time.GetUtcNow().Milliseconds() }
            )
        );

    /// <summary>As long and as full of colons as Meta's are.</summary>
    private string NewHandle(string fileName, string mimeType, DateTimeOffset end) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"4:{Base64(fileName)}:{Base64(mimeType)}:AR{Word(24)}:e:{end.ToUnixTimeSeconds()}:{options.AppId}:{Word(9)}:AR{Word(12)}"
        );

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static string Word(int length) => RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-", length);
}
