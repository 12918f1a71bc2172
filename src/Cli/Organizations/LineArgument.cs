using System.CommandLine;
using System.CommandLine.Parsing;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.PhoneNumbers;

namespace MultiLine.Cli.Organizations;

/// <summary>A line as it is typed: <c>ID:NAME</c>, or <c>ID:NAME:PHONE_NUMBER_ID:DISPLAY</c> with its WhatsApp number, or with an SMS number behind that.</summary>
internal static class LineArgument
{
    public const string Form = "ID:NAME[:PHONE_NUMBER_ID:DISPLAY[:SMS_NUMBER]]";

    public static Option<Line[]> Lines() => new("--line")
    {
        Description = "A line, with Meta's phone number id of its WhatsApp number and that number as people read it, and with its SMS number. May be given several times.",
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
            [var id, var name, var number, var display, var sms] when IsNumberId(number) && display.Length > 0 && Sms(sms) is { } smsNumber =>
                (new Line(id, name) { Numbers = [WhatsApp(number, display), smsNumber] }, null),
            [_, _, _, _, var sms] when Sms(sms) is null => (null, NoSmsNumber(sms)),
            [_, _, _, _] or [_, _, _, _, _] => (null, $"The line '{text}' needs Meta's phone number id, which has digits only, and the number as people read it."),
            _ => ((Line?)null, $"The line '{text}' is not of the form {Form}."),
        };
        if (fault is not null)
            result.AddError(fault);
        return line;
    }

    public static LineNumber WhatsApp(string id, string display) => new(Channel.WhatsApp, id, display);

    /// <summary>The number by which the SMS provider calls it, E.164; null if it is none.</summary>
    public static LineNumber? Sms(string number) =>
        PhoneNumber.TryParse(number, out var parsed) ? new LineNumber(Channel.Sms, parsed.Value, number) : null;

    public static string NoSmsNumber(string number) => $"The SMS number '{number}' is no phone number with plus sign and country code.";

    public static bool IsNumberId(string text) => KeyPart.IsValid(text) && text.All(char.IsAsciiDigit);
}
