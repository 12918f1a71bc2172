namespace MultiLine.Domain;

/// <summary>Channels by the names that keys and the API use.</summary>
public static class Channels
{
    public static string Name(this Channel channel) => channel switch
    {
        Channel.WhatsApp => "whatsapp",
        Channel.Sms => "sms",
        Channel.Voice => "voice",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    public static Channel? Parse(string? name) => name switch
    {
        "whatsapp" => Channel.WhatsApp,
        "sms" => Channel.Sms,
        "voice" => Channel.Voice,
        _ => null,
    };

    /// <summary>Names one of an organisation's numbers: <c>org/channel/provider number id</c>. Its queue and its sender go by this name.</summary>
    public static string NumberKey(string organization, Channel channel, string number) => $"{organization}/{channel.Name()}/{number}";
}
