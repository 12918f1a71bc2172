using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using MultiLine.Connectors.Tests.Support;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Sending;

namespace MultiLine.Connectors.Tests.WhatsApp.Sending;

public sealed class SendOutcomeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task An_accepted_message_comes_back_with_its_wamid_and_the_number_that_WhatsApp_knows() =>
        Assert.Equal(
            new SendOutcome.Accepted("wamid.1", "+16505551234", null, "held_for_quality_assessment"),
            await SendAsync(graph => graph.Answer(200, """
                {"messaging_product":"whatsapp","contacts":[{"input":"+1 650 555 1234","wa_id":"16505551234"}],
                 "messages":[{"id":"wamid.1","message_status":"held_for_quality_assessment"}]}
                """)));

    [Fact]
    public async Task A_message_accepted_for_a_user_id_comes_back_without_a_number() =>
        Assert.Equal(
            new SendOutcome.Accepted("wamid.2", null, "US.1349", null),
            await SendAsync(graph => graph.Answer(200, """
                {"messaging_product":"whatsapp","contacts":[{"input":"US.1349","user_id":"US.1349"}],"messages":[{"id":"wamid.2"}]}
                """)));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"messages":[]}""")]
    [InlineData("""{"messages":[{"id":7}]}""")]
    [InlineData("""{"messages":{"id":"wamid.1"}}""")]
    public async Task Success_without_a_wamid_is_unknown(string body) =>
        Assert.Equal(Unknown(UnknownReason.UnreadableReply), await SendAsync(graph => graph.Answer(200, body)));

    [Theory]
    [InlineData(301, "")]
    [InlineData(404, "<html>Not Found</html>")]
    [InlineData(429, "slow down")]
    [InlineData(502, "Bad Gateway")]
    [InlineData(503, "{}")]
    [InlineData(500, """{"error":"not an object"}""")]
    public async Task An_error_that_is_not_Metas_is_unknown(int status, string body) =>
        Assert.Equal(Unknown(UnknownReason.UnreadableReply), await SendAsync(graph => graph.Answer(status, body)));

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Redirect();
        graph.Answer(200, """{"messages":[{"id":"wamid.1"}]}""");

        Assert.Equal(Unknown(UnknownReason.UnreadableReply), await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None));
        Assert.Single(graph.Received);
    }

    [Fact]
    public async Task A_lost_reply_is_unknown_and_nothing_is_sent_twice()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.LoseReply();

        Assert.Equal(Unknown(UnknownReason.ConnectionLost), await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None));
        Assert.Single(graph.Received);
    }

    [Fact]
    public async Task A_reply_lost_on_a_connection_used_before_is_unknown_and_nothing_is_sent_twice()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """{"messages":[{"id":"wamid.1"}]}""");
        graph.LoseReply();

        Assert.IsType<SendOutcome.Accepted>(await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None));
        Assert.Equal(Unknown(UnknownReason.ConnectionLost), await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None));
        Assert.Equal(2, graph.Received.Count);
    }

    [Fact]
    public async Task A_reply_that_breaks_off_is_unknown() =>
        Assert.Equal(Unknown(UnknownReason.ConnectionLost), await SendAsync(graph => graph.LoseHalfOfReply()));

    [Fact]
    public async Task No_reply_in_time_is_unknown()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        var arrived = graph.KeepSilent();

        var sending = connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None);
        await arrived.WaitAsync(Patience);
        Assert.False(sending.IsCompleted, "The call ended before its time.");
        connector.Time.Advance(connector.Timeout);

        Assert.Equal(Unknown(UnknownReason.TimedOut), await sending.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_told_nothing()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        using var caller = new CancellationTokenSource();
        var arrived = graph.KeepSilent();

        var sending = connector.WhatsApp.SendAsync(Messages.Text, caller.Token);
        await arrived.WaitAsync(Patience);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending.WaitAsync(Patience));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 32)]
    [InlineData(6, 60)]
    [InlineData(5000, 60)]
    public async Task A_refused_connection_sent_nothing_and_is_tried_again(int earlierTries, int seconds)
    {
        await using var connector = new Connector(new Uri($"http://127.0.0.1:{ClosedPort()}"));

        var outcome = await connector.WhatsApp.SendAsync(Messages.Text with { Earlier = new(earlierTries, null) }, CancellationToken.None);

        Assert.Equal(new SendOutcome.TryAgain(TimeSpan.FromSeconds(seconds), ProviderCode: null), outcome);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_sent_nothing_and_is_tried_again() =>
        Assert.Equal(
            new SendOutcome.TryAgain(TimeSpan.FromSeconds(1), ProviderCode: null),
            await SendOverAsync(new ManualClock(DateTimeOffset.UnixEpoch), (_, _) => throw new SocketException((int)SocketError.HostNotFound)));

    [Fact]
    public async Task A_deadline_that_strikes_while_connecting_sent_nothing_and_is_tried_again()
    {
        var time = new ManualClock(DateTimeOffset.UnixEpoch);
        var connecting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sending = SendOverAsync(time, async (_, cancelled) =>
        {
            connecting.SetResult();
            await new TaskCompletionSource<Stream>().Task.WaitAsync(cancelled);
            throw new InvalidOperationException("Nobody cancelled the connection.");
        });

        await connecting.Task.WaitAsync(Patience);
        time.Advance(new WhatsAppOptions().Timeout);

        Assert.Equal(new SendOutcome.TryAgain(TimeSpan.FromSeconds(1), ProviderCode: null), await sending.WaitAsync(Patience));
    }

    [Fact]
    public async Task Neither_token_nor_number_nor_text_is_ever_logged()
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        graph.Answer(200, """{"contacts":[{"wa_id":"16505551234"}],"messages":[{"id":"wamid.1"}]}""");
        graph.AnswerError(400, 131026, $"{Messages.Phone} {Messages.BodyText}");
        graph.AnswerError(401, 190, $"{Messages.Phone} {Connector.Token}");
        graph.AnswerError(429, 131056, Messages.Phone);
        graph.AnswerError(500, 131000, Messages.Phone);
        graph.LoseReply();
        for (var i = 0; i < 6; i++) await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None);

        Assert.Equal(5, connector.Log.Lines.Count);
        Assert.All(connector.Log.Lines, line =>
        {
            Assert.DoesNotContain(Connector.Token, line, StringComparison.Ordinal);
            Assert.DoesNotContain("6505551234", line, StringComparison.Ordinal);
            Assert.DoesNotContain(Messages.BodyText, line, StringComparison.Ordinal);
            Assert.DoesNotContain("wamid", line, StringComparison.Ordinal);
        });
    }

    private static SendOutcome.Unknown Unknown(UnknownReason reason) => new(reason, ProviderCode: null);

    private static async Task<SendOutcome> SendAsync(Action<ScriptedGraph> script)
    {
        await using var graph = await ScriptedGraph.StartAsync();
        await using var connector = new Connector(graph.Address);
        script(graph);
        return await connector.WhatsApp.SendAsync(Messages.Text, CancellationToken.None);
    }

    private static async Task<SendOutcome> SendOverAsync(
        TimeProvider time, Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>> connect)
    {
        using var handler = new SocketsHttpHandler { ConnectCallback = connect };
        using var http = new HttpClient(handler);
        var graph = new GraphApi(http, new FixedOptions(new WhatsAppOptions { AccessToken = Connector.Token }), time);
        return await new WhatsAppClient(graph, NullLogger<WhatsAppClient>.Instance).SendAsync(Messages.Text, CancellationToken.None);
    }

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class FixedOptions(WhatsAppOptions options) : IOptionsMonitor<WhatsAppOptions>
    {
        public WhatsAppOptions CurrentValue => options;

        public WhatsAppOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<WhatsAppOptions, string?> listener) => null;
    }
}
