using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Organizations;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class OrganizationStoreContract : StorageContract
{
    private IOrganizationStore Organizations => Port<IOrganizationStore>();

    [Fact]
    public async Task An_organisation_is_read_back_as_it_was_written()
    {
        var acme = Organization("acme", "100") with { People = [new Person("alice", "Alice") { Roles = [Role.Administrator], Lines = ["sales"] }] };
        Assert.Equal(SaveOrganizationResult.Saved, await Organizations.SaveAsync(acme, 0));

        var stored = await Organizations.FindAsync("acme");

        Assert.Equal(1, stored!.Version);
        Assert.Equal(OrganizationFormat.Write(acme), OrganizationFormat.Write(stored.Organization));
        Assert.Equal(["acme"], await Organizations.ListAsync());
        Assert.Null(await Organizations.FindAsync("other"));
    }

    [Fact]
    public async Task Of_many_racing_writers_one_wins_and_the_others_are_told()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            () => Organizations.SaveAsync(Organization("acme", "100") with { Name = $"Acme {i}" }, 0))));

        Assert.Single(results, result => result == SaveOrganizationResult.Saved);
        Assert.Equal(9, results.Count(result => result == SaveOrganizationResult.VersionConflict));
    }

    [Fact]
    public async Task The_owner_of_a_number_and_of_an_account_is_found()
    {
        await Organizations.SaveAsync(Organization("acme", "100") with { WhatsAppAccount = "waba-1" }, 0);

        Assert.Equal(new NumberOwner("acme", "sales"), await Organizations.FindNumberAsync(Channel.WhatsApp, "100"));
        Assert.Null(await Organizations.FindNumberAsync(Channel.Sms, "100"));
        Assert.Equal("acme", await Organizations.FindWhatsAppAccountAsync("waba-1"));
        Assert.Null(await Organizations.FindWhatsAppAccountAsync("waba-2"));
    }

    [Fact]
    public async Task A_number_or_account_of_somebody_else_is_refused_and_changes_nothing()
    {
        await Organizations.SaveAsync(Organization("acme", "100") with { WhatsAppAccount = "waba-1" }, 0);

        Assert.Equal(SaveOrganizationResult.NumberTaken, await Organizations.SaveAsync(Organization("other", "100"), 0));
        Assert.Equal(
            SaveOrganizationResult.NumberTaken, await Organizations.SaveAsync(Organization("other", "200") with { WhatsAppAccount = "waba-1" }, 0));
        var twice = Organization("third", "300");
        twice = twice with { Lines = [.. twice.Lines, twice.Lines[0] with { Id = "support" }] };
        Assert.Equal(SaveOrganizationResult.NumberTaken, await Organizations.SaveAsync(twice, 0));

        Assert.Equal(["acme"], await Organizations.ListAsync());
        Assert.Null(await Organizations.FindNumberAsync(Channel.WhatsApp, "200"));
    }

    [Fact]
    public async Task A_number_that_was_given_up_is_free_for_others()
    {
        await Organizations.SaveAsync(Organization("acme", "100"), 0);
        Assert.Equal(SaveOrganizationResult.Saved, await Organizations.SaveAsync(Organization("acme", "101"), 1));

        Assert.Equal(SaveOrganizationResult.Saved, await Organizations.SaveAsync(Organization("other", "100"), 0));
        Assert.Equal(new NumberOwner("other", "sales"), await Organizations.FindNumberAsync(Channel.WhatsApp, "100"));
        Assert.Equal(2, (await Organizations.FindAsync("acme"))!.Version);
    }

    private static Organization Organization(string id, string number) => new()
    {
        Id = id, Name = id, Lines = [new Line("sales", "Sales") { Numbers = [new LineNumber(Channel.WhatsApp, number, "+1 555 0100")] }],
    };
}
