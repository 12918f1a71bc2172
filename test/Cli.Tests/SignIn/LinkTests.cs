using MultiLine.Cli.Tests.Harness;
using MultiLine.Storage.SignIn;

namespace MultiLine.Cli.Tests.SignIn;

public sealed class LinkTests : IDisposable
{
    private readonly TempDeployment _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task A_link_signs_its_person_in_once()
    {
        await _temp.CreateAcmeAsync();
        var hash = SignInToken.Hash(TokenOf(await LinkAsync()));
        await using var deployment = _temp.Open();

        var used = await deployment.Links.UseAsync(hash, _temp.Clock.GetUtcNow());

        Assert.Equal(("acme", "ada"), (used?.Organization, used?.User));
        Assert.Null(await deployment.Links.UseAsync(hash, _temp.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_link_ends_when_it_was_said_to()
    {
        await _temp.CreateAcmeAsync();
        var hash = SignInToken.Hash(TokenOf(await LinkAsync("--valid-for", "00:05:00")));
        await using var deployment = _temp.Open();

        Assert.NotNull(await deployment.Links.PeekAsync(hash, _temp.Clock.GetUtcNow().AddMinutes(4)));
        Assert.Null(await deployment.Links.UseAsync(hash, _temp.Clock.GetUtcNow().AddMinutes(5)));
    }

    [Fact]
    public async Task The_secret_of_a_link_is_nowhere_but_in_the_link()
    {
        await _temp.CreateAcmeAsync();

        var token = TokenOf(await LinkAsync());

        foreach (var file in Directory.EnumerateFiles(_temp.Data))
            Assert.DoesNotContain(token, await File.ReadAllTextAsync(file, System.Text.Encoding.Latin1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_leads_to_the_address_that_people_use()
    {
        await _temp.CreateAcmeAsync();

        Assert.StartsWith("https://chat.example.com/bank/sign-in?token=", await LinkAsync("--url", "https://chat.example.com/bank/"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme", "bo", "no person bo")]
    [InlineData("other", "ada", "no organisation other")]
    public async Task Nobody_unknown_gets_a_link(string organization, string person, string reason)
    {
        await _temp.CreateAcmeAsync();

        Assert.Contains(reason, await _temp.RefusedAsync("link", "--organization", organization, "--person", person), StringComparison.Ordinal);
    }

    private Task<string> LinkAsync(params string[] options) => _temp.DoneAsync(["link", "--organization", "acme", "--person", "ada", .. options]);

    private static string TokenOf(string link) => link.Trim()[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
}
