using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Interactive;

/// <summary>Asks a contact who is known by BSUID only for the phone number.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids"/></remarks>
internal static class ContactInfoRequest
{
    public static Answer<Bubble> Show(InteractiveAction? action) =>
        action is { Name: BubbleButton.ShareNumber }
            ? new Bubble("") { Buttons = [new BubbleButton(BubbleButton.ShareNumber, "Share phone number")] }
            : GraphErrors.ParameterMissing($"interactive.action needs name '{BubbleButton.ShareNumber}'.");
}
