using System.Text;
using MultiLine.Connectors.WhatsApp.Webhooks;

namespace MultiLine.Connectors.Tests.WhatsApp.Webhooks;

public sealed class WebhookSignatureTests
{
    // Published with the tests of another client, computed again with openssl.
    private const string Vector = "sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914";

    private static readonly byte[] Body = "test"u8.ToArray();

    [Fact]
    public void A_known_signature_is_accepted() => Assert.True(WebhookSignature.Verify(Body, Vector, ["secret"]));

    [Fact]
    public void Our_own_signature_is_the_known_one() => Assert.Equal(Vector, WebhookSignature.Sign(Body, "secret"));

    [Theory]
    [InlineData("old", "secret")]
    [InlineData("secret", "new")]
    [InlineData("", "secret")]
    public void Any_of_the_secrets_may_have_signed(params string[] secrets) => Assert.True(WebhookSignature.Verify(Body, Vector, secrets));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914")]
    [InlineData("sha1=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914")]
    [InlineData("sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c09")]
    [InlineData("sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c091400")]
    [InlineData("sha256=0329a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0915")]
    [InlineData("sha256=zz29a06b62cd16b33eb6792be8c60b158d89a2ee3a876fce9a881ebb488c0914")]
    public void Another_header_is_refused(string? header) => Assert.False(WebhookSignature.Verify(Body, header, ["secret"]));

    [Fact]
    public void Another_body_is_refused() => Assert.False(WebhookSignature.Verify("test "u8, Vector, ["secret"]));

    [Fact]
    public void Another_secret_is_refused() => Assert.False(WebhookSignature.Verify(Body, Vector, ["Secret"]));

    [Fact]
    public void Without_a_secret_nothing_is_accepted()
    {
        Assert.False(WebhookSignature.Verify(Body, Vector, []));
        Assert.False(WebhookSignature.Verify(Body, WebhookSignature.Sign(Body, ""), [""]));
    }

    [Fact]
    public void The_bytes_are_signed_as_they_came_not_what_they_mean()
    {
        var escaped = Encoding.UTF8.GetBytes("""{"text":"\u00e4\u00f6\u00e5 \/"}""");
        var plain = Encoding.UTF8.GetBytes("""{"text":"äöå /"}""");
        var header = WebhookSignature.Sign(escaped, "secret");

        Assert.True(WebhookSignature.Verify(escaped, header, ["secret"]));
        Assert.False(WebhookSignature.Verify(plain, header, ["secret"]));
    }
}
