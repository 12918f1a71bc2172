using MultiLine.Domain.Contacts;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Storage.Contacts;

namespace MultiLine.Grains.Contacts;

/// <summary>The one that changes a contact.</summary>
[GrainType("contact")]
public sealed class ContactGrain(IContactStore store) : Grain, IContactGrain
{
    private ContactRow? _row;
    private (string Organization, string Id) _key;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var parts = this.GetPrimaryKeyString().Split('/', 2);
        _key = (parts[0], parts[1]);
        _row = await store.FindAsync(_key.Organization, _key.Id, cancellationToken);
    }

    public Task<ContactCard?> Get() => Task.FromResult(_row?.ToCard());

    public Task<ContactAddress?> GetAddress() => Task.FromResult(
        _row is null ? null : new ContactAddress(_row.Name, _row.Phone, _row.PhoneAt, _row.Bsuid, _row.BsuidAt) { MergedInto = _row.MergedInto });

    public async Task<ContactCard> Learn(LearnedContact learned)
    {
        await Save(row =>
        {
            // One that has ended learns nothing more: whoever tells it is to look for the one that goes on.
            if (row.MergedInto is not null)
            {
                return row;
            }

            var aliases = row.Aliases().With(new Aliases(learned.Phone, learned.Bsuid).AsOf(learned.At));
            return row with
            {
                Name = Name(row, learned.Name, aliases),
                Phone = aliases.Phone,
                PhoneAt = aliases.PhoneAt,
                Bsuid = aliases.Bsuid,
                BsuidAt = aliases.BsuidAt,
            };
        });
        return _row!.ToCard();
    }

    public async Task<string> MergeInto(string contact)
    {
        // One who holds an alias and is being met just now has no row yet: whoever writes it finds that it ended.
        await Save(row => row.MergedInto is null ? row with { MergedInto = contact } : row);
        return _row!.MergedInto!;
    }

    public async Task LosePhone(string phone, DateTimeOffset at)
    {
        if (_row is not null)
        {
            await Save(row => row.Phone != phone || row.PhoneAt > at
                ? row
                : row with { Name = row.Name == phone ? row.Bsuid ?? row.Name : row.Name, Phone = null, PhoneAt = at });
        }
    }

    public async Task<ContactCard?> Rename(string name)
    {
        if (_row is null)
        {
            return null;
        }

        await Save(row => row with { Name = name });
        return _row.ToCard();
    }

    /// <summary>A name stays. Where there is none yet, an alias stands in for it.</summary>
    private static string Name(ContactRow row, string? learned, Aliases aliases)
    {
        var isNamed = row.Name.Length > 0 && row.Name != row.Phone && row.Name != row.Bsuid;
        return isNamed ? row.Name
            : string.IsNullOrWhiteSpace(learned) ? aliases.Phone ?? aliases.Bsuid ?? ""
            : learned;
    }

    private async Task Save(Func<ContactRow, ContactRow> change)
    {
        while (true)
        {
            var known = _row ?? new ContactRow(_key.Id, 0, "", null, null);
            var changed = change(known);
            if (changed == known)
            {
                return;
            }

            changed = changed with { Version = known.Version + 1 };
            if (await store.SaveAsync(_key.Organization, changed, known.Version))
            {
                _row = changed;
                return;
            }

            _row = await store.FindAsync(_key.Organization, _key.Id);
        }
    }
}

internal static class ContactCards
{
    public static Aliases Aliases(this ContactRow row) => new(row.Phone, row.Bsuid) { PhoneAt = row.PhoneAt, BsuidAt = row.BsuidAt };

    public static Aliases Aliases(this ContactAddress address) =>
        new(address.Phone, address.Bsuid) { PhoneAt = address.PhoneAt, BsuidAt = address.BsuidAt };

    public static ContactCard ToCard(this ContactRow row) => new(row.Id, row.Name, row.Phone, row.Bsuid) { MergedInto = row.MergedInto };
}
