using MultiLine.Simulator.Graph.Errors;
using MultiLine.Simulator.Phones.Messages;

namespace MultiLine.Simulator.Graph.Messages.Interactive;

/// <summary>A button that opens a list of up to ten rows.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages"/></remarks>
internal static class ListPicker
{
    private const int LongestButton = 20;
    private const int LongestSectionTitle = 24;
    private const int MostRows = 10;
    private const int LongestTitle = 24;
    private const int LongestDescription = 72;
    private const int LongestId = 200;

    public static Answer<Bubble> Show(InteractiveAction? action)
    {
        if (action is not { Button.Length: > 0, Sections: { Count: > 0 } sections })
            return GraphErrors.ParameterMissing("interactive.action needs button and sections.");
        return (CheckSections(sections) ?? CheckRows([.. sections.SelectMany(section => section.Rows!)]) ?? CheckButton(action.Button)) is { } wrong
            ? wrong
            : new Bubble("") { List = new BubbleList(action.Button, [.. sections.Select(Show)]) };
    }

    private static BubbleSection Show(ListSection section) =>
        new(section.Title, [.. section.Rows!.Select(row => new BubbleRow(row.Id!, row.Title!, row.Description))]);

    private static GraphError? CheckButton(string button) =>
        button.Length > LongestButton ? GraphErrors.ParameterInvalid($"interactive.action.button can have at most {LongestButton} characters.") : null;

    private static GraphError? CheckSections(IReadOnlyList<ListSection> sections)
    {
        if (sections.Any(section => section?.Rows is not { Count: > 0 }))
            return GraphErrors.ParameterMissing("Each section needs rows.");
        if (sections.Count > 1 && sections.Any(section => string.IsNullOrEmpty(section.Title)))
            return GraphErrors.ParameterMissing("Each of several sections needs a title.");
        return sections.Any(section => section.Title?.Length > LongestSectionTitle)
            ? GraphErrors.ParameterInvalid($"The title of a section can have at most {LongestSectionTitle} characters.")
            : null;
    }

    private static GraphError? CheckRows(IReadOnlyList<ListRow> rows)
    {
        if (rows.Count > MostRows)
            return GraphErrors.ParameterInvalid($"Total row count exceeds the maximum of {MostRows}.");
        if (rows.Any(row => row is not { Id.Length: > 0, Title.Length: > 0 }))
            return GraphErrors.ParameterMissing("Each row needs id and title.");
        if (rows.Any(row => row.Title!.Length > LongestTitle || row.Description?.Length > LongestDescription || row.Id!.Length > LongestId))
        {
            return GraphErrors.ParameterInvalid(
                $"The title of a row can have at most {LongestTitle} characters, its description {LongestDescription}, its id {LongestId}."
            );
        }

        return rows.DistinctBy(row => row.Id).Count() < rows.Count ? GraphErrors.ParameterInvalid("Ids of rows must be unique.") : null;
    }
}
