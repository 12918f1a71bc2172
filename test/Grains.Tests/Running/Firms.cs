using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Grains.Tests.Running;

/// <summary>The organisations of the tests.</summary>
public static class Firms
{
    public const string Northwind = "northwind";
    public const string Contoso = "contoso";
    public const string Line = "private-banking";
    public const string Person = "ann";
    public const string Administrator = "ada";

    public const string NorthwindNumber = "106540352242922";
    public const string ContosoNumber = "106540352242999";
    public const string NorthwindSms = "+493055501000";
    public const string ContosoSms = "+15550783881";
    public const string NorthwindAccount = "102290129340398";
    public const string ContosoAccount = "102290129340777";

    /// <summary>The numbers that the simulator has.</summary>
    public static IReadOnlyList<(string Id, string Display, string Account)> Numbers { get; } =
    [
        (NorthwindNumber, "+49 30 5550100", NorthwindAccount),
        (ContosoNumber, "+1 555 078 3881", ContosoAccount),
    ];

    public static Organization NorthwindBank { get; } = Firm(Northwind, "Northwind Bank", NorthwindNumber, NorthwindSms, NorthwindAccount);

    public static Organization ContosoInsurance { get; } = Firm(Contoso, "Contoso Insurance", ContosoNumber, ContosoSms, ContosoAccount);

    private static Organization Firm(string id, string name, string number, string sms, string account) => new()
    {
        Id = id,
        Name = name,
        WhatsAppEnabled = true,
        WhatsAppAccount = account,
        Lines = [new Line(Line, "Private banking") { Numbers = [new LineNumber(Channel.WhatsApp, number, number), new LineNumber(Channel.Sms, sms, sms)] }],
        People =
        [
            new Person(Person, "Ann Sandford") { Roles = [Role.User], Lines = [Line] },
            new Person(Administrator, "Ada Lindqvist") { Roles = [Role.Administrator] },
        ],
    };
}
