using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Pages;

/// <summary>How the pages are delivered; what they do is tested in a browser.</summary>
public sealed partial class ShellTests(SharedProduct shared) : ProductTests(shared)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/lines/sales/threads/abc")]
    [InlineData("/admin/people")]
    [InlineData("/operations")]
    [InlineData("/compliance/holds")]
    [InlineData("/notices")]
    [InlineData("/privacy")]
    public async Task Each_address_of_a_page_opens_the_same_document_that_says_nothing_of_anybody(string address)
    {
        var page = (await Anonymous().Get(address)).Is(HttpStatusCode.OK);
        Assert.Equal((await Anonymous().Get("/")).Text, page.Text);
        Assert.Equal(page.Text, (await (await As(Cast.Ann)).Get(address)).Text);
        Assert.Equal("no-cache", page.Header("Cache-Control"));
    }

    [Fact]
    public async Task Pages_run_scripts_of_our_own_origin_only_and_none_that_stand_in_the_page_or_are_made_of_text()
    {
        var page = await Anonymous().Get("/");
        var policy = page.Header("Content-Security-Policy")!;
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("connect-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("http", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", page.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=)", page.Text);
    }

    [Theory]
    [InlineData("camera")]
    [InlineData("microphone")]
    [InlineData("geolocation")]
    [InlineData("payment")]
    [InlineData("usb")]
    [InlineData("display-capture")]
    public async Task A_page_can_not_even_ask_for_what_it_does_not_need(string feature)
    {
        foreach (var address in (string[])["/", "/privacy", $"/sign-in?token={await Product.IssueLink(Cast.Ann)}"])
        {
            var granted = (await Anonymous().Get(address)).Header("Permissions-Policy")!.Split(", ");
            Assert.Contains($"{feature}=()", granted);
        }
    }

    [Fact]
    public async Task What_a_page_is_made_of_is_kept_by_the_name_of_its_content_and_the_rest_is_asked_for_each_time()
    {
        var document = (await Anonymous().Get("/")).Text;
        var addresses = Addresses().Matches(document).Select(match => match.Groups["path"].Value).ToList();
        Assert.Contains(addresses, address => address.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(addresses, address => address.EndsWith(".css", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            var file = (await Anonymous().Get(address)).Is(HttpStatusCode.OK);
            Assert.Equal(address.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache", file.Header("Cache-Control"));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_first_scripts_are_sent_compressed_and_weigh_less_than_250_kB_together(string encoding)
    {
        var document = (await Anonymous().Get("/")).Text;
        List<int> weights = [];
        foreach (var address in Addresses().Matches(document).Select(match => match.Groups["path"].Value).Where(path => path.EndsWith(".js", StringComparison.Ordinal)))
        {
            using var file = await Sent(Anonymous(), address, encoding);
            Assert.Equal([encoding], file.Content.Headers.ContentEncoding);
            weights.Add((await file.Content.ReadAsByteArrayAsync()).Length);
        }

        Assert.InRange(weights.Sum(), 1, 250_000);
    }

    /// <summary>How long the compressed answer is could tell of a secret in it.</summary>
    [Fact]
    public async Task What_the_API_answers_is_not_compressed()
    {
        using var answer = await Sent(await As(Cast.Ann), "/api/v1/me", "br");
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task The_pages_can_be_installed_as_an_app()
    {
        var manifest = (await Anonymous().Get("/manifest.webmanifest")).Is(HttpStatusCode.OK);
        Assert.Equal("application/manifest+json", manifest.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("standalone", (string?)manifest.Json["display"]);
        foreach (var icon in manifest.Json["icons"]!.AsArray())
        {
            (await Anonymous().Get((string)icon!["src"]!)).Is(HttpStatusCode.OK);
        }

        var worker = (await Anonymous().Get("/sw.js")).Is(HttpStatusCode.OK);
        Assert.Equal("no-cache", worker.Header("Cache-Control"));
        Assert.Contains("connect-src 'self'", worker.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    /// <summary>The types of the pages are made from the file, so they don't compile where they ask for something that isn't there.</summary>
    [Fact]
    public async Task The_pages_are_built_against_the_API_as_it_is()
    {
        var document = (await Anonymous().Get("/openapi/v1.json")).Is(HttpStatusCode.OK).Json.AsObject();
        document.Remove("servers");
        var file = Path.Combine(Project.Folder, "src", "Web", "openapi.json");
        var text = document.ToJsonString(s_readable) + "\n";
        if (Environment.GetEnvironmentVariable("MULTILINE_WRITE_DOCS") is "1")
        {
            await File.WriteAllTextAsync(file, text);
        }

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(await File.ReadAllTextAsync(file)), JsonNode.Parse(text)),
            "src/Web/openapi.json differs from what the server describes. Write it anew with MULTILINE_WRITE_DOCS=1.");
    }

    private static async Task<HttpResponseMessage> Sent(HttpClient client, string address, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", encoding } } };
        return await client.SendAsync(request);
    }

    private static readonly System.Text.Json.JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [GeneratedRegex("(?:href|src)=\"(?<path>/[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();
}
