using MultiLine.Cli.Doctor.Checks;
using MultiLine.Cli.Tests.Doctor.Harness;

namespace MultiLine.Cli.Tests.Doctor;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("WhatsApp:AppId")]
    [InlineData("WhatsApp:AppSecrets:0")]
    [InlineData("WhatsApp:AccessToken")]
    [InlineData("WhatsApp:VerifyToken")]
    public async Task A_setting_that_is_not_there_is_missing_by_its_name(string key)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings[key] = null;

        await setup.FindsAsync("settings", Verdict.Missing, key.Replace(":0", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("WhatsApp:AppId", "my app", "WhatsApp:AppId")]
    [InlineData("WhatsApp:AppSecrets:0", "two words", "WhatsApp:AppSecrets")]
    [InlineData("WhatsApp:AccessToken", "token\n", "WhatsApp:AccessToken")]
    [InlineData("WhatsApp:GraphVersion", "25", "WhatsApp:GraphVersion")]
    [InlineData("WhatsApp:BaseAddress", "ftp://example.com/", "WhatsApp:BaseAddress")]
    [InlineData("WhatsApp:Timeout", "soon", "WhatsApp:Timeout")]
    public async Task A_setting_that_can_not_be_right_is_wrong_by_its_name(string key, string value, string named)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings[key] = value;

        await setup.FindsAsync("settings", Verdict.Wrong, named);
    }

    [Fact]
    public async Task What_can_not_be_looked_at_for_want_of_settings_is_unknown()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["WhatsApp:BaseAddress"] = "ftp://example.com/";

        var examination = await setup.ExamineAsync();

        Assert.All(
            examination.All.Where(told => told.Check is not ("settings" or "organization" or "sms")),
            told => Assert.Equal(Verdict.Unknown, told.Verdict));
    }

    [Fact]
    public async Task An_address_that_nobody_answers_at_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["WhatsApp:BaseAddress"] = $"http://127.0.0.1:{FreePort.Next()}/";

        await setup.FindsAsync("graph", Verdict.Wrong, "could not be reached");
        await setup.FindsAsync("app", Verdict.Unknown, "could not be reached");
        await setup.FindsAsync("account", Verdict.Unknown, "could not be reached");
    }

    [Fact]
    public async Task A_version_that_Graph_does_not_know_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["WhatsApp:GraphVersion"] = "v99.0";

        await setup.FindsAsync("graph", Verdict.Wrong, "does not know version v99.0");
    }

    /// <summary>Meta answers a version that has ended as the oldest one that has not.</summary>
    [Fact]
    public async Task A_version_that_has_ended_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Version = "v26.0";

        await setup.FindsAsync("graph", Verdict.Wrong, "answers as v26.0: v25.0 has ended");
    }

    [Fact]
    public async Task A_clock_that_is_off_is_found()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.FindsAsync("clock", Verdict.Ok, "seconds");

        using var slow = new Tests.Harness.TempDeployment { Time = new ManualClock(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(5)) };
        var file = Path.Combine(Path.GetDirectoryName(setup.Deployment.Data)!, "appsettings.json");
        var ending = await slow.RunExactlyAsync("doctor", "--settings", file, "--data", setup.Deployment.Data);

        Assert.Matches(@"wrong +clock +the Graph API's clock is (300|299|301) seconds ahead of this machine's", ending.Output);
    }

    [Fact]
    public async Task SMS_is_looked_at_where_it_is_set_up_or_a_line_has_a_number()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.FindsAsync("sms", Verdict.Ok, "off");

        setup.Settings["Sms:AccountSid"] = "AC1";
        await setup.FindsAsync("sms", Verdict.Missing, "Sms:AuthTokens");

        setup.Settings["Sms:AuthTokens:0"] = "token-of-the-sms-provider";
        setup.Settings["Sms:PublicUrl"] = "https://messages.acme.example";
        await setup.FindsAsync("sms", Verdict.Missing, "no line has a number");

        await setup.Deployment.DoneAsync("line", "add", "--organization", "acme", "--id", "sms", "--name", "SMS", "--sms-number", "+493055501000");
        await setup.FindsAsync("sms", Verdict.Ok, "a number on sms of acme");

        setup.Settings["Sms:AccountSid"] = setup.Settings["Sms:AuthTokens:0"] = setup.Settings["Sms:PublicUrl"] = null;
        await setup.FindsAsync("sms", Verdict.Missing, "no provider is set");
    }
}
