using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Sessions;

/// <summary>Signing in as a browser does it.</summary>
public sealed partial class PageTests(SharedProduct shared) : ProductTests(shared)
{
    [Fact]
    public async Task Looking_at_a_link_does_not_use_it()
    {
        var token = await Product.IssueLink(Cast.Ann);
        for (var i = 0; i < 3; i++)
        {
            var page = (await Anonymous().Get($"/sign-in?token={token}")).Is(HttpStatusCode.OK).Text;
            Assert.Contains("Ann Berger", page, StringComparison.Ordinal);
            Assert.Contains("Northwind Bank", page, StringComparison.Ordinal);
        }

        Assert.NotNull(await UseLink(token));
    }

    [Fact]
    public async Task The_button_signs_in_once_and_sets_a_cookie_that_scripts_and_other_sites_do_not_get()
    {
        var token = await Product.IssueLink(Cast.Ann);
        var answer = await PostForm("/sign-in", token, sameOrigin: true);
        Assert.Equal("/", answer.Is(HttpStatusCode.Found).Header("Location"));
        var cookie = answer.Header("Set-Cookie")!;
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        (await PostForm("/sign-in", token, sameOrigin: true)).Is(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("multipart/form-data", "token=a")]
    [InlineData("multipart/form-data; boundary=a", "token=a")]
    [InlineData("text/plain", "token=a")]
    [InlineData("application/x-www-form-urlencoded", null)]
    public async Task A_form_that_makes_no_sense_is_refused(string type, string? body)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var content = new StringContent(body ?? $"{new string('k', 5000)}=a");
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        (await client.Call(HttpMethod.Post, "/sign-in", content)).IsProblem(400, "invalid_request");
    }

    [Fact]
    public async Task Another_site_can_not_sign_somebody_in()
    {
        var token = await Product.IssueLink(Cast.Ann);
        (await PostForm("/sign-in", token, sameOrigin: false)).IsProblem(403, "forbidden");
        Assert.NotNull(await UseLink(token));
    }

    [Fact]
    public async Task A_name_is_shown_and_never_run()
    {
        var page = (await Anonymous().Get($"/sign-in?token={await Product.IssueLink(Cast.Dan)}")).Text;
        Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_forbid_scripts_frames_and_foreign_content_and_tell_nobody_their_address()
    {
        var page = await Anonymous().Get($"/sign-in?token={await Product.IssueLink(Cast.Ann)}");
        var policy = page.Header("Content-Security-Policy")!;
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Header("Referrer-Policy"));
        Assert.Equal("nosniff", page.Header("X-Content-Type-Options"));
        Assert.Equal("no-store", page.Header("Cache-Control"));
        Assert.NotNull(page.Header("Permissions-Policy"));

        Assert.DoesNotContain("style=", page.Text, StringComparison.Ordinal);
        foreach (Match address in Addresses().Matches(page.Text))
        {
            (await Anonymous().Get(address.Groups["path"].Value)).Is(HttpStatusCode.OK);
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", false)]
    [InlineData("Sec-Fetch-Site", "same-site", false)]
    [InlineData("Sec-Fetch-Site", "none", false)]
    [InlineData("Sec-Fetch-Site", "same-origin", true)]
    [InlineData("Origin", "https://elsewhere.example", false)]
    [InlineData("Origin", "null", false)]
    [InlineData("Origin", "own", true)]
    [InlineData("X-Nothing", "x", false)]
    public async Task With_the_cookie_only_our_own_pages_change_anything(string header, string value, bool allowed)
    {
        var contact = await NewContact("Before");
        var browser = Browser(await UseLink(await Product.IssueLink(Cast.Ann)));
        var origin = Product.Address.GetLeftPart(UriPartial.Authority);
        browser.DefaultRequestHeaders.Add(header, value == "own" ? origin : value);

        (await browser.Get("/api/v1/me")).Is(HttpStatusCode.OK);
        var answer = await browser.Patch($"/api/v1/contacts/{contact.Id}", new { name = "After" });
        if (allowed)
        {
            answer.Is(HttpStatusCode.OK);
        }
        else
        {
            answer.IsProblem(403, "forbidden");
        }
    }

    [Fact]
    public async Task An_access_token_needs_no_origin()
    {
        var contact = await NewContact("Before");
        (await (await As(Cast.Ann)).Patch($"/api/v1/contacts/{contact.Id}", new { name = "After" })).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("/sign-out", HttpStatusCode.Found)]
    [InlineData("/api/v1/sign-out", HttpStatusCode.OK)]
    public async Task Signing_out_takes_the_cookie_away(string path, HttpStatusCode status)
    {
        var browser = Browser(await UseLink(await Product.IssueLink(Cast.Ann)));
        browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var answer = (await browser.Post(path)).Is(status);
        Assert.StartsWith("multiline_session=;", answer.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    private async Task<string?> UseLink(string token) =>
        (await PostForm("/sign-in", token, sameOrigin: true)).Is(HttpStatusCode.Found).Header("Set-Cookie")?.Split(';')[0];

    private HttpClient Browser(string? cookie)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return client;
    }

    private async Task<Answer> PostForm(string path, string token, bool sameOrigin)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", sameOrigin ? "same-origin" : "cross-site");
        return await client.Call(HttpMethod.Post, path, new FormUrlEncodedContent([new("token", token)]));
    }

    [GeneratedRegex("(?:href|src)=\"(?<path>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();
}
