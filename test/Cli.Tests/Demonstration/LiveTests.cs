using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Demonstration.Live;
using MultiLine.Cli.Demonstration.Scripts;
using MultiLine.Cli.SignIn;
using MultiLine.Cli.Tests.Harness;
using MultiLine.Domain;
using MultiLine.Domain.Contacts;
using MultiLine.Domain.Conversations.Events;
using MultiLine.Domain.Organizations;
using MultiLine.Storage.Contacts;
using MultiLine.Storage.Conversations;

namespace MultiLine.Cli.Tests.Demonstration;

/// <summary>The demonstration beside a running server and simulator.</summary>
public sealed class LiveTests : IAsyncLifetime, IDisposable
{
    private readonly TempDeployment _temp = new() { Time = TimeProvider.System };

    public Task InitializeAsync() => _temp.DoneAsync("demo", "prepare", "--simulator", "http://127.0.0.1:5090");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Clients_write_and_only_what_is_new_is_unread()
    {
        await using var pair = await RunningPair.StartAsync(_temp.Data);

        Assert.Contains("is live", await _temp.DoneAsync(Live(pair)), StringComparison.Ordinal);

        Assert.Equal(
            new[] { Clients.Leila.Name, Clients.Ingrid.Name, Clients.Kwame.Name, Today.Newcomer.Name, Today.Unanswered.Name }.Order(),
            (await UnreadAsync(pair)).Select(thread => thread.Name).Order());
        var leila = await LoadAsync(Clients.Leila);
        Assert.True(leila.State[Channel.WhatsApp].Session.IsOpen(TimeProvider.System.GetUtcNow()), "Leila wrote and her session is not open.");
    }

    [Fact]
    public async Task The_banks_templates_are_approved_and_the_server_knows_them()
    {
        await using var pair = await RunningPair.StartAsync(_temp.Data);

        await _temp.DoneAsync(Live(pair));

        using var server = await SignInAsync(pair, Bank.Amir);
        var known = await server.SyncTemplatesAsync(default);
        Assert.All(Templates.All, template => Assert.Equal("approved", known[template.Name]));
    }

    [Fact]
    public async Task A_card_number_that_a_client_writes_is_taken_out_by_the_banks_policy()
    {
        await using var pair = await RunningPair.StartAsync(_temp.Data);

        await _temp.DoneAsync(Live(pair));

        var policed = (await LogAsync(Clients.Kwame)).OfType<MessageReceived>().Where(message => message.Policy is not null);
        Assert.NotNull(Assert.Single(policed).Policy!.Original);
    }

    [Fact]
    public async Task The_second_time_nothing_changes_even_if_the_first_was_not_finished()
    {
        await using var pair = await RunningPair.StartAsync(_temp.Data);
        await _temp.DoneAsync(Live(pair));
        var (unread, leila) = (await UnreadAsync(pair), await LoadAsync(Clients.Leila));

        Assert.Contains("nothing was changed", await _temp.DoneAsync(Live(pair)), StringComparison.Ordinal);
        File.Delete(Path.Combine(_temp.Data, "demonstration-live"));
        await _temp.DoneAsync(Live(pair));

        Assert.Equal(unread, await UnreadAsync(pair));
        Assert.Equal(leila.Version, (await LoadAsync(Clients.Leila)).Version);
    }

    [Fact]
    public async Task What_stands_in_the_way_is_said()
    {
        await using (var other = await RunningPair.StartAsync(
            _temp.Data, "--Simulator:Numbers:0:Id=42", "--Simulator:Numbers:0:DisplayNumber=+49 30 23125 001", "--Simulator:Numbers:0:WabaId=43"))
        {
            Assert.Contains("The simulator has no number 106540352242922", await _temp.RefusedAsync(Live(other)), StringComparison.Ordinal);
        }

        await using var pair = await RunningPair.StartAsync(_temp.Data + "-other");
        Assert.Contains("with 401", await _temp.RefusedAsync([.. Live(pair)[..^1], "wrong"]), StringComparison.Ordinal);
    }

    private static string[] Live(RunningPair pair) =>
        ["demo", "live", "--simulator", pair.Simulator, "--url", pair.Server, "--access-token", RunningPair.AccessToken];

    private async Task<IReadOnlyList<UnreadThread>> UnreadAsync(RunningPair pair)
    {
        using var server = await SignInAsync(pair, Bank.Sofia);
        return await server.UnreadAsync(Bank.Desk, default);
    }

    private async Task<ServerClient> SignInAsync(RunningPair pair, Person person)
    {
        await using var deployment = _temp.Open();
        var token = await new OneTimeLinks(deployment.Links, TimeProvider.System).IssueTokenAsync(Bank.Id, person.Id, TimeSpan.FromMinutes(1), default);
        return await ServerClient.SignInAsync(new Uri(pair.Server), token, default);
    }

    private Task<LoadedConversation> LoadAsync(Client client) => ReadAsync(client, (journal, key) => journal.LoadAsync(key));

    private async Task<IEnumerable<ConversationEvent>> LogAsync(Client client) =>
        (await ReadAsync(client, (journal, key) => journal.ReadAsync(key, 0, 1000))).Select(logged => logged.Event);

    private async Task<T> ReadAsync<T>(Client client, Func<ConversationJournal, ConversationKey, Task<T>> read)
    {
        await using var deployment = _temp.Open();
        var contact = await deployment.Get<IAliasStore>().FindAsync(Bank.Id, Aliases.PhoneKey(client.Phone));
        return await read(deployment.Get<ConversationJournal>(), new ConversationKey(Bank.Id, Bank.Desk, contact!));
    }
}
