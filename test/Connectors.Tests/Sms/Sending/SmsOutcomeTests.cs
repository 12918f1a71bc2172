using System.Net;
using System.Net.Sockets;
using System.Text;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.Sms.Sending;
using MultiLine.Connectors.Sms.Webhooks;
using MultiLine.Connectors.Tests.Support;

namespace MultiLine.Connectors.Tests.Sms.Sending;

public sealed class SmsOutcomeTests
{
    private const string Text = "Grüße & mehr: 100% + 1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly OutboundSms Message = new() { From = "+49305550100", To = "+16505551234", Text = Text, AttemptId = "a 1" };

    [Fact]
    public async Task A_message_goes_out_as_a_form_with_the_accounts_credentials_and_the_attempt_in_the_address_of_its_statuses()
    {
        await using var provider = await ScriptedGraph.StartAsync();
        await using var connector = new SmsConnector(provider.Address);
        provider.Answer(201, """{"sid":"SM1","status":"queued","error_code":null}""");

        Assert.Equal(new SmsOutcome.Accepted("SM1"), await connector.Client.SendAsync(Message, CancellationToken.None));

        var request = Assert.Single(provider.Received);
        Assert.Equal("POST", request.Method);
        Assert.Equal($"/2010-04-01/Accounts/{SmsConnector.Account}/Messages.json", request.Path);
        Assert.Equal(
            $"{SmsConnector.Account}:{SmsConnector.Token}", Encoding.UTF8.GetString(Convert.FromBase64String(request.Authorization["Basic ".Length..])));
        Assert.Equal(
            [
                new("To", "+16505551234"), new("From", "+49305550100"), new("Body", Text),
                new("StatusCallback", "https://Bank.example:8443/in/webhooks/sms/status?attempt=a%201"),
            ],
            SmsForm.Parse(Encoding.UTF8.GetBytes(request.Body)).Fields);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("<html>")]
    [InlineData("""{"sid":7}""")]
    public async Task Success_without_an_id_is_unknown(string body) =>
        Assert.Equal(new SmsOutcome.Unknown(UnknownReason.UnreadableReply, null), await SendAsync(provider => provider.Answer(201, body)));

    [Theory]
    [InlineData(301, "")]
    [InlineData(404, "<html>Not Found</html>")]
    [InlineData(502, "Bad Gateway")]
    [InlineData(503, "{}")]
    public async Task An_error_that_is_not_the_providers_is_unknown(int status, string body) =>
        Assert.Equal(new SmsOutcome.Unknown(UnknownReason.UnreadableReply, null), await SendAsync(provider => provider.Answer(status, body)));

    [Theory]
    [InlineData(500, 20500)]
    [InlineData(503, 20503)]
    [InlineData(500, 21211)]
    public async Task After_an_error_of_the_provider_itself_the_outcome_is_unknown(int status, int code) =>
        Assert.Equal(new SmsOutcome.Unknown(UnknownReason.ProviderError, code), await SendAsync(provider => AnswerError(provider, status, code)));

    [Theory]
    [InlineData(21211, SmsHandling.NoSms)]
    [InlineData(21614, SmsHandling.NoSms)]
    [InlineData(21610, SmsHandling.OptedOut)]
    [InlineData(21408, SmsHandling.Refuse)]
    [InlineData(99999, SmsHandling.Refuse)]
    public async Task A_refusal_comes_with_what_it_asks_for(int code, SmsHandling handling) =>
        Assert.Equal(new SmsOutcome.Refused(code, handling), await SendAsync(provider => AnswerError(provider, 400, code)));

    [Theory]
    [InlineData(401, 20003)]
    [InlineData(400, 21606)]
    public async Task What_only_somebody_can_mend_pauses_the_number(int status, int code) =>
        Assert.Equal(new SmsOutcome.NumberPaused(code), await SendAsync(provider => AnswerError(provider, status, code)));

    [Theory]
    [InlineData(429, 20429, 0, 1)]
    [InlineData(429, 20429, 3, 8)]
    [InlineData(400, 21611, 30, 300)]
    public async Task Too_many_messages_are_tried_again_and_the_waits_grow(int status, int code, int earlier, int seconds) => Assert.Equal(
        new SmsOutcome.TryAgain(TimeSpan.FromSeconds(seconds), code),
        await SendAsync(provider => AnswerError(provider, status, code), Message with { Earlier = new(earlier, code) }));

