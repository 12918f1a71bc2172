using System.Security.Cryptography;
using System.Text;
using MultiLine.Domain;

namespace MultiLine.Grains.Interfaces;

/// <summary>The keys of the grains. Every key of an organisation's data begins with the organisation.</summary>
public static class GrainKeys
{
    /// <summary>The organisation that runs the system: operators belong to it.</summary>
    public const string SystemOrganization = "system";

    public static string Line(string organization, string line) => $"{organization}/{line}";

    public static string Person(string organization, string person) => $"{organization}/{person}";

    public static string Contact(string organization, string contact) => $"{organization}/{contact}";

    /// <summary>Keys stand in logs, and phone numbers may not: the key is a hash.</summary>
    public static string Alias(string organization, string alias) =>
        $"{organization}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{organization}/{alias}")))}";

    public static string Medium(string organization, string providerId) => $"{organization}/{providerId}";

    public static string Sender(string organization, Channel channel, string number) => Channels.NumberKey(organization, channel, number);

    public static string Number(Channel channel, string number) => $"{channel.Name()}/{number}";

    /// <param name="destination">Its name in the settings.</param>
    public static string Anchor(string organization, string destination) => $"{organization}/{destination}";

    public static string ArchiveShard(string organization, int shard) => $"{organization}/{shard.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
