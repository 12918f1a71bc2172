using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Domain.Contacts;
using MultiLine.Storage.Contacts;

namespace MultiLine.Cli.Demonstration.Telling;

/// <summary>Enters clients into the contact book, as the book does it: the alias first, so that one number never means two contacts.</summary>
internal sealed class ContactBook(IContactStore contacts, IAliasStore aliases)
{
    /// <returns>The contact's id.</returns>
    public async Task<string> EnterAsync(Client client, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var fresh = Guid.CreateVersion7(at).ToString("n");
        var id = await aliases.ClaimAsync(Bank.Id, [Aliases.PhoneKey(client.Phone)], fresh, cancellationToken) ?? fresh;
        await contacts.SaveAsync(Bank.Id, new ContactRow(id, 1, client.Name, client.Phone, Bsuid: null), 0, cancellationToken);
        return id;
    }
}
