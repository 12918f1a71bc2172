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

    [Theory]
    [InlineData("WhatsApp:Timeout", "WhatsApp:Timeout can't be read as a TimeSpan")]
    [InlineData("WhatsApp:BaseAddress", "WhatsApp:BaseAddress must be an absolute")]
    [InlineData("WhatsApp:GraphVersion", "WhatsApp:GraphVersion must look like v25.0")]
    [InlineData("WhatsApp:AppId", "WhatsApp:AppId must be digits")]
    public async Task A_token_in_the_place_of_another_setting_is_not_printed(string key, string words)
    {
        const string misplaced = "EAAG-token-in-the-wrong-place";
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings[key] = misplaced;

        await setup.FindsAsync("settings", Verdict.Wrong, words);

        var ending = await setup.RunAsync();
        Assert.DoesNotContain(misplaced, ending.Output + ending.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_can_not_be_read_keeps_none_of_the_others_from_being_looked_at()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["WhatsApp:Timeout"] = "soon";
        setup.Settings["WhatsApp:AccessToken"] = null;
        setup.Settings["Sms:Timeout"] = "later";

        await setup.FindsAsync("settings", Verdict.Wrong, "WhatsApp:Timeout can't be read as a TimeSpan");
        await setup.FindsAsync("settings", Verdict.Missing, "WhatsApp:AccessToken");
        await setup.FindsAsync("sms", Verdict.Wrong, "Sms:Timeout can't be read as a TimeSpan");
    }

    [Fact]
    public async Task An_id_of_the_app_with_a_line_break_is_found_and_the_app_is_not_asked_for()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings["WhatsApp:AppId"] = $"{MetaSetup.AppId}\n";

        await setup.FindsAsync("settings", Verdict.Wrong, "WhatsApp:AppId must be digits");
        await setup.FindsAsync("app", Verdict.Unknown, "can't be asked for");
        await setup.FindsAsync("subscription", Verdict.Unknown, "can't be seen without WhatsApp:AppId");
        await setup.FindsAsync("account", Verdict.Ok, "can be read");
    }

    [Theory]
    [InlineData("WhatsApp:AppId", "WhatsApp:AppId is missing")]
    [InlineData("WhatsApp:AppSecrets", "WhatsApp:AppSecrets is empty")]
    [InlineData("WhatsApp:AccessToken", "WhatsApp:AccessToken is missing")]
    [InlineData("WhatsApp:VerifyToken", "WhatsApp:VerifyToken is missing")]
    [InlineData("WhatsApp:BaseAddress", "WhatsApp:BaseAddress is missing")]
    [InlineData("WhatsApp:GraphVersion", "WhatsApp:GraphVersion is missing")]
    public async Task A_setting_that_is_null_is_missing_by_its_name(string key, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Settings[key] = setup.Settings[$"{key}:0"] = null;
        setup.Nulls.Add(key);

        await setup.FindsAsync("settings", Verdict.Missing, words);
    }

    [Fact]
    public async Task A_secret_that_is_null_is_wrong_and_the_others_will_do()
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Nulls.Add("WhatsApp:AppSecrets:1");

        await setup.FindsAsync("settings", Verdict.Wrong, "WhatsApp:AppSecrets holds an empty secret");
        await setup.FindsAsync("app", Verdict.Ok, "takes 1 secret");
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

        using var slow = new Tests.Harness.TempDeployment();
        setup.Replies.Date = slow.Clock.GetUtcNow() + TimeSpan.FromMinutes(5);
        var ending = await slow.RunExactlyAsync("doctor", "--settings", await setup.WriteSettingsAsync(), "--data", setup.Deployment.Data);

        Assert.Matches(@"wrong +clock +the Graph API's clock is 300 seconds ahead of this machine's", ending.Output);
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
