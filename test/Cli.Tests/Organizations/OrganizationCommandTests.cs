using MultiLine.Cli.Tests.Harness;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Organizations;

namespace MultiLine.Cli.Tests.Organizations;

public sealed class OrganizationCommandTests : IDisposable
{
    private readonly TempDeployment _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_new_organisation_has_its_first_administrator_its_line_and_WhatsApp_switched_on()
    {
        var output = await _temp.CreateAcmeAsync();

        var acme = await FindAsync("acme");
        Assert.Equal("Acme Bank", acme.Name);
        Assert.Equal([Role.Administrator], acme.FindPerson("ada")!.Roles.AsEnumerable());
        Assert.Equal("555001", acme.SendingNumber("desk", Channel.WhatsApp));
        Assert.Contains("http://127.0.0.1:5080/sign-in?token=", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_is_found_by_whoever_takes_webhooks_in()
    {
        await _temp.CreateAcmeAsync();
        await using var deployment = _temp.Open();

        Assert.Equal(new NumberOwner("acme", "desk"), await deployment.Organizations.FindNumberAsync(Channel.WhatsApp, "555001"));
        Assert.Equal("acme", await deployment.Organizations.FindWhatsAppAccountAsync("4711"));
    }

    [Fact]
    public async Task An_organisation_is_not_created_twice()
    {
        await _temp.CreateAcmeAsync();

        Assert.Contains(
            "acme exists already",
            await _temp.RefusedAsync("org", "create", "--id", "acme", "--name", "Other", "--administrator", "Bo"),
            StringComparison.Ordinal);
        Assert.Equal("Acme Bank", (await FindAsync("acme")).Name);
    }

    [Theory]
    [InlineData("--line", "x:X:555001:+1", "555001 belongs to the line desk of acme")]
    [InlineData("--whatsapp-account", "4711", "4711 belongs to acme")]
    public async Task What_belongs_to_one_organisation_can_not_be_given_to_another(string option, string value, string reason)
    {
        await _temp.CreateAcmeAsync();

        var said = await _temp.RefusedAsync("org", "create", "--id", "other", "--name", "Other", "--administrator", "Bo", option, value);

        Assert.Contains(reason, said, StringComparison.Ordinal);
        await using var deployment = _temp.Open();
        Assert.Null(await deployment.Organizations.FindAsync("other"));
    }

    [Theory]
    [InlineData("Acme", "desk:Desk", "--id is 'Acme'")]
    [InlineData("a/b", "desk:Desk", "--id is 'a/b'")]
    [InlineData("acme", "Desk:Desk", "The id of the line is 'Desk'")]
    [InlineData("acme", "desk", "not of the form")]
    [InlineData("acme", "desk:", "has no name")]
    [InlineData("acme", "desk:Desk:555", "not of the form")]
    [InlineData("acme", "desk:Desk:five:+1", "digits only")]
    [InlineData("acme", "desk:Desk:five:+1:+49305550100", "digits only")]
    [InlineData("acme", "desk:Desk:555:+1:030", "The SMS number '030'")]
    public async Task What_can_not_be_a_key_is_named_and_nothing_is_written(string id, string line, string reason)
    {
        var said = await _temp.RefusedAsync("org", "create", "--id", id, "--name", "Acme", "--administrator", "Ada", "--line", line);

        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temp.Data));
    }

