using MultiLine.Domain.Organizations;

namespace MultiLine.Domain.Tests.Values;

/// <summary>What must be true of an organisation whoever changes it, and what administrators may do with its people.</summary>
public sealed class OrganizationRulesTests
{
    private static readonly Organization Acme = new()
    {
        Id = "acme",
        Name = "Acme",
        Lines = [new Line("l1", "One"), new Line("l2", "Two")],
        People =
        [
            new Person("ada", "Ada") { Roles = [Role.Administrator] },
            new Person("ben", "Ben") { Roles = [Role.User], Lines = ["l1"] },
            new Person("cora", "Cora") { Roles = [Role.Compliance, Role.User] },
        ],
    };

    private static readonly Person Nora = new("nora", "Nora") { Roles = [Role.User], Lines = ["l1"] };

    [Fact]
    public void A_person_is_added_beside_the_others() =>
        Assert.Equal(["ada", "ben", "cora", "nora"], Acme.AddBy("ada", Nora).Changed!.People.Select(person => person.Id));

    [Theory]
    [InlineData(Role.Compliance)]
    [InlineData(Role.Operator)]
    public void No_administrator_grants_compliance_or_operator(Role role)
    {
        Forbidden(Acme.AddBy("ada", Nora with { Roles = [Role.User, role] }));
        Forbidden(Acme.ChangeBy("ada", "ben", new PersonChange { Roles = [Role.User, role] }));
        Forbidden(Acme.ChangeBy("ada", "ada", new PersonChange { Roles = [Role.Administrator, role] }));
    }

    [Fact]
    public void No_administrator_withdraws_compliance_and_the_other_roles_beside_it_change()
    {
        Forbidden(Acme.ChangeBy("ada", "cora", new PersonChange { Roles = [Role.User] }));

        var changed = Acme.ChangeBy("ada", "cora", new PersonChange { Roles = [Role.Administrator, Role.Compliance] });
        Assert.Equal([Role.Administrator, Role.Compliance], changed.Changed!.FindPerson("cora")!.Roles.AsEnumerable());
    }

    [Fact]
    public void Nobody_withdraws_the_own_role_of_an_administrator_and_another_administrator_can()
    {
        Forbidden(Acme.ChangeBy("ada", "ada", new PersonChange { Roles = [Role.User] }));
        var two = Acme.ChangeBy("ada", "ben", new PersonChange { Roles = [Role.Administrator] }).Changed!;

        var one = two.ChangeBy("ben", "ada", new PersonChange { Roles = [Role.User] }).Changed!;

        Assert.Equal([Role.User], one.FindPerson("ada")!.Roles.AsEnumerable());
        // Two who withdraw it from each other at once leave one.
        Forbidden(one.ChangeBy("ada", "ben", new PersonChange { Roles = [Role.User] }));
        Forbidden(one.AddBy("ada", Nora));
        Forbidden(one.AddBy("nobody", Nora));
    }

    [Fact]
    public void What_is_not_named_stays_as_it_is()
    {
        var changed = Acme.ChangeBy("ada", "ben", new PersonChange { WhatsAppEnabled = false }).Changed!.FindPerson("ben")!;
        Assert.Equal(("Ben", false), (changed.Name, changed.WhatsAppEnabled));
        Assert.Equal([Role.User], changed.Roles.AsEnumerable());
        Assert.Equal(["l1"], changed.Lines.AsEnumerable());

        changed = Acme.ChangeBy("ada", "ben", new PersonChange { Name = "Benno", Lines = ["l2", "l1"] }).Changed!.FindPerson("ben")!;
        Assert.Equal(("Benno", true), (changed.Name, changed.WhatsAppEnabled));
        Assert.Equal(["l2", "l1"], changed.Lines.AsEnumerable());
    }

    [Fact]
    public void A_line_that_there_is_not_is_refused()
    {
        Refused(RefusalCodes.InvalidRequest, Acme.AddBy("ada", Nora with { Lines = ["l1", "l3"] }));
        Refused(RefusalCodes.InvalidRequest, Acme.ChangeBy("ada", "ben", new PersonChange { Lines = ["l3"] }));
    }

