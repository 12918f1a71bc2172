using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Messages.Contents;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages;

/// <summary>What must hold of every message, whatever its type.</summary>
internal static class SendRules
{
    /// <summary>Meta's own limit for the string that is echoed in statuses.</summary>
    private const int LongestCallbackData = 512;

    private static readonly string[] Types =
    [
        "text",
        "template",
        "interactive",
        "location",
        "contacts",
        Message.ReactionType,
        .. MediaMessage.Types,
    ];

    public static GraphError? CheckEnvelope(SendRequest request)
    {
        if (request.MessagingProduct is null)
            return GraphErrors.ParameterRequired("messaging_product");
        if (request.MessagingProduct != "whatsapp")
            return GraphErrors.NotOneOf("messaging_product", request.MessagingProduct, ["whatsapp"]);
        if (request.Others.Keys.FirstOrDefault(key => !MediaMessage.Types.Contains(key)) is { } misspelled)
            return GraphErrors.InvalidParameter($"Unexpected key or value at $.{misspelled}.");
        return null;
    }

    public static GraphError? CheckMessage(SendRequest request)
    {
        var type = request.Type ?? "text";
        if (!Types.Contains(type))
            return GraphErrors.NotOneOf("type", type, Types);
        if (request.RecipientType is { } recipientType && recipientType is not "individual")
            return GraphErrors.NotOneOf("recipient_type", recipientType, ["individual"]);
        if (request.BizOpaqueCallbackData?.Length > LongestCallbackData)
            return GraphErrors.TooLong("biz_opaque_callback_data", LongestCallbackData);
        return request.Context is { MessageId: null or "" }
            ? GraphErrors.ParameterMissing("context.message_id is required when context is given.")
            : null;
    }
}
