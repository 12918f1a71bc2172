using System.CommandLine;
using System.CommandLine.Parsing;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Organizations;

/// <summary>A line as it is typed: <c>ID:NAME</c>, or <c>ID:NAME:PHONE_NUMBER_ID:DISPLAY</c> with its WhatsApp number.</summary>
internal static class LineArgument
{
    public const string Form = "ID:NAME[:PHONE_NUMBER_ID:DISPLAY]";

    public static Option<Line[]> Lines() => new("--line")
    {
        Description = "A line, with Meta's phone number id of its WhatsApp number and that number as people read it. May be given several times.",
        HelpName = Form,
        CustomParser = result => [.. result.Tokens.Select(token => Read(token.Value, result)).OfType<Line>()],
    };

    private static Line? Read(string text, ArgumentResult result)
    {
        var (line, fault) = text.Split(':', StringSplitOptions.TrimEntries) switch
        {
            [var id, ..] when !KeyPart.IsValid(id) => (null, CommonOptions.BadKey("The id of the line", id)),
            [_, "", ..] => (null, $"The line '{text}' has no name."),
            [var id, var name] => (new Line(id, name), null),
            [var id, var name, var number, var display] when IsNumberId(number) && display.Length > 0 =>
                (new Line(id, name) { Numbers = [WhatsApp(number, display)] }, null),
            [_, _, _, _] => (null, $"The line '{text}' needs Meta's phone number id, which has digits only, and the number as people read it."),
            _ => ((Line?)null, $"The line '{text}' is not of the form {Form}."),
        };
        if (fault is not null)
            result.AddError(fault);
        return line;
    }

    public static LineNumber WhatsApp(string id, string display) => new(Channel.WhatsApp, id, display);

    public static bool IsNumberId(string text) => KeyPart.IsValid(text) && text.All(char.IsAsciiDigit);
}
