using MultiLine.Cli.Organizations;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Demonstration.Cast;

/// <summary>The demonstration's organisations, their people and lines.</summary>
internal static class Bank
{
    public const string Id = "demo";

    /// <summary>The line that the team shares, and the only one with numbers for WhatsApp and SMS.</summary>
    public const string Desk = "advisory";

    private const string SofiasLine = "sofia";

    public static readonly Person Sofia = new("sofia", "Sofia Lindgren") { Roles = [Role.User], Lines = [Desk, SofiasLine] };
    public static readonly Person Marcus = new("marcus", "Marcus Adeyemi") { Roles = [Role.User], Lines = [Desk] };
    public static readonly Person Hanna = new("hanna", "Hanna Vogelsang") { Roles = [Role.User], Lines = [Desk] };
    public static readonly Person Amir = new("amir", "Amir Rahimi") { Roles = [Role.Administrator] };
    public static readonly Person Beatriz = new("beatriz", "Beatriz Moreau") { Roles = [Role.Compliance] };
    private static readonly Person Oskar = new("oskar", "Oskar Nyberg") { Roles = [Role.Operator] };

    public static Organization Organization(BusinessNumber number) => new()
    {
        Id = Id,
        Name = "Northwind Private Bank",
        WhatsAppEnabled = true,
        WhatsAppAccount = number.Account,
        Lines =
        [
            new Line(Desk, "Client advisory") { Numbers = [LineArgument.WhatsApp(number.PhoneNumberId, number.Display), LineArgument.Sms(number.Sms)!] },
            new Line(SofiasLine, "Sofia Lindgren, direct"),
        ],
        People = [Sofia, Marcus, Hanna, Amir, Beatriz],
        OtherOptIns = [German],
    };

    /// <summary>The opt-in request for the clients whom the bank writes to in German.</summary>
    private static OptInText German { get; } = new(
        "de",
        "Guten Tag {{1}}, {{2}} möchte Ihnen zu Ihren Geschäften mit uns auf WhatsApp schreiben. Unsere Nachrichten werden aufgezeichnet. Sind Sie einverstanden?",
        "Mit STOP können Sie das jederzeit beenden.",
        "Ja",
        "Nein");

    /// <summary>As contacts see the bank on their phones.</summary>
    public static Profile Profile { get; } = new(
        "Your advisers, Monday to Friday from 8 to 18", "Northwind Private Bank looks after the assets of families.", "https://northwind.example/");

    public static Organization Operations { get; } = new() { Id = OrganizationRules.System, Name = "Operations", People = [Oskar] };
}

/// <param name="About">The line below the name.</param>
/// <param name="Description">What the business does.</param>
/// <param name="Website">Its address.</param>
internal sealed record Profile(string About, string Description, string Website);

/// <param name="PhoneNumberId">Meta's id of the number.</param>
/// <param name="Account">The WhatsApp business account that it belongs to.</param>
/// <param name="Display">As people read it.</param>
/// <param name="Sms">The line's number for SMS.</param>
internal sealed record BusinessNumber(string PhoneNumberId, string Account, string Display, string Sms);
