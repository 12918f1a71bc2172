using MultiLine.Domain;

namespace MultiLine.Grains.Sending;

/// <summary>The key of a sender, taken apart: whose number it is, on which channel, and how the provider names it.</summary>
public sealed record SenderKey(string Organization, Channel Channel, string Number)
{
    public static SenderKey Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.Split('/', 3) is [var organization, var channel, var number] && Channels.Parse(channel) is { } parsed
            ? new SenderKey(organization, parsed, number)
            : throw new FormatException("The key of a sender has the form org/channel/number.");
    }
}