    [Fact]
    public async Task A_line_is_not_given_twice() => Assert.Contains(
        "desk is there twice",
        await _temp.RefusedAsync("org", "create", "--id", "acme", "--name", "Acme", "--administrator", "Ada", "--line", "desk:A", "--line", "desk:B"),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_person_is_added_with_roles_and_lines()
    {
        await _temp.CreateAcmeAsync();

        await _temp.DoneAsync("person", "add", "--organization", "acme", "--id", "bo", "--name", "Bo Berg", "--role", "user", "--role", "compliance", "--line", "desk");

        var bo = (await FindAsync("acme")).FindPerson("bo")!;
        Assert.Equal([Role.User, Role.Compliance], bo.Roles.AsEnumerable());
        Assert.True((await FindAsync("acme")).MayUse("bo", "desk", Channel.WhatsApp));
    }

    [Theory]
    [InlineData("acme", "bo", "user", "attic", "no line attic")]
    [InlineData("acme", "ada", "user", "desk", "a person ada already")]
    [InlineData("nowhere", "bo", "user", "desk", "no organisation nowhere")]
    [InlineData("acme", "bo", "operator", "desk", "organisation system only")]
    [InlineData("acme", "bo", "king", "desk", "'king' not recognized")]
    public async Task A_person_who_does_not_fit_is_refused(string organization, string id, string role, string line, string reason)
    {
        await _temp.CreateAcmeAsync();

        var said = await _temp.RefusedAsync("person", "add", "--organization", organization, "--id", id, "--name", "Bo", "--role", role, "--line", line);

        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.Single((await FindAsync("acme")).People);
    }

    [Fact]
    public async Task Operators_are_people_of_the_organisation_system()
    {
        await _temp.DoneAsync("org", "create", "--id", "system", "--name", "Operations", "--administrator", "Ada");

        await _temp.DoneAsync("person", "add", "--organization", "system", "--id", "olga", "--name", "Olga", "--role", "operator");

        Assert.Equal([Role.Operator], (await FindAsync("system")).FindPerson("olga")!.Roles.AsEnumerable());
    }

    [Fact]
    public async Task A_line_is_added_with_its_number()
    {
        await _temp.CreateAcmeAsync();

        await _temp.DoneAsync("line", "add", "--organization", "acme", "--id", "vip", "--name", "VIP", "--phone-number-id", "555002", "--display", "+49 30 23125 002");

        Assert.Equal("555002", (await FindAsync("acme")).SendingNumber("vip", Channel.WhatsApp));
        Assert.Contains(
            "555002 belongs to the line vip",
            await _temp.RefusedAsync("line", "add", "--organization", "acme", "--id", "vip2", "--name", "X", "--phone-number-id", "555002", "--display", "+1"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_is_added_with_its_SMS_number()
    {
        await _temp.CreateAcmeAsync();

        await _temp.DoneAsync("line", "add", "--organization", "acme", "--id", "vip", "--name", "VIP", "--sms-number", "+49 30 23125 002");

        Assert.Equal("+493023125002", (await FindAsync("acme")).SendingNumber("vip", Channel.Sms));
        Assert.Contains(
            "'030' is no phone number",
            await _temp.RefusedAsync("line", "add", "--organization", "acme", "--id", "vip2", "--name", "X", "--sms-number", "030"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_a_new_organisation_can_have_both_numbers()
    {
        await _temp.DoneAsync(
            "org", "create", "--id", "both", "--name", "Both", "--administrator", "Bo", "--whatsapp-account", "4712", "--line", "x:X:555009:+1:+1 650 555 0100");

        var both = await FindAsync("both");
        Assert.Equal(("555009", "+16505550100"), (both.SendingNumber("x", Channel.WhatsApp), both.SendingNumber("x", Channel.Sms)));
    }

    [Fact]
    public async Task The_list_shows_organisations_with_lines_and_people()
    {
        await _temp.CreateAcmeAsync();

        Assert.Equal(
            """
            acme  Acme Bank  WhatsApp on, account 4711
              line    desk  Front desk  whatsapp +49 30 23125 001 (555001)
              person  ada  Ada Admin  administrator

            """,
            await _temp.DoneAsync("org", "list"));
    }

    [Fact]
    public async Task A_mistyped_directory_does_not_become_a_deployment()
    {
        Assert.Contains("There is no multiline.db", await _temp.RefusedAsync("org", "list"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temp.Data));
    }

    private async Task<Organization> FindAsync(string id)
    {
        await using var deployment = _temp.Open();
        return (await deployment.Organizations.FindAsync(id))!.Organization;
    }

    [Fact]
    public async Task A_part_of_an_organisation_is_created_below_one_that_is_there()
    {
        await _temp.CreateAcmeAsync();

        await _temp.DoneAsync("org", "create", "--id", "acme-north", "--name", "Acme North", "--administrator", "Nora", "--parent", "acme");
        var refused = await _temp.RefusedAsync("org", "create", "--id", "acme-south", "--name", "Acme South", "--administrator", "Sam", "--parent", "nobody");

        await using var deployment = _temp.Open();
        Assert.Equal("acme", (await deployment.Organizations.FindAsync("acme-north"))?.Organization.Parent);
        Assert.Contains("There is no organisation nobody", refused, StringComparison.Ordinal);
        Assert.Null(await deployment.Organizations.FindAsync("acme-south"));
    }
}