    [Fact]
    public void A_person_that_there_is_not_is_not_found() =>
        Refused(RefusalCodes.NotFound, Acme.ChangeBy("ada", "nobody", new PersonChange { Name = "Nobody" }));

    [Fact]
    public void An_id_means_one_person() => Refused(RefusalCodes.InvalidRequest, Acme.AddBy("ada", Nora with { Id = "ben" }));

    [Fact]
    public void Operators_are_people_of_the_organisation_that_runs_the_system()
    {
        var operators = Nora with { Roles = [Role.Operator], Lines = [] };

        Refused(RefusalCodes.InvalidRequest, Acme.With(operators));
        Assert.NotNull((Acme with { Id = OrganizationRules.System }).With(operators).Changed);
    }

    [Fact]
    public void A_line_is_there_once()
    {
        Assert.Equal(["l1", "l2", "l3"], Acme.With(new Line("l3", "Three")).Changed!.Lines.Select(line => line.Id));
        Refused(RefusalCodes.InvalidRequest, Acme.With(new Line("l2", "Again")));
        Assert.Same(Acme, Acme.WithLinesThatDiffer().Changed);
        Refused(RefusalCodes.InvalidRequest, (Acme with { Lines = Acme.Lines.Add(new Line("l2", "Again")) }).WithLinesThatDiffer());
    }

    [Fact]
    public void A_line_keeps_its_place_and_its_numbers_under_another_name()
    {
        var number = new LineNumber(Channel.Sms, "s1", "+1");
        var acme = Acme with { Lines = Acme.Lines.SetItem(0, Acme.Lines[0] with { Numbers = [number] }) };

        var renamed = acme.RenameLine("l1", "First").Changed!;

        Assert.Equal([("l1", "First"), ("l2", "Two")], renamed.Lines.Select(line => (line.Id, line.Name)));
        Assert.Equal(number, renamed.Lines[0].Numbers.Single());
        Refused(RefusalCodes.NotFound, acme.RenameLine("l3", "Third"));
    }

    [Theory]
    [InlineData(true, Role.User, Role.Administrator)]
    [InlineData(true)]
    [InlineData(false, Role.Compliance)]
    [InlineData(false, Role.User, Role.Operator)]
    public void An_administrator_makes_links_for_people_without_compliance_and_operator(bool may, params Role[] roles) =>
        Assert.Equal(may ? null : RefusalCodes.Forbidden, PeopleByAdministrators.RefuseLink(roles)?.Code);

    [Theory]
    [InlineData("Nora Field", "nora")]
    [InlineData("  Ada   Second", "ada-2")]
    [InlineData("O'Neil", "oneil")]
    [InlineData("Ольга", "person")]
    public void An_id_is_made_of_the_first_word_of_the_name_and_is_nobody_elses(string name, string id) =>
        Assert.Equal(id, PersonIds.Free(Acme, name));

    [Fact]
    public void However_many_have_the_same_name_and_however_long_it_is_the_id_is_free_and_a_key()
    {
        var name = new string('x', 200);
        var organization = Acme;
        for (var i = 0; i < 12; i++)
        {
            var id = PersonIds.Free(organization, name);
            Assert.True(KeyPart.IsValid(id));
            organization = organization.AddBy("ada", new Person(id, name)).Changed!;
        }

        Assert.Equal(15, organization.People.Select(person => person.Id).Distinct().Count());
    }

    [Fact]
    public void A_role_is_read_as_it_is_named() => Assert.Equal(Enum.GetValues<Role>(), RoleNames.All.Select(RoleNames.Read));

    private static void Forbidden(OrganizationDecision decision) => Refused(RefusalCodes.Forbidden, decision);

    private static void Refused(string code, OrganizationDecision decision)
    {
        Assert.Null(decision.Changed);
        Assert.Equal(code, decision.Refusal!.Code);
    }
}
