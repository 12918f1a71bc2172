using System.Text.Json.Nodes;

namespace MultiLine.Simulator.Graph.Errors;

/// <summary>Why an accepted message failed, as a <c>failed</c> status carries it.</summary>
internal sealed record DeliveryFailure(int Code, string Title, string Details)
{
    public static readonly DeliveryFailure NotOnWhatsApp = new(131026, "Message undeliverable", "Message Undeliverable.");

    public static readonly DeliveryFailure WindowClosed = new(
        131047,
        "Re-engagement message",
        "Message failed to send because more than 24 hours have passed since the customer last replied to this number."
    );

    /// <summary>Meta delivers no marketing templates to numbers of the United States.</summary>
    public static readonly DeliveryFailure EcosystemEngagement = new(
        131049,
        "This message was not delivered to maintain healthy ecosystem engagement.",
        "In order to maintain a healthy ecosystem engagement, the message failed to be delivered."
    );

    public static readonly DeliveryFailure MarketingStopped = new(
        131050,
        "User has stopped marketing messages from this business",
        "The recipient has chosen to stop receiving marketing messages on WhatsApp from this business."
    );

    /// <summary>The message is unknown, not in this chat or gone.</summary>
    public static readonly DeliveryFailure NothingToReactTo = new(
        131009,
        "Parameter value is not valid",
        "The message to react to is not in this chat or was deleted."
    );

    public JsonObject ToJson() =>
        new()
        {
            ["code"] = Code,
            ["title"] = Title,
            ["message"] = Title,
            ["error_data"] = new JsonObject { ["details"] = Details },
            ["href"] = "/documentation/business-messaging/whatsapp/support/error-codes",
        };
}
