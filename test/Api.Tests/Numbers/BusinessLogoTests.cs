using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Numbers;

public sealed class BusinessLogoTests(SharedProduct shared) : ProductTests(shared)
{
    private const string Profile = $"/api/v1/numbers/{Cast.HarbourNumber}/profile";
    private const int FiveMegabytes = 5 * 1024 * 1024;

    [Fact]
    public async Task A_logo_is_put_into_the_profile_read_here_and_shown_on_the_contacts_phone()
    {
        var gus = await As(Cast.ForeignAdministrator);
        var logo = TestPicture.Png(640, 640, (0, 90, 200));
        (await gus.Put(Profile, new { about = "Ships at any hour" })).Is(HttpStatusCode.OK);

        (await gus.PutLogo(Cast.HarbourNumber, logo)).Is(HttpStatusCode.NoContent);

        Assert.Equal(logo, await gus.GetByteArrayAsync($"{Profile}/logo"));
        var profile = (await gus.Get(Profile)).Is(HttpStatusCode.OK).Json;
        Assert.NotNull((string?)profile["picture_url"]);
        Assert.Equal("Ships at any hour", (string?)profile["about"]);
        Assert.Equal(logo, await Product.Simulator().GetByteArrayAsync(await Shown()));

        (await gus.Put(Profile, new { about = "Ships" })).Is(HttpStatusCode.OK);
        Assert.Equal(logo, await gus.GetByteArrayAsync($"{Profile}/logo"));
    }

    [Fact]
    public async Task A_logo_is_answered_as_what_its_bytes_are_and_can_do_nothing_in_a_browser()
    {
        var gus = await As(Cast.ForeignAdministrator);
        (await gus.PutLogo(Cast.HarbourNumber, TestPicture.JpegHead(640, 640), "image/png")).Is(HttpStatusCode.NoContent);

        var answer = (await gus.Get($"{Profile}/logo")).Is(HttpStatusCode.OK);

        Assert.Equal("image/jpeg", answer.Header("Content-Type"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.StartsWith("sandbox; default-src 'none';", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_of_the_largest_size_is_taken()
    {
        var gus = await As(Cast.ForeignAdministrator);
        byte[] logo = [.. TestPicture.JpegHead(640, 640), .. new byte[FiveMegabytes]];
        logo = logo[..FiveMegabytes];

        (await gus.PutLogo(Cast.HarbourNumber, logo, "image/jpeg")).Is(HttpStatusCode.NoContent);

        Assert.Equal(logo, await gus.GetByteArrayAsync($"{Profile}/logo"));
    }

    public static TheoryData<string, byte[]> Unfit => new()
    {
        { "JPEG or PNG", Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>") },
        { "JPEG or PNG", TestPicture.Png(640, 640)[..20] },
        { "square", TestPicture.Png(640, 480) },
        { "192", TestPicture.Png(191, 191) },
    };

    [Theory, MemberData(nameof(Unfit))]
    public Task A_file_that_is_no_fit_logo_is_refused_with_the_reason_and_the_logo_before_stays(string reason, byte[] file) =>
        AssertRefused(file, status: 422, reason);

    [Fact]
    public Task A_picture_of_more_than_5_MB_is_refused_with_the_reason() => AssertRefused(new byte[FiveMegabytes + 1], status: 413, "5 MB");

    private async Task AssertRefused(byte[] file, int status, string reason)
    {
        var gus = await As(Cast.ForeignAdministrator);
        var logo = TestPicture.Png(200, 200, (1, 2, 3));
        (await gus.PutLogo(Cast.HarbourNumber, logo)).Is(HttpStatusCode.NoContent);

        var answer = (await gus.PutLogo(Cast.HarbourNumber, file)).IsProblem(status, "media_rejected");

        Assert.Contains(reason, (string)answer.Json["detail"]!, StringComparison.Ordinal);
        Assert.Equal(logo, await gus.GetByteArrayAsync($"{Profile}/logo"));
    }

    [Theory]
    [InlineData("image/gif", 415)]
    [InlineData("application/json", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData(null, 415)]
    public async Task A_body_that_is_not_said_to_be_a_picture_is_refused(string? type, int status) =>
        (await (await As(Cast.ForeignAdministrator)).PutLogo(Cast.HarbourNumber, TestPicture.Png(192, 192), type)).IsProblem(status, "invalid_request");

    [Fact]
    public async Task An_empty_body_is_refused() =>
        (await (await As(Cast.ForeignAdministrator)).PutLogo(Cast.HarbourNumber, [])).IsProblem(400, "invalid_request");

    [Theory]
    [InlineData(Cast.SalesNumber)]
    [InlineData("nothing")]
    [InlineData("..")]
    public async Task Another_firms_number_and_one_that_there_is_not_have_no_logo_here(string number)
    {
        var gus = await As(Cast.ForeignAdministrator);
        (await gus.Get($"/api/v1/numbers/{number}/profile/logo")).IsProblem(404, "not_found");
        (await gus.PutLogo(number, TestPicture.Png(192, 192))).IsProblem(404, "not_found");
    }

    [Fact]
    public async Task A_number_without_a_logo_says_so() =>
        (await (await As(Cast.Administrator)).Get($"/api/v1/numbers/{Cast.SupportNumber}/profile/logo")).IsProblem(404, "not_found");

    [Theory]
    [InlineData("uploads", "{\"kind\":\"refuse\",\"code\":190}", 409, "number_restricted")]
    [InlineData("upload", "{\"kind\":\"refuse\",\"code\":131053}", 422, "media_rejected")]
    [InlineData("upload", "{\"kind\":\"serverError\"}", 429, "rate_limited")]
    [InlineData("whatsapp_business_profile", "{\"kind\":\"refuse\",\"code\":100}", 422, "media_rejected")]
    [InlineData("whatsapp_business_profile", "{\"kind\":\"loseRequest\"}", 429, "rate_limited")]
    public async Task A_logo_that_WhatsApp_does_not_take_is_refused_in_our_codes(string call, string fault, int status, string code)
    {
        var ordered = JsonNode.Parse(fault)!;
        (ordered["on"], ordered["count"]) = (call, 1);
        (await Product.Simulator().Post("/control/faults", ordered)).Is(HttpStatusCode.OK);

        (await (await As(Cast.ForeignAdministrator)).PutLogo(Cast.HarbourNumber, TestPicture.Png(192, 192))).IsProblem(status, code);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_a_logo_is_uploaded_is_mended()
    {
        (await Product.Simulator().Post("/control/faults", new { kind = "loseReply", on = "upload", count = 1 })).Is(HttpStatusCode.OK);
        var gus = await As(Cast.ForeignAdministrator);
        var logo = TestPicture.Png(192, 192, (9, 9, 9));

        (await gus.PutLogo(Cast.HarbourNumber, logo)).Is(HttpStatusCode.NoContent);

        Assert.Equal(logo, await gus.GetByteArrayAsync($"{Profile}/logo"));
    }

    private async Task<string> Shown() =>
        (string)(await Product.Simulator().Get("/control/numbers")).Json.AsArray().Single(number => (string?)number!["id"] == Cast.HarbourNumber)!["picture"]!;
}
