using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Graph.Messages.Contents;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Interactive;

/// <summary>A button that leads to an address.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-cta-url-messages"/></remarks>
internal static class LinkButton
{
    private const string Name = "cta_url";
    private const int LongestText = 20;

    public static Answer<Bubble> Show(InteractiveAction? action)
    {
        if (action is not { Name: Name, Parameters: { DisplayText: { Length: > 0 } text, Url: { Length: > 0 } url } })
            return GraphErrors.ParameterMissing($"interactive.action needs name '{Name}' and parameters with display_text and url.");
        if (text.Length > LongestText)
            return GraphErrors.ParameterInvalid($"display_text can have at most {LongestText} characters.");
        return MediaMessage.IsWebAddress(url)
            ? new Bubble("") { Buttons = [new BubbleButton("url", text) { Value = url }] }
            : GraphErrors.ParameterInvalid("interactive.action.parameters.url is not a valid URI.");
    }
}
