using MultiLine.Storage.Contacts;

namespace MultiLine.Storage.Tests.Contracts;

public abstract class ContactStoreContract : StorageContract
{
    private IContactStore Contacts => Port<IContactStore>();

    [Fact]
    public async Task A_contact_is_written_only_on_top_of_the_version_that_was_read()
    {
        Assert.True(await Contacts.SaveAsync("acme", Contact("c1", "Anna"), 0));
        Assert.False(await Contacts.SaveAsync("acme", Contact("c1", "Another Anna"), 0));
        Assert.False(await Contacts.SaveAsync("acme", Contact("c2", "Bert"), 1));
        var known = new ContactRow("c1", 2, "Anna B.", "+491701234567", "DE.1")
        {
            PhoneAt = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
            BsuidAt = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero),
        };
        Assert.True(await Contacts.SaveAsync("acme", known, 1));

        Assert.Equal(known, await Contacts.FindAsync("acme", "c1"));
        Assert.Null(await Contacts.FindAsync("acme", "c2"));
    }

    [Fact]
    public async Task Organisations_do_not_see_each_others_contacts()
    {
        await Contacts.SaveAsync("acme", Contact("c1", "Anna"), 0);

        Assert.Null(await Contacts.FindAsync("other", "c1"));
        Assert.Empty(await Contacts.ReadAsync("other", null, null, 10));
    }

    [Fact]
    public async Task Contacts_that_turned_out_to_be_the_same_are_found_from_each_of_them()
    {
        await Contacts.SaveAsync("acme", Contact("c1", "Anna"), 0);
        await Contacts.SaveAsync("acme", Contact("c2", "Anna B.") with { MergedInto = "c1" }, 0);
        await Contacts.SaveAsync("acme", Contact("c3", "A. B.") with { MergedInto = "c2" }, 0);
        await Contacts.SaveAsync("acme", Contact("c4", "Bert"), 0);
        await Contacts.SaveAsync("other", Contact("c5", "Anna") with { MergedInto = "c1" }, 0);

        foreach (var contact in new[] { "c1", "c2", "c3" })
            Assert.Equal(["c1", "c2", "c3"], (await Contacts.SameAsync("acme", contact)).Order(StringComparer.Ordinal));
        Assert.Equal(["c4"], await Contacts.SameAsync("acme", "c4"));
        Assert.Equal(["c9"], await Contacts.SameAsync("acme", "c9"));
    }

    [Fact]
    public async Task Contacts_are_paged_by_name_whatever_its_case_and_then_by_id()
    {
        foreach (var (id, name) in new[] { ("c1", "Zoe"), ("c2", "anna"), ("c3", "Änne"), ("c4", "Anna"), ("c5", "bert") })
            await Contacts.SaveAsync("acme", Contact(id, name), 0);

        var first = await Contacts.ReadAsync("acme", null, null, 2);
        var second = await Contacts.ReadAsync("acme", null, new ContactCursor(first[^1].Name, first[^1].Id), 10);

        Assert.Equal(["c2", "c4"], first.Select(contact => contact.Id));
        Assert.Equal(["c5", "c1", "c3"], second.Select(contact => contact.Id));
    }

    [Fact]
    public async Task Contacts_are_found_by_a_part_of_their_name_or_number()
    {
        await Contacts.SaveAsync("acme", Contact("c1", "Änne Krüger"), 0);
        await Contacts.SaveAsync("acme", Contact("c2", "Bert") with { Phone = "+15550001111" }, 0);
        await Contacts.SaveAsync("acme", Contact("c3", "100% Wool_Ltd") with { Phone = null }, 0);

        Assert.Equal(["c1"], await SearchAsync("ÄNNE k"));
        Assert.Equal(["c2"], await SearchAsync("555000"));
        Assert.Equal(["c3"], await SearchAsync("0% w"));
        Assert.Empty(await SearchAsync("%%"));
    }

    private static ContactRow Contact(string id, string name) => new(id, 1, name, "+491701234567", null);

    private async Task<IEnumerable<string>> SearchAsync(string search) =>
        (await Contacts.ReadAsync("acme", search, null, 10)).Select(contact => contact.Id);
}
