using System.Text.Json;
using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Demonstration.Scripts;
using MultiLine.Cli.Demonstration.Telling;
using MultiLine.Cli.Tests.Harness;
using MultiLine.Domain;
using MultiLine.Domain.PhoneNumbers;
using MultiLine.Storage.Conversations;

namespace MultiLine.Cli.Tests.Demonstration;

public sealed class PreparationTests : IDisposable
{
    private static readonly string[] Prepare = ["demo", "prepare", "--simulator", "http://127.0.0.1:5090"];

    private readonly TempDeployment _temp = new();

    public void Dispose() => _temp.Dispose();

    /// <summary>Friday to Thursday: whatever the weekday, a working day ago may be three days ago.</summary>
    [Theory]
    [InlineData("2026-11-20T00:00:00Z")]
    [InlineData("2026-11-21T12:00:00Z")]
    [InlineData("2026-11-22T23:59:59Z")]
    [InlineData("2026-11-23T00:00:00Z")]
    [InlineData("2026-11-24T06:30:00Z")]
    [InlineData("2026-11-25T17:45:00Z")]
    [InlineData("2026-11-26T23:59:59Z")]
    public async Task On_any_day_the_rules_allow_the_scripts_and_the_log_replays_to_how_they_ended(string now)
    {
        await using var deployment = Deployment.OpenOrCreate(_temp.Data);
        var journal = deployment.Get<ConversationJournal>();
        var bank = Bank.Organization(new BusinessNumber("1", "2", "+3", "+493055501000"));
        var at = DateTimeOffset.Parse(now, null);
        await Task.WhenAll(AllThreads.Scripts.Select(async (script, index) =>
        {
            var conversation = new ConversationKey(Bank.Id, Bank.Desk, $"contact-{index}");

            var told = await new Narrator(journal, bank, conversation, script).TellAsync(at);

            var replayed = (await journal.LoadAsync(conversation)).State;
            Assert.Equal(JsonSerializer.Serialize(told), JsonSerializer.Serialize(replayed));
            Assert.False(told[Channel.WhatsApp].Session.IsOpen(at), $"The session with {script.Client.Name} is still open.");
        }));
    }

    [Fact]
    public async Task Preparing_again_changes_nothing()
    {
        Assert.StartsWith("Prepared the demonstration", await _temp.DoneAsync(Prepare), StringComparison.Ordinal);
        var before = await LookAsync();
        _temp.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Contains("nothing was changed", await _temp.DoneAsync(Prepare), StringComparison.Ordinal);

        Assert.Equal(before, await LookAsync());
    }

    [Fact]
    public async Task An_interrupted_preparation_is_begun_anew()
    {
        var left = Directory.CreateDirectory($"{_temp.Data}.preparing").FullName;
        await File.WriteAllTextAsync(Path.Combine(left, "multiline.db"), "half of it");

        await _temp.DoneAsync(Prepare);

        Assert.False(Directory.Exists(left));
        Assert.StartsWith("demo ", await _temp.DoneAsync("org", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_real_deployment_never_gets_the_demonstration()
    {
        await _temp.CreateAcmeAsync();

        Assert.Contains("an empty data directory only", await _temp.RefusedAsync(Prepare), StringComparison.Ordinal);

        Assert.StartsWith("acme ", await _temp.DoneAsync("org", "list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo prepare", "'--simulator' is required")]
    [InlineData("demo prepare --simulator https://graph.facebook.com/", "WhatsApp itself")]
    [InlineData("demo live", "'--simulator' is required")]
    [InlineData("demo live --simulator https://graph.facebook.com/", "WhatsApp itself")]
    public async Task The_demonstration_is_for_the_simulator_only(string command, string reason)
    {
        Assert.Contains(reason, await _temp.RefusedAsync(command.Split(' ')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_temp.Data));
    }

    [Fact]
    public async Task Everybody_of_the_demonstration_gets_a_link()
    {
        await _temp.DoneAsync(Prepare);

        var links = (await _temp.DoneAsync("demo", "links", "--url", "http://localhost:7000")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(6, links.Length);
        Assert.Contains(links, link => link.Contains("Sofia Lindgren   user           http://localhost:7000/sign-in?token=", StringComparison.Ordinal));
        Assert.Contains(links, link => link.Contains("operator", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_are_nobodys()
    {
        string[] free = [@"\+1\d{3}55501\d\d", @"\+447700900\d{3}", @"\+49(3023125|6990009|4066969|2214710|8999998)\d{3}", @"\+46701740(60[5-9]|6[1-9]\d)", @"\+6149157015[6-9]"];
        string[] numbers = [.. Clients.All.Select(client => client.Phone), Today.Newcomer.Number];

        Assert.All(numbers, number => Assert.Matches($"^({string.Join('|', free)})$", number));
        Assert.All(numbers, number => Assert.True(PhoneNumber.TryParse(number, out _)));
        Assert.Equal(numbers.Length, numbers.Distinct().Count());
    }

    private async Task<string> LookAsync()
    {
        await using var deployment = _temp.Open();
        var organization = await deployment.Organizations.FindAsync(Bank.Id);
        var log = await deployment.Get<MultiLine.Storage.Followers.IFollowerMarks>().ReadAsync("archive/demo/0", 0, 1000);
        var key = await File.ReadAllTextAsync(Path.Combine(_temp.Data, "master.key"));
        return $"{organization!.Version} {string.Join(' ', log)} {key}";
    }
}
