using MultiLine.Cli.Doctor.Checks;
using MultiLine.Cli.Organizations;
using MultiLine.Cli.Tests.Doctor.Harness;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Tests.Doctor;

/// <summary>Numbers, their profiles and the opt-in template.</summary>
public sealed class NumberTests
{
    [Fact]
    public async Task A_number_that_is_not_in_the_account_is_found_and_nothing_more_is_said_of_it()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.Deployment.DoneAsync(
            "line", "add", "--organization", "acme", "--id", "typo", "--name", "Typo", "--phone-number-id", "999", "--display", "+49 30 23125 002");

        await setup.FindsAsync("number", Verdict.Wrong, "+49 30 23125 002 (999, line typo of acme) is not in account");
        await setup.FindsAsync("registration", Verdict.Unknown, "+49 30 23125 002");
        await setup.FindsAsync("registration", Verdict.Ok, MetaSetup.Number);
    }

    [Theory]
    [InlineData("display_phone_number", "+49 30 5550199", "number", "Wrong", "is +49 30 5550199 at Meta")]
    [InlineData("name_status", "PENDING_REVIEW", "display-name", "Missing", "under review")]
    [InlineData("name_status", "NONE", "display-name", "Missing", "no display name")]
    [InlineData("name_status", "DECLINED", "display-name", "Wrong", "is DECLINED")]
    [InlineData("name_status", "AVAILABLE_WITHOUT_REVIEW", "display-name", "Ok", "is called")]
    [InlineData("name_status", null, "display-name", "Unknown", "tells nothing")]
    [InlineData("code_verification_status", "NOT_VERIFIED", "registration", "Missing", "not verified")]
    [InlineData("code_verification_status", "EXPIRED", "registration", "Ok", "connected")]
    [InlineData("platform_type", "NOT_APPLICABLE", "registration", "Missing", "not on the Cloud API")]
    [InlineData("status", "PENDING", "registration", "Missing", "is PENDING")]
    [InlineData("status", "BANNED", "registration", "Wrong", "is BANNED")]
    [InlineData("status", null, "registration", "Unknown", "no status")]
    [InlineData("quality_rating", "RED", "quality", "Wrong", "is RED")]
    [InlineData("quality_rating", "YELLOW", "quality", "Ok", "is YELLOW, its throughput STANDARD")]
    [InlineData("quality_rating", null, "quality", "Unknown", "no quality")]
    public async Task What_Meta_says_of_a_number_is_told(string member, string? value, string check, string verdict, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite("phone_numbers", reply => reply["data"]![0]![member] = value);

        await setup.FindsAsync(check, Enum.Parse<Verdict>(verdict), words);
    }

    [Theory]
    [InlineData("about", "no about text")]
    [InlineData("description", "no description")]
    [InlineData("email", "no e-mail or website")]
    public async Task What_a_profile_lacks_is_missing(string member, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        setup.Replies.Rewrite("whatsapp_business_profile", reply => reply["data"]![0]![member] = null);

        await setup.FindsAsync("profile", Verdict.Missing, words);
    }

    [Fact]
    public async Task Without_an_opt_in_template_or_with_one_in_another_language_only_it_is_missing()
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.GraphAsync(HttpMethod.Delete, $"{MetaSetup.Account}/message_templates?name={MetaSetup.Template}");
        await setup.FindsAsync("opt-in", Verdict.Missing, "no opt-in request in en_US");

        await setup.SubmitOptInAsync(language: "de");
        await setup.FindsAsync("opt-in", Verdict.Missing, "no opt-in request in en_US");
    }

    [Fact]
    public async Task Each_language_of_the_opt_in_request_is_looked_at()
    {
        await using var setup = await MetaSetup.StartAsync();
        await using (var deployment = setup.Deployment.Open())
        {
            await deployment.Organizations.ChangeAsync("acme", acme => acme.WithOptIn(OptInText.Default with { Language = "de" }), default);
        }

        await setup.FindsAsync("opt-in", Verdict.Missing, "no opt-in request in de");
    }

    [Theory]
    [InlineData("REJECTED", "Wrong", "REJECTED (ABUSIVE_CONTENT)")]
    [InlineData("PENDING", "Missing", "under review")]
    public async Task What_came_of_the_review_of_the_opt_in_template_is_told(string verdict, string told, string words)
    {
        await using var setup = await MetaSetup.StartAsync();
        await setup.GraphAsync(HttpMethod.Delete, $"{MetaSetup.Account}/message_templates?name={MetaSetup.Template}");
        await setup.SubmitOptInAsync(verdict, verdict == "REJECTED" ? "ABUSIVE_CONTENT" : null);

        await setup.FindsAsync("opt-in", Enum.Parse<Verdict>(told), words);
    }
}
