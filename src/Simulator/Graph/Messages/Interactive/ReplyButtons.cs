using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Interactive;

/// <summary>Up to three buttons that answer.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-reply-buttons-messages"/></remarks>
internal static class ReplyButtons
{
    private const int LongestTitle = 20;
    private const int LongestId = 256;
    private const int MostButtons = 3;

    public static Answer<Bubble> Show(InteractiveAction? action)
    {
        var buttons = action?.Buttons ?? [];
        return Check(buttons) is { } wrong
            ? wrong
            : new Bubble("") { Buttons = [.. buttons.Select(button => new BubbleButton("reply", button.Reply!.Title!, button.Reply.Id))] };
    }

    private static GraphError? Check(IReadOnlyList<ReplyButton> buttons)
    {
        if (buttons.Count is 0 or > MostButtons)
            return GraphErrors.ParameterInvalid($"There must be 1 to {MostButtons} buttons.");
        if (buttons.Any(button => button is not { Type: "reply", Reply: { Id.Length: > 0, Title.Length: > 0 } }))
            return GraphErrors.ParameterMissing("Each button needs type 'reply' with id and title.");
        if (buttons.Any(button => button.Reply!.Title!.Length > LongestTitle || button.Reply.Id!.Length > LongestId))
            return GraphErrors.ParameterInvalid($"A title can have at most {LongestTitle} characters, an id {LongestId}.");
        return
            buttons.DistinctBy(button => button.Reply!.Id).Count() < buttons.Count
            || buttons.DistinctBy(button => button.Reply!.Title).Count() < buttons.Count
            ? GraphErrors.ParameterInvalid("Ids and titles of buttons must be unique.")
            : null;
    }
}
