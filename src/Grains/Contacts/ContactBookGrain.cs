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
        var told = Dated(contact);
        var named = new Aliases(told.Phone, told.Bsuid).AsOf(told.At);
        string? fresh = null;
        while (true)
        {
            var byBsuid = named.Bsuid is null ? null : await Holder(Aliases.BsuidKey(named.Bsuid));
            var byPhone = named.Phone is null ? null : await Holder(Aliases.PhoneKey(named.Phone));
            var resolved = Known(named, byBsuid, byPhone) is { } known
                ? new ResolvedAlias(known)
                : AliasResolution.Decide(named, await Find(byBsuid), await Find(byPhone));
            var id = resolved.Contact ?? (fresh ??= Ids.New(time));
            // Others may meet the same contact at once, by the same aliases or by one of them: who comes second looks again.
            if (resolved.Merge is { } ended)
            {
                await Merge(ended, id);
            }
            else if (await Claim(resolved.ToClaim, id) && await TakePhone(named, resolved, id))
            {
                var card = await Learn(id, told with { Phone = resolved.PhoneIsAnothers ? null : told.Phone });
                return new ResolvedContact(card, card.Id == fresh);
            }
        }
    }

    public async Task<ResolvedContact> ResolveAnswer(LearnedContact contact, string recipient)
    {
        var told = new Aliases(contact.Phone, contact.Bsuid);
        return await Survivor(recipient) is { } known && AliasResolution.MayBe(new Aliases(known.Phone, known.Bsuid), told)
            ? new ResolvedContact(await LearnFree(known, Dated(contact)), IsNew: false)
            : await Resolve(contact);
    }

    public async Task Learn(string contact, string? phone, string? bsuid)
    {
        if (await Survivor(contact) is { } known)
        {
            // Without a time: it fills in what is missing and replaces nothing.
            await LearnFree(known, new LearnedContact(phone, bsuid, Name: null));
        }
    }

    public async Task<ResolvedContact?> ChangeUserId(ChangedUserId change)
    {
        while (true)
        {
            var before = await Find(change.Previous, Aliases.BsuidKey) ?? await Find(change.Phone, Aliases.PhoneKey);
            var now = await Find(change.Current, Aliases.BsuidKey);
            if ((before ?? now) is not { } contact)
            {
                return null;
            }

            if (before is not null && now is not null && before.Id != now.Id)
            {
                var merged = AliasResolution.Merged(before.Id, now.Id);
                await Merge(merged.Merge!, merged.Contact!);
            }
            else if (now is not null || await Claim(new Aliases(null, change.Current), contact.Id))
            {
                return new ResolvedContact(
                    await Contact(contact.Id).Learn(Dated(new LearnedContact(Phone: null, change.Current, change.Name, change.At))), IsNew: false);
            }
        }
    }

    public async Task<ResolvedContact> ChangeNumber(ChangedNumber change)
    {
        var phone = Aliases.PhoneKey(change.Current);
        while (true)
        {
            var contact = await Survivor(change.Contact) ?? throw new ArgumentException($"There is no contact {change.Contact}.", nameof(change));
            var holder = await Find(change.Current, Aliases.PhoneKey);
            if (holder is not null && holder.Id != contact.Id)
            {
                if (holder.Aliases.Bsuid is null || contact.Bsuid is null)
                {
                    var merged = AliasResolution.Merged(contact.Id, holder.Id);
                    await Merge(merged.Merge!, merged.Contact!);
                    continue;
                }

                await Contact(holder.Id).LosePhone(change.Current, change.At);
                if (await Alias(phone).Move(phone, holder.Id, contact.Id) != contact.Id)
                {
                    continue;
                }
            }
            else if (holder is null && !await Claim(new Aliases(change.Current, null), contact.Id))
            {
                continue;
            }

            if ((change.Previous ?? contact.Phone) is { } left && left != change.Current)
            {
                await Alias(Aliases.PhoneKey(left)).Release(Aliases.PhoneKey(left), contact.Id);
            }

            return new ResolvedContact(await Contact(contact.Id).Learn(Dated(new LearnedContact(change.Current, Bsuid: null, Name: null, change.At))), IsNew: false);
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

    /// <summary>Whoever holds all that was named, as nearly everybody does who has written before.</summary>
    private static string? Known(Aliases named, string? byBsuid, string? byPhone) => (named.Bsuid, named.Phone) switch
    {
        (not null, not null) => byBsuid == byPhone ? byBsuid : null,
        (not null, null) => byBsuid,
        _ => byPhone,
    };

    private async Task<KnownContact?> Find(string? alias, Func<string, string> key) =>
        alias is null ? null : await Find(await Holder(key(alias)));

    /// <summary>The holder of an alias with what it is known by; where it was merged into another, the one that goes on.</summary>
    private async Task<KnownContact?> Find(string? holder)
    {
        while (holder is not null)
        {
            var address = await Contact(holder).GetAddress();
            if (address?.MergedInto is not { } into)
            {
                // One who holds an alias and is not written down yet is somebody who is being met just now.
                return new KnownContact(holder, address?.Aliases() ?? Aliases.None);
            }

            holder = into;
        }

        return null;
    }

    /// <summary>Tells the contact, or whoever goes on in its place.</summary>
    private async Task<ContactCard> Learn(string contact, LearnedContact told)
    {
        var card = await Contact(contact).Learn(told);
        while (card.MergedInto is { } into)
        {
            card = await Contact(into).Learn(told);
        }

        return card;
    }

    private async Task<bool> Claim(Aliases named, string contact) =>
        named.IsEmpty || await aliases.ClaimAsync(Organization, [.. named.Keys], contact) is null;

    /// <summary>The number goes over from whoever had it; false where somebody else was faster.</summary>
    private async Task<bool> TakePhone(Aliases named, ResolvedAlias resolved, string contact)
    {
        if (resolved.TakePhoneFrom is not { } before)
        {
            return true;
        }

        // The one before loses it first: should this end here, nothing more goes to a number that is another's.
        await Contact(before).LosePhone(named.Phone!, named.PhoneAt!.Value);
        return await Alias(Aliases.PhoneKey(named.Phone!)).Move(Aliases.PhoneKey(named.Phone!), before, contact) == contact;
    }

    private Task Merge(string ended, string into) =>
        GrainFactory.GetGrain<IContactMergeGrain>(GrainKeys.Contact(Organization, ended)).Merge(into);

    /// <summary>The contact, or the one that goes on in its place.</summary>
    private async Task<ContactCard?> Survivor(string contact)
    {
        var card = await Contact(contact).Get();
        while (card?.MergedInto is { } into)
        {
            card = await Contact(into).Get();
        }

        return card;
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

    private Task<string?> Holder(string alias) => Alias(alias).Holder(alias);

    private IContactAliasGrain Alias(string alias) => GrainFactory.GetGrain<IContactAliasGrain>(GrainKeys.Alias(Organization, alias));

    private IContactGrain Contact(string contact) => GrainFactory.GetGrain<IContactGrain>(GrainKeys.Contact(Organization, contact));
}
