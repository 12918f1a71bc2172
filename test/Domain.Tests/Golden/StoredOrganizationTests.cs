using System.Text;
using System.Text.Json;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Retention;

namespace MultiLine.Domain.Tests.Golden;

public sealed class StoredOrganizationTests
{
    private const string Organizations = "v1/organization";

    private static readonly Dictionary<string, Organization> V1 = new(StringComparer.Ordinal)
    {
        ["new"] = new Organization { Id = "acme", Name = "Acme" },
        ["full"] = new Organization
        {
            Id = "acme",
            Name = "Acme Wealth",
            WhatsAppEnabled = true,
            WhatsAppAccount = "102290129340398",
            FirstMessageIsConsent = false,
            OptIn = new OptInText("de", "Hallo {{1}}, {{2}} möchte Ihnen schreiben.", null, "Ja", "Nein"),
            StopConfirmation = "Bye.",
            Lines =
            [
                new Line("l1", "Anna's line")
                {
                    Numbers = [new LineNumber(Channel.WhatsApp, "106540352242922", "+1 555 078 3881"), new LineNumber(Channel.Sms, "s1", "+1 555 0100")],
                },
            ],
            People = [new Person("anna", "Anna") { Roles = [.. Enum.GetValues<Role>()], Lines = ["l1"], WhatsAppEnabled = false }],
        },
        ["languages"] = new Organization
        {
            Id = "acme",
            Name = "Acme",
            OtherOptIns =
            [
                new OptInText("de", "Hallo {{1}}, {{2}} möchte Ihnen schreiben.", null, "Ja", "Nein"),
                new OptInText("fr", "Bonjour {{1}}, {{2}} aimerait vous écrire.", "STOP arrête tout.", "Oui", "Non"),
            ],
        },
        ["part"] = new Organization { Id = "acme-north", Name = "Acme North", Parent = "acme", PolicyVersion = 3 },
        ["recording"] = new Organization
        {
            Id = "acme",
            Name = "Acme",
            Recording =
            [
                new RecordingChange(new DateTimeOffset(2026, 3, 2, 9, 0, 0, 700, TimeSpan.Zero), null, RecordingRule.On(7)),
                new RecordingChange(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), "l1", RecordingRule.Off(30)),
                new RecordingChange(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero), "l1", null),
            ],
            Lines = [new Line("l1", "One")],
        },
        ["sms"] = new Organization
        {
            Id = "acme",
            Name = "Acme",
            SmsDisclaimer = "{{1}} writes to you here. STOP ends it.",
            Lines = [new Line("l1", "One") { Numbers = [new LineNumber(Channel.Sms, "+49305550100", "+49 30 5550100")] }],
        },
    };

    public static TheoryData<string> Names => [.. V1.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_organisation_is_written_as_it_always_was(string name) =>
        Assert.Equal(Encoding.UTF8.GetString(GoldenFiles.Read(Organizations, name)), Encoding.UTF8.GetString(OrganizationFormat.Write(V1[name])));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_organisation_reads_and_writes_unchanged(string name)
    {
        var bytes = GoldenFiles.Read(Organizations, name);

        Assert.Equal(Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetString(OrganizationFormat.Write(OrganizationFormat.Read(bytes))));
    }

    [Fact]
    public void An_organisation_that_was_stored_with_one_opt_in_text_has_it_in_one_language_which_is_the_default()
    {
        var organization = OrganizationFormat.Read(GoldenFiles.Read(Organizations, "full"));

        Assert.Equal("de", Assert.Single(organization.OptIns()).Language);
    }

    [Fact]
    public void Every_golden_file_is_looked_at() => Assert.Equal(V1.Keys.Order(StringComparer.Ordinal), GoldenFiles.Names(Organizations));

    [Fact]
    public void What_is_no_organisation_is_refused() => Assert.Throws<JsonException>(() => OrganizationFormat.Read("null"u8));
}
