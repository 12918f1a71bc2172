using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Api.Tests.Support;

/// <summary>Two firms and the organisation that runs the system, with somebody in each part.</summary>
internal static class Cast
{
    public const string NorthAccount = "102290129340398";
    public const string SouthAccount = "102290129340399";
    public const string SalesNumber = "106540352242922";
    public const string SupportNumber = "106540352242923";
    public const string HarbourNumber = "106540352242924";

    /// <summary>Of the line <c>sales</c>.</summary>
    public const string SalesSms = "+493055501000";

    /// <summary>Writes from the line <c>sales</c>, and from <c>desk</c>, which has no number.</summary>
    public static readonly Actor Ann = new("northwind", "ann");

    /// <summary>Writes from the line <c>support</c>.</summary>
    public static readonly Actor Ben = new("northwind", "ben");

    /// <summary>Has the line <c>sales</c>, but WhatsApp is off for him. His name is an attack.</summary>
    public static readonly Actor Dan = new("northwind", "dan");

    public static readonly Actor Administrator = new("northwind", "ada");
    public static readonly Actor Compliance = new("northwind", "cora");

    /// <summary>Bears the role of an operator where it means nothing.</summary>
    public static readonly Actor OperatorElsewhere = new("northwind", "olga");

    public static readonly Actor Operator = new("system", "otto");
    public static readonly Actor ForeignUser = new("southwind", "fay");
    public static readonly Actor ForeignAdministrator = new("southwind", "gus");
    public static readonly Actor ForeignCompliance = new("southwind", "hal");

    public static IEnumerable<Organization> Organizations =>
    [
        new Organization
        {
            Id = "northwind",
            Name = "Northwind Bank",
            WhatsAppEnabled = true,
            WhatsAppAccount = NorthAccount,
            Lines =
            [
                Line("sales", "Sales", SalesNumber, "+49 30 5550100", SalesSms),
                Line("support", "Support", SupportNumber, "+49 30 5550101"),
                new Line("desk", "Front desk"),
            ],
            People =
            [
                Person(Ann, "Ann Berger", Role.User, "sales", "desk"),
                Person(Ben, "Ben Okafor", Role.User, "support"),
                Person(Dan, "Dan <script>alert(1)</script>", Role.User, "sales") with { WhatsAppEnabled = false },
                Person(Administrator, "Ada Lindqvist", Role.Administrator),
                Person(Compliance, "Cora Mann", Role.Compliance),
                Person(OperatorElsewhere, "Olga Petrova", Role.Operator),
            ],
        },
        new Organization
        {
            Id = "southwind",
            Name = "Southwind Shipping",
            WhatsAppEnabled = true,
            WhatsAppAccount = SouthAccount,
            Lines = [Line("harbour", "Harbour", HarbourNumber, "+49 40 5550102")],
            People =
            [
                Person(ForeignUser, "Fay Duarte", Role.User, "harbour"),
                Person(ForeignAdministrator, "Gus Meyer", Role.Administrator),
                Person(ForeignCompliance, "Hal Novak", Role.Compliance),
            ],
        },
        new Organization { Id = "system", Name = "Operations", People = [Person(Operator, "Otto Kranz", Role.Operator)] },
    ];

    private static Line Line(string id, string name, string number, string display, string? sms = null) => new(id, name)
    {
        Numbers = [new LineNumber(Channel.WhatsApp, number, display), .. sms is null ? (LineNumber[])[] : [new LineNumber(Channel.Sms, sms, sms)]],
    };

    private static Person Person(Actor actor, string name, Role role, params string[] lines) =>
        new(actor.Person, name) { Roles = [role], Lines = [.. lines] };
}

internal sealed record Actor(string Organization, string Person);
