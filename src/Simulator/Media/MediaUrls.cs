using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Media;

/// <summary>Addresses under which a file is downloaded, with the token, within 5 minutes. They carry their end and a proof of it.</summary>
internal sealed class MediaUrls(SimulatorOptions options, TimeProvider time)
{
    public const string Path = "/whatsapp_business/attachments";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public string For(Medium medium, string host)
    {
        var end = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds();
        return $"{host}{Path}?mid={medium.Id}&ext={end.ToString(CultureInfo.InvariantCulture)}&hash={Proof(medium.Id, end)}";
    }

    public bool IsValid(string id, long end, string proof) =>
        time.GetUtcNow().ToUnixTimeSeconds() < end
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof), Encoding.UTF8.GetBytes(Proof(id, end)));

    private string Proof(string id, long end) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(options.AppSecret),
                Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{end}"))
            )
        );
}