    [Fact]
    public async Task Too_many_requests_are_tried_again_whoever_says_so() =>
        Assert.Equal(new SmsOutcome.TryAgain(TimeSpan.FromSeconds(1), null), await SendAsync(provider => provider.Answer(429, "slow down")));

    [Fact]
    public async Task A_lost_reply_is_unknown_and_nothing_is_sent_twice()
    {
        await using var provider = await ScriptedGraph.StartAsync();
        await using var connector = new SmsConnector(provider.Address);
        provider.Answer(201, """{"sid":"SM1"}""");
        provider.LoseReply();

        Assert.IsType<SmsOutcome.Accepted>(await connector.Client.SendAsync(Message, CancellationToken.None));
        Assert.Equal(new SmsOutcome.Unknown(UnknownReason.ConnectionLost, null), await connector.Client.SendAsync(Message, CancellationToken.None));
        Assert.Equal(2, provider.Received.Count);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var provider = await ScriptedGraph.StartAsync();
        await using var connector = new SmsConnector(provider.Address);
        provider.Redirect();
        provider.Answer(201, """{"sid":"SM1"}""");

        Assert.IsType<SmsOutcome.Unknown>(await connector.Client.SendAsync(Message, CancellationToken.None));
        Assert.Single(provider.Received);
    }

    [Fact]
    public async Task No_reply_in_time_is_unknown()
    {
        await using var provider = await ScriptedGraph.StartAsync();
        await using var connector = new SmsConnector(provider.Address);
        var arrived = provider.KeepSilent();

        var sending = connector.Client.SendAsync(Message, CancellationToken.None);
        await arrived.WaitAsync(Patience);
        Assert.False(sending.IsCompleted, "The call ended before its time.");
        connector.Time.Advance(new SmsOptions().Timeout);

        Assert.Equal(new SmsOutcome.Unknown(UnknownReason.TimedOut, null), await sending.WaitAsync(Patience));
    }

    [Fact]
    public async Task A_refused_connection_sent_nothing_and_is_tried_again()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var connector = new SmsConnector(new Uri($"http://127.0.0.1:{port}"));

        Assert.Equal(
            new SmsOutcome.TryAgain(TimeSpan.FromSeconds(4), null),
            await connector.Client.SendAsync(Message with { Earlier = new(2, null) }, CancellationToken.None));
    }

    [Fact]
    public async Task Neither_token_nor_number_nor_text_is_ever_logged()
    {
        await using var provider = await ScriptedGraph.StartAsync();
        await using var connector = new SmsConnector(provider.Address);
        provider.Answer(201, """{"sid":"SM1"}""");
        AnswerError(provider, 400, 21211);
        AnswerError(provider, 401, 20003);
        AnswerError(provider, 429, 20429);
        AnswerError(provider, 500, 20500);
        provider.LoseReply();
        for (var i = 0; i < 6; i++) await connector.Client.SendAsync(Message, CancellationToken.None);

        Assert.Equal(5, connector.Log.Lines.Count);
        Assert.All(connector.Log.Lines, line =>
        {
            Assert.DoesNotContain(SmsConnector.Token, line, StringComparison.Ordinal);
            Assert.DoesNotContain("6505551234", line, StringComparison.Ordinal);
            Assert.DoesNotContain(Text, line, StringComparison.Ordinal);
        });
    }

    private static void AnswerError(ScriptedGraph provider, int status, int code) => provider.Answer(
        status, $$"""{"code":{{code}},"message":"{{Message.To}} {{Text}}","more_info":"https://www.twilio.com/docs/errors/{{code}}","status":{{status}}}""");

    private static async Task<SmsOutcome> SendAsync(Action<ScriptedGraph> script, OutboundSms? message = null)
    {
        await using var provider = await ScriptedGraph.StartAsync();
        await using var connector = new SmsConnector(provider.Address);
        script(provider);
        return await connector.Client.SendAsync(message ?? Message, CancellationToken.None);
    }
}
