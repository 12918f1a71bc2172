using MultiLine.Domain.Contacts;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Storage.Contacts;
using Orleans.Concurrency;

namespace MultiLine.Grains.Contacts;

/// <summary>Finds contacts by their aliases and lists them. It holds nothing itself.</summary>
[GrainType("contact-book"), StatelessWorker]
public sealed class ContactBookGrain(IContactStore store, TimeProvider time) : Grain, IContactBookGrain
{
    /// <summary>The list's name in its cursors.</summary>
    private const string Contacts = "contacts";

    private string Organization => this.GetPrimaryKeyString();

    public async Task<ResolvedContact> Resolve(LearnedContact contact)
    {
        var aliases = new Aliases(contact.Phone, contact.Bsuid);
        var byBsuid = contact.Bsuid is { } bsuid ? await Alias(Aliases.BsuidKey(bsuid)).Holder() : null;
        var byPhone = contact.Phone is { } phone ? await Alias(Aliases.PhoneKey(phone)).Holder() : null;
        var resolved = AliasResolution.Decide(aliases, byBsuid, byPhone);

        var fresh = Ids.New(time);
        var id = resolved.Contact ?? fresh;
        // Two that meet the same new contact at once claim in the same order, and the loser takes the winner's contact.
        foreach (var alias in resolved.ToClaim.Keys)
        {
            id = await Alias(alias).Claim(id);
        }

        var card = await GrainFactory.GetGrain<IContactGrain>(GrainKeys.Contact(Organization, id))
            .Learn(contact with { Phone = resolved.TwoContacts ? null : contact.Phone });
        return new ResolvedContact(card, id == fresh);
    }

    public async Task<ContactPage?> List(string? search, string? cursor, int limit)
    {
        ContactCursor? after = null;
        if (cursor is not null)
        {
            if (PageCursor.Read(Contacts, cursor) is not var (name, id))
            {
                return null;
            }

            after = new ContactCursor(name, id);
        }

        var rows = await store.ReadAsync(Organization, search, after, limit);
        return new ContactPage(
            [.. rows.Select(row => row.ToCard())],
            rows.Count == limit ? PageCursor.Write(Contacts, rows[^1].Name, rows[^1].Id) : null);
    }

    private IContactAliasGrain Alias(string alias) => GrainFactory.GetGrain<IContactAliasGrain>(GrainKeys.Alias(Organization, alias));
}
