using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Tests.Running;

namespace MultiLine.Grains.Tests.Organizations;

public sealed class PeopleTests
{
    [Fact]
    public async Task What_an_administrator_changed_of_people_is_there_after_a_restart()
    {
        await using var product = await Product.StartAsync();
        Assert.Null((await Northwind(product).AddPerson(new NewPerson(Firms.Administrator, null, "Nora Field", ["user"], [Firms.Line], true))).Refusal);
        Assert.Null((await Northwind(product).ChangePerson(new PersonUpdate(Firms.Administrator, "nora", "Nora Berg", null, [], false))).Refusal);

        await product.KillAndStartAsync();

        var nora = (await Northwind(product).GetAccess("nora"))!;
        Assert.Equal(("Nora Berg", false), (nora.Name, nora.WhatsAppEnabled));
        Assert.Equal(["user"], nora.Roles);
        Assert.Empty(nora.Lines);
    }

    [Fact]
    public async Task Without_WhatsApp_or_without_the_line_the_very_next_send_is_refused()
    {
        await using var product = await Product.StartAsync();
        var talk = await product.OpenTalk();
        await talk.Delivered("With everything");

        await Northwind(product).ChangePerson(new PersonUpdate(Firms.Administrator, Firms.Person, null, null, null, false));
        Assert.Equal("whatsapp_not_enabled", (await talk.Send("Without WhatsApp")).Refusal!.Code);

        await Northwind(product).ChangePerson(new PersonUpdate(Firms.Administrator, Firms.Person, null, null, [], true));
        Assert.Equal("whatsapp_not_enabled", (await talk.Send("Without the line")).Refusal!.Code);

        await Northwind(product).ChangePerson(new PersonUpdate(Firms.Administrator, Firms.Person, null, null, [Firms.Line], null));
        await talk.Delivered("With everything again");
    }

    [Fact]
    public async Task Two_administrators_who_withdraw_the_role_from_each_other_at_once_leave_one()
    {
        await using var product = await Product.StartAsync();
        await Northwind(product).ChangePerson(new PersonUpdate(Firms.Administrator, Firms.Person, null, ["administrator"], null, null));

        var results = await Task.WhenAll(
            Northwind(product).ChangePerson(new PersonUpdate(Firms.Administrator, Firms.Person, null, ["user"], null, null)),
            Northwind(product).ChangePerson(new PersonUpdate(Firms.Person, Firms.Administrator, null, ["user"], null, null)));

        Assert.Equal("forbidden", Assert.Single(results, result => result.Refusal is not null).Refusal!.Code);
        Assert.Single((await Northwind(product).Get())!.People, person => person.Roles.Contains("administrator"));
    }

    private static IOrganizationGrain Northwind(Product product) => product.Grains.GetGrain<IOrganizationGrain>(Firms.Northwind);
}
