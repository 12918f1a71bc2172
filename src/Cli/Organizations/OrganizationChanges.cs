using MultiLine.Domain.Organizations;
using MultiLine.Storage.Organizations;

namespace MultiLine.Cli.Organizations;

/// <summary>Writing organisations while a server may do the same.</summary>
internal static class OrganizationChanges
{
    public static async Task<Organization> GetAsync(this IOrganizationStore store, string organization, CancellationToken cancellationToken) =>
        (await store.FindAsync(organization, cancellationToken))?.Organization ?? throw NotFound(organization);

    public static async Task CreateAsync(this IOrganizationStore store, Organization organization, CancellationToken cancellationToken)
    {
        switch (await store.SaveAsync(organization, 0, cancellationToken: cancellationToken))
        {
            case SaveOrganizationResult.VersionConflict:
                throw new CommandFailedException($"The organisation {organization.Id} exists already.");
            case SaveOrganizationResult.NumberTaken:
                throw await TakenAsync(store, organization, cancellationToken);
        }
    }

    /// <summary>The organisation after the change.</summary>
    /// <exception cref="CommandFailedException">The change is refused.</exception>
    public static Organization OrFail(this OrganizationDecision decision) =>
        decision.Changed ?? throw new CommandFailedException(decision.Refusal!.Message);

    /// <param name="store">Where it is.</param>
    /// <param name="organization">Which one.</param>
    /// <param name="change">Applied again if somebody else wrote in between.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task ChangeAsync(
        this IOrganizationStore store, string organization, Func<Organization, OrganizationDecision> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await store.FindAsync(organization, cancellationToken) ?? throw NotFound(organization);
            var changed = change(stored.Organization).OrFail();
            switch (await store.SaveAsync(changed, stored.Version, cancellationToken: cancellationToken))
            {
                case SaveOrganizationResult.Saved:
                    return;
                case SaveOrganizationResult.NumberTaken:
                    throw await TakenAsync(store, changed, cancellationToken);
            }
        }
    }

    private static CommandFailedException NotFound(string organization) => new($"There is no organisation {organization}.");

    private static async Task<CommandFailedException> TakenAsync(
        IOrganizationStore store, Organization organization, CancellationToken cancellationToken)
    {
        foreach (var (line, number) in organization.Lines.SelectMany(line => line.Numbers.Select(number => (line, number))))
        {
            if (await store.FindNumberAsync(number.Channel, number.Id, cancellationToken) is { } owner
                && owner != new NumberOwner(organization.Id, line.Id))
            {
                return new CommandFailedException($"The number {number.Id} belongs to the line {owner.Line} of {owner.Organization} already.");
            }
        }

        return organization.WhatsAppAccount is { } account
            && await store.FindWhatsAppAccountAsync(account, cancellationToken) is { } other && other != organization.Id
                ? new CommandFailedException($"The WhatsApp business account {account} belongs to {other} already.")
                : new CommandFailedException("A number can belong to one line only.");
    }
}
