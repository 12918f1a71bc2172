using System.Security.Cryptography;

namespace MultiLine.Simulator.Phones;

/// <summary>Ids of calls, and of the voicemail left in them.</summary>
internal static class Wacid
{
    public static string New() => "wacid." + Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}
