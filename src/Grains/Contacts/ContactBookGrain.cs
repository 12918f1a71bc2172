using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Storage.Contacts;
using Orleans.Concurrency;

namespace MultiLine.Grains.Contacts;

/// <summary>Finds contacts by their aliases and lists them. It holds nothing itself.</summary>
[GrainType("contact-book"), StatelessWorker(MaxAtOnce)]
public sealed class ContactBookGrain(IContactStore store, IAliasStore aliases, TimeProvider time) : Grain, IContactBookGrain
{
    /// <summary>The list's name in its cursors.</summary>
    private const string Contacts = "contacts";

    /// <summary>They wait for others most of the time, so that it is not the number of processors.</summary>
    private const int MaxAtOnce = 64;

    private string Organization => this.GetPrimaryKeyString();

    public async Task<ResolvedContact> Resolve(LearnedContact contact)
    {
        var named = new Aliases(contact.Phone, contact.Bsuid);
        var fresh = Ids.New(time);
        while (true)
        {
            var resolved = await Decide(named);
            var id = resolved.Contact ?? fresh;
            // Others may meet the same contact at once, by the same aliases or by one of them: who comes second looks again.
            if (!resolved.ToClaim.IsEmpty && await aliases.ClaimAsync(Organization, [.. resolved.ToClaim.Keys], id) is not null)
            {
                continue;
            }

            var card = await Contact(id).Learn(Dated(contact) with { Phone = resolved.TwoContacts ? null : contact.Phone });
            return new ResolvedContact(card, id == fresh);
        }
    }

    public async Task<ResolvedContact> ResolveAnswer(LearnedContact contact, string recipient)
    {
        var told = new Aliases(contact.Phone, contact.Bsuid);
        return await Contact(recipient).Get() is { } known && AliasResolution.MayBe(new Aliases(known.Phone, known.Bsuid), told)
            ? new ResolvedContact(await LearnFree(known, Dated(contact)), IsNew: false)
            : await Resolve(contact);
    }

    public async Task Learn(string contact, string? phone, string? bsuid)
    {
        if (await Contact(contact).Get() is { } known)
        {
            // Without a time: it fills in what is missing and replaces nothing.
            await LearnFree(known, new LearnedContact(phone, bsuid, Name: null));
        }
    }

    public async Task<bool> Name(LearnedContact contact)
    {
        foreach (var alias in new Aliases(contact.Phone, contact.Bsuid).Keys)
        {
            if (await Holder(alias) is { } holder)
            {
                await Contact(holder).Learn(new LearnedContact(Phone: null, Bsuid: null, contact.Name));
                return true;
            }
        }

        return false;
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

    private async Task<ResolvedAlias> Decide(Aliases named)
    {
        var byBsuid = named.Bsuid is { } bsuid ? await Holder(Aliases.BsuidKey(bsuid)) : null;
        var byPhone = named.Phone is { } phone ? await Holder(Aliases.PhoneKey(phone)) : null;
        var bsuidByPhone = byBsuid is null && byPhone is not null ? (await Contact(byPhone).Get())?.Bsuid : null;
        return AliasResolution.Decide(named, byBsuid, byPhone, bsuidByPhone);
    }

    /// <summary>Tells a contact those of its aliases that nobody else has.</summary>
    private async Task<ContactCard> LearnFree(ContactCard known, LearnedContact told)
    {
        var additional = AliasResolution.Additional(new Aliases(known.Phone, known.Bsuid), new Aliases(told.Phone, told.Bsuid));
        var free = told with
        {
            Phone = additional.Phone is { } phone && await IsOrBecomes(known.Id, Aliases.PhoneKey(phone)) ? phone : null,
            Bsuid = additional.Bsuid is { } bsuid && await IsOrBecomes(known.Id, Aliases.BsuidKey(bsuid)) ? bsuid : null,
        };
        return free is { Phone: null, Bsuid: null, Name: null } ? known : await Contact(known.Id).Learn(free);
    }

    /// <summary>Dated far ahead it would be newer than all that follow.</summary>
    private LearnedContact Dated(LearnedContact contact) =>
        contact with { At = contact.At is { } at ? ProviderClock.InFavour(at, time.GetUtcNow()) : null };

    private async Task<bool> IsOrBecomes(string contact, string alias) =>
        (await Holder(alias) ?? await aliases.ClaimAsync(Organization, [alias], contact) ?? contact) == contact;

    private Task<string?> Holder(string alias) =>
        GrainFactory.GetGrain<IContactAliasGrain>(GrainKeys.Alias(Organization, alias)).Holder(alias);

    private IContactGrain Contact(string contact) => GrainFactory.GetGrain<IContactGrain>(GrainKeys.Contact(Organization, contact));
}
