namespace MultiLine.Simulator.Graph.Errors;

/// <summary>What Meta refuses when a template is created or edited: code 100 with a subcode that says what is wrong.</summary>
internal static class TemplateErrors
{
    public static readonly GraphError TooMany = Of(
        2388019,
        "Message template limit exceeded",
        "This account has 250 message templates, the most there can be."
    );

    public static readonly GraphError Exists = Of(
        2388024,
        "Content in this language already exists",
        "There is already content in this language for this template. Use a new name."
    );

    public static readonly GraphError Locked = Of(
        2388039,
        "Message template can't be edited",
        "A template can't be edited while its review is pending."
    );

    public static readonly GraphError VariableAtEdge = Of(
        2388299,
        "Leading or trailing params not allowed",
        "Variables can't be at the start or end of the template."
    );

    public static readonly GraphError TooManyVariables = Of(
        2388293,
        "Parameters words ratio exceeds limit",
        "This template has too many variables for its length. Have fewer variables or a longer text."
    );

    public static GraphError TooLong(string component, int most) =>
        Of(2388040, "Character limit exceeded", $"{component} can have at most {most} characters.");

    public static GraphError Header(string message) => Of(2388047, "Message header format is incorrect", message);

    public static GraphError Body(string message) => Of(2388072, "Message body format is incorrect", message);

    public static GraphError Footer(string message) => Of(2388073, "Message footer format is incorrect", message);

    private static GraphError Of(int subcode, string title, string message) =>
        new(100, "Invalid parameter")
        {
            Subcode = subcode,
            UserTitle = title,
            UserMessage = message,
        };
}
