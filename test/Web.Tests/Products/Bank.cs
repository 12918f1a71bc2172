using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Web.Tests.Products;

/// <summary>The organisation that the pages are shown to, with somebody in each part, and the one that runs the system.</summary>
internal static class Bank
{
    public const string Id = "northwind";
    public const string Account = "102290129340398";

    /// <summary>The line that Nora and Dan write from, with a number for WhatsApp and one for SMS.</summary>
    public const string Line = "advisory";

    /// <summary>Of the line, as Meta names it.</summary>
    public const string NumberId = "106540352242922";

    public const string SmsNumber = "+493055501000";

    /// <summary>Writes from the line.</summary>
    public static readonly Person Nora = new("nora", "Nora Field") { Roles = [Role.User], Lines = [Line] };

    /// <summary>Has the line too, but no WhatsApp.</summary>
    public static readonly Person Dan = new("dan", "Dan Okafor") { Roles = [Role.User], Lines = [Line], WhatsAppEnabled = false };

    public static readonly Person Adam = new("adam", "Adam Winter") { Roles = [Role.Administrator] };

    public static readonly Person Carla = new("carla", "Carla Stone") { Roles = [Role.Compliance] };

    public static readonly Person Otto = new("otto", "Otto Kranz") { Roles = [Role.Operator] };

    public static IReadOnlyList<Organization> Organizations { get; } =
    [
        new()
        {
            Id = Id,
            Name = "Northwind Advisers",
            WhatsAppEnabled = true,
            WhatsAppAccount = Account,
            Lines =
            [
                new Line(Line, "Client advisory")
                {
                    Numbers = [new LineNumber(Channel.WhatsApp, NumberId, "+49 30 5550100"), new LineNumber(Channel.Sms, SmsNumber, "+49 30 55501000")],
                },
            ],
            People = [Nora, Dan, Adam, Carla],
        },
        new() { Id = GrainKeys.SystemOrganization, Name = "Operations", People = [Otto] },
    ];

    public static string OrganizationOf(Person person) => Organizations.Single(organization => organization.People.Contains(person)).Id;
}
