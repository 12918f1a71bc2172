namespace MultiLine.Connectors.WhatsApp;

/// <summary>Limits on how fast messages may follow one another. Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput</summary>
public enum MessageLimit
{
    /// <summary>On all messages of the number.</summary>
    Number,

    /// <summary>On messages of the number to one contact.</summary>
    Contact,

    /// <summary>On all calls of the app, or for the account: whatever the number sends, it counts.</summary>
    Calls,
}
