using System.Text.Json.Nodes;
using MultiLine.Cli.Doctor.Checks;
using MultiLine.Cli.Tests.Doctor.Harness;

namespace MultiLine.Cli.Tests.Doctor;

public sealed class ReportTests
{
    [Fact]
    public async Task After_the_guides_steps_all_is_ok_and_it_ends_with_0()
    {
        await using var setup = await MetaSetup.StartAsync();

        var examination = await setup.ExamineAsync();

        Assert.DoesNotContain(examination.All, told => told.Verdict != Verdict.Ok);
        Assert.Equal((0, true), (examination.Code, examination.Ok));
        Assert.Equal(AllChecks.List.Select(check => check.Name), examination.All.Select(told => told.Check));
    }

    [Fact]
    public async Task One_finding_is_enough_to_end_with_1_and_it_says_what_to_do_and_where_that_is_described()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.GraphAsync(HttpMethod.Delete, $"{MetaSetup.Account}/subscribed_apps");

        var ending = await setup.RunAsync();
        var examination = await setup.ExamineAsync();

        Assert.Equal((1, 1, false), (ending.Code, examination.Code, examination.Ok));
        var line = Assert.Single(ending.Output.Split('\n'), line => line.StartsWith("missing ", StringComparison.Ordinal));
        Assert.Contains($"→ POST /{MetaSetup.Account}/subscribed_apps", line, StringComparison.Ordinal);
        Assert.EndsWith("See docs/getting-started.md, “10. Subscription of the account”.", line, StringComparison.Ordinal);
        var told = Assert.Single(examination.All, told => told.Verdict != Verdict.Ok);
        Assert.Equal("docs/getting-started.md#10-subscription-of-the-account", told.Guide);
    }

    [Fact]
    public async Task What_is_not_ok_says_what_to_do()
    {
        await using var setup = await MetaSetup.StartAsync();
        foreach (var key in setup.Settings.Keys)
            setup.Settings[key] = null;
        setup.Settings["WhatsApp:BaseAddress"] = $"http://127.0.0.1:{FreePort.Next()}/";

        var examination = await setup.ExamineAsync();

        Assert.All(examination.All, told => Assert.Equal(told.Verdict == Verdict.Ok, told.Next is null));
    }

    /// <summary>Meta has been seen to repeat a token in what it says about it.</summary>
    [Theory]
    [InlineData("--json")]
    [InlineData]
    public async Task No_secret_is_printed_whoever_repeats_it(params string[] options)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["Sms:AccountSid"] = "AC1";
        setup.Settings["Sms:AuthTokens:0"] = "token-of-the-sms-provider";
        string[] secrets = [MetaSetup.AccessToken, MetaSetup.AppSecret, HandshakeServer.VerifyToken, setup.Settings["Sms:AuthTokens:0"]!];
        setup.Replies.Rewrite("debug_token", reply => reply["data"] = new JsonObject
        {
            ["is_valid"] = false, ["error"] = new JsonObject { ["code"] = 190, ["message"] = $"Malformed: {string.Join(" and ", secrets)}" },
        });
        setup.Replies.Rewrite("subscriptions", reply => reply["data"]![0]!["callback_url"] = $"{setup.Server.Url}?{string.Join('&', secrets)}");

        var ending = await setup.RunAsync(options);

        Assert.Contains("Malformed: (hidden) and (hidden) and (hidden) and (hidden)", ending.Output, StringComparison.Ordinal);
        Assert.All(secrets, secret => Assert.DoesNotContain(secret, ending.Output + ending.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_secret_is_not_printed_as_it_stands_in_addresses_either()
    {
        const string secret = "word & word/of=ours";
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["WhatsApp:VerifyToken"] = secret;
        setup.Replies.Refuse(MetaSetup.Account, 100, "no word%20%26%20word%2Fof%3Dours, word%20%26%20word%2fof%3dours, word+%26+word%2Fof%3Dours");

        await setup.FindsAsync("account", Verdict.Wrong, "no (hidden), (hidden), (hidden)");
    }

    [Fact]
    public async Task Addresses_are_printed_without_user_and_query()
    {
        await using var setup = await MetaSetup.StartAsync();
        var address = $"{WithUser(setup.Server.Url)}?key=of-the-proxy";
        setup.Settings["WhatsApp:BaseAddress"] = WithUser(setup.Settings["WhatsApp:BaseAddress"]!);
        setup.Replies.Rewrite("subscriptions", reply => reply["data"]![0]!["callback_url"] = address);
        setup.Replies.Rewrite("subscribed_apps", reply => reply["data"]![0]!["override_callback_uri"] = address);

        var ending = await setup.RunAsync();

        Assert.Matches(@"ok +graph +http://127\.0\.0\.1:\d+/ answers", ending.Output);
        Assert.Contains($"webhooks go to {setup.Server.Url}\n", ending.Output, StringComparison.Ordinal);
        Assert.Contains($"at {setup.Server.Url}\n", ending.Output, StringComparison.Ordinal);
        Assert.Contains($"{setup.Server.Url} answers the handshake", ending.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("of-the-proxy", ending.Output + ending.Error, StringComparison.Ordinal);
        Assert.Equal(0, ending.Code);

        setup.Replies.Rewrite("subscriptions", reply => reply["data"]![0]!["callback_url"] = "https://user:pass-of-the-proxy@[not an address");
        Assert.DoesNotContain("of-the-proxy", (await setup.RunAsync()).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_not_JSON_is_said()
    {
        using var deployment = new Tests.Harness.TempDeployment();
        var file = $"{deployment.Data}.json";
        await File.WriteAllTextAsync(file, "WhatsApp__AccessToken=token");

        Assert.Contains("is not JSON", await deployment.RefusedAsync("doctor", "--settings", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_not_there_is_said()
    {
        using var deployment = new Tests.Harness.TempDeployment();

        Assert.Contains("nowhere.json", await deployment.RefusedAsync("doctor", "--settings", "nowhere.json"), StringComparison.Ordinal);
    }

    private static string WithUser(string address) => address.Replace("://", "://user:pass-of-the-proxy@", StringComparison.Ordinal);
}
