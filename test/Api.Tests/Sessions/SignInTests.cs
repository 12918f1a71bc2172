using System.Net;
using Microsoft.Extensions.DependencyInjection;
using MultiLine.Api.Tests.Support;
using MultiLine.Storage.SignIn;

namespace MultiLine.Api.Tests.Sessions;

public sealed class SignInTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task A_link_gives_one_access_token_and_no_second()
    {
        var token = await Product.IssueLink(Cast.Ann);
        var first = (await Anonymous().Post("/api/v1/sign-in", new { token })).Is(HttpStatusCode.OK).Json;
        Assert.Equal("Bearer", (string?)first["token_type"]);
        Assert.Equal(3600, (int)first["expires_in"]!);
        Assert.NotEmpty((string)first["access_token"]!);
        (await Anonymous().Post("/api/v1/sign-in", new { token })).IsProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task Of_many_who_use_a_link_at_once_one_gets_in()
    {
        var token = await Product.IssueLink(Cast.Ann);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Anonymous().Post("/api/v1/sign-in", new { token })));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_link_that_has_expired_is_worth_nothing()
    {
        var token = await Product.IssueLink(Cast.Ann, lifetime: TimeSpan.FromSeconds(-1));
        (await Anonymous().Post("/api/v1/sign-in", new { token })).IsProblem(401, "unauthenticated");
        Assert.Contains("no longer works", (await Anonymous().Get($"/sign-in?token={token}")).Is(HttpStatusCode.NotFound).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_link_that_was_never_issued_is_worth_nothing(string token) =>
        (await Anonymous().Post("/api/v1/sign-in", new { token })).IsProblem(401, "unauthenticated");

    [Fact]
    public async Task Somebody_whom_the_organisation_does_not_know_is_not_signed_in()
    {
        var token = await Product.IssueLink(new Actor("northwind", "gone"));
        (await Anonymous().Post("/api/v1/sign-in", new { token })).IsProblem(401, "unauthenticated");
    }

    [Fact]
    public async Task A_link_that_signed_nobody_in_is_not_used_up()
    {
        var token = await Product.IssueLink(new Actor("northwind", "gone"));
        (await Anonymous().Post("/api/v1/sign-in", new { token })).IsProblem(401, "unauthenticated");

        var links = Product.Backstage.GetRequiredService<ISignInLinks>();
        var now = Product.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        Assert.NotNull(await links.PeekAsync(SignInToken.Hash(token), now));
    }

    [Fact]
    public async Task Tokens_texts_and_phone_numbers_are_never_logged()
    {
        var token = await Product.IssueLink(Cast.Ann);
        await Anonymous().Get($"/sign-in?token={token}");
        var access = (string)(await Anonymous().Post("/api/v1/sign-in", new { token })).Json["access_token"]!;
        await Anonymous().Get("/webhooks/whatsapp?hub.mode=subscribe&hub.verify_token=a-guessed-word&hub.challenge=1");
        var text = $"Nobody reads this {NewKey()}";
        var contact = await ContactWhoWrote(text);
        (await Send(Cast.Ann, contact, new { channel = "whatsapp", text })).Is(HttpStatusCode.Accepted);
        await (await As(Cast.Ann)).Get($"/api/v1/contacts?search={Uri.EscapeDataString(contact.Phone)}");

        foreach (var secret in (string[])[token, access, "a-guessed-word", text, contact.Phone, contact.Phone[1..]])
        {
            Assert.DoesNotContain(Product.Log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
        }
    }
}
