using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Tests.Harness;
using MultiLine.Domain;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Conversations;

namespace MultiLine.Cli.Tests.Demonstration;

/// <summary>A demonstration, prepared once for the tests that only look at it.</summary>
public sealed class Prepared : IAsyncLifetime, IDisposable
{
    private const int EventsAtMost = 1000;

    private readonly TempDeployment _temp = new();
    private readonly Dictionary<LoadedConversation, IReadOnlyList<LoggedEvent>> _conversations = [];
    private Deployment? _deployment;

    internal DateTimeOffset Now => _temp.Clock.GetUtcNow();

    internal Deployment Deployment => _deployment!;

    internal ConversationJournal Journal => Deployment.Get<ConversationJournal>();

    /// <summary>Those in which something was said.</summary>
    internal IReadOnlyCollection<LoadedConversation> Conversations => _conversations.Keys;

    internal IEnumerable<T> Events<T>() where T : ConversationEvent => Conversations.SelectMany(Events<T>);

    internal IEnumerable<T> Events<T>(LoadedConversation conversation) where T : ConversationEvent =>
        _conversations.First(told => told.Key.Key == conversation.Key).Value.Select(logged => logged.Event).OfType<T>();

    public async Task InitializeAsync()
    {
        await _temp.DoneAsync("demo", "prepare", "--simulator", "http://127.0.0.1:5090");
        _deployment = _temp.Open();
        foreach (var client in Clients.All)
        {
            if (await LoadAsync(client) is { Version: > 0 } conversation)
                _conversations[conversation] = await Journal.ReadAsync(conversation.Key, 0, EventsAtMost);
        }
    }

    public async Task DisposeAsync() => await _deployment!.DisposeAsync();

    public void Dispose() => _temp.Dispose();

    internal async Task<LoadedConversation> LoadAsync(Client client)
    {
        var contact = await Deployment.Get<IAliasStore>().FindAsync(Bank.Id, Aliases.PhoneKey(client.Phone));
        return await Journal.LoadAsync(new ConversationKey(Bank.Id, Bank.Desk, contact!));
    }
}
