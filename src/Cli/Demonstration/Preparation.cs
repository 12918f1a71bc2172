using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Demonstration.Scripts;
using MultiLine.Cli.Demonstration.Telling;
using MultiLine.Cli.Organizations;
using MultiLine.Domain;
using MultiLine.Storage.Choices;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Conversations;

namespace MultiLine.Cli.Demonstration;

/// <summary>
/// Makes the demonstration's data. It is made beside the data directory and moved there when it is complete, so that nobody ever meets
/// half of it, and only where there is nothing yet, so that it never comes into the data of a real deployment.
/// </summary>
internal sealed class Preparation(TimeProvider time)
{
    /// <returns>False if it was there already.</returns>
    public async Task<bool> PrepareAsync(string dataDirectory, BusinessNumber number, CancellationToken cancellationToken)
    {
        if (await IsPreparedAsync(dataDirectory, cancellationToken))
            return false;

        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataDirectory));
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any())
        {
            throw new CommandFailedException(
                $"{target} holds something else. The demonstration is made in an empty data directory only; choose another one with --data.");
        }

        var draft = $"{target}.preparing";
        if (Directory.Exists(draft))
            Directory.Delete(draft, recursive: true);
        await FillAsync(draft, number, cancellationToken);

        if (Directory.Exists(target))
            Directory.Delete(target);
        Directory.Move(draft, target);
        return true;
    }

    private static async Task<bool> IsPreparedAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        if (!Deployment.Exists(dataDirectory))
            return false;
        await using var deployment = Deployment.Open(dataDirectory);
        return await deployment.Organizations.FindAsync(Bank.Id, cancellationToken) is not null;
    }

    private async Task FillAsync(string draft, BusinessNumber number, CancellationToken cancellationToken)
    {
        await using var deployment = Deployment.OpenOrCreate(draft);
        var organization = Bank.Organization(number);
        await deployment.Organizations.CreateAsync(organization, cancellationToken);
        await deployment.Organizations.CreateAsync(Bank.Operations, cancellationToken);

        var now = time.GetUtcNow();
        var book = new ContactBook(deployment.Get<IContactStore>(), deployment.Get<IAliasStore>());
        var contacts = new Dictionary<Client, string>();
        foreach (var client in Clients.All)
            contacts[client] = await book.EnterAsync(client, EnteredAt(client, now), cancellationToken);

        await deployment.Get<ArchiveShards>().FixAsync(deployment.Get<IFixedChoices>(), cancellationToken);
        var journal = deployment.Get<ConversationJournal>();
        await Task.WhenAll(AllThreads.Scripts.Select(script =>
            new Narrator(journal, organization, new ConversationKey(Bank.Id, Bank.Desk, contacts[script.Client]), script).TellAsync(now)));
    }

    /// <summary>Before anything was said.</summary>
    private static DateTimeOffset EnteredAt(Client client, DateTimeOffset now) =>
        (AllThreads.Scripts.FirstOrDefault(script => script.Client == client)?.Beats[0].When.SeenFrom(now) ?? now) - TimeSpan.FromMinutes(10);
}
