using System.Security.Cryptography;
using System.Text;

namespace MultiLine.Simulator.Phones.Messages;

/// <summary>
/// Message ids in the shape of Meta's: Base64 over the contact's number, the direction and a random part. Since these are letters and
/// digits, no <c>/</c> or <c>+</c> comes out, so that an id can stand in a path as it is.
/// </summary>
internal static class Wamid
{
    public static string New(string contact, bool incoming)
    {
        var number = Encoding.ASCII.GetBytes(contact.Length <= 20 ? contact : contact[^20..]);
        var random = Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(incoming ? 10 : 9)));
        byte[] id =
        [
            0x1C,
            0x18,
            (byte)number.Length,
            .. number,
            0x15,
            0x02,
            0x00,
            (byte)(incoming ? 0x12 : 0x11),
            0x18,
            (byte)random.Length,
            .. random,
            0x00,
        ];
        return "wamid." + Convert.ToBase64String(id);
    }
}
