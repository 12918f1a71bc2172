using System.Text;
using MultiLine.Connectors.Sms.Webhooks;

namespace MultiLine.Connectors.Tests.Sms.Webhooks;

/// <summary>The expected signatures come from Twilio's own libraries: twilio-csharp's test vector, and what the npm package twilio 6.2.0 computes.</summary>
public sealed class SmsSignatureTests
{
    private const string Token = "12345";
    private const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private const string Call = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    private const string Json = """{"property": "value", "boolean": true}""";
    private const string JsonUrl =
        "https://mycompany.com/myapp.php?bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    [Theory]
    [InlineData(Url, Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData(Url, "MediaUrl=https%3A%2F%2Fb&Body=Gr%C3%BC%C3%9Fe+%26+mehr&MediaUrl=https%3A%2F%2Fa&a=lower&Z=upper&MediaUrl=https%3A%2F%2Fb", "nhjKKl8OAKx4m9NgFcKOrOzaEA4=")]
    [InlineData("https://MyCompany.com:443/sms/status?attempt=a1", "MessageSid=SM1&MessageStatus=sent", "KoeNA6at/Au/zKmIifmjt8kpn+w=")]
    [InlineData("https://MyCompany.com/sms/status?attempt=a1", "MessageSid=SM1&MessageStatus=sent", "KoeNA6at/Au/zKmIifmjt8kpn+w=")]
    [InlineData("http://[::1]:8080/sms", "Body=", "QC9rNcAVToDr3GVwIlly4pZz/Eo=")]
    public void What_Twilio_signs_is_signed(string url, string form, string signature)
    {
        Assert.True(Verify(url, form, signature));
        Assert.True(SmsSignature.Verify(url, isForm: true, Encoding.UTF8.GetBytes(form), signature, ["another", Token]));
    }

    [Fact]
    public void A_signature_over_the_address_without_its_port_is_good_for_the_address_with_it()
    {
        var form = SmsForm.Parse("Body=Hello"u8);

        Assert.True(Verify("https://bank.example:443/sms", "Body=Hello", SmsSignature.Sign("https://bank.example/sms", form, Token)));
        Assert.False(Verify("https://bank.example/sms", "Body=Hello", SmsSignature.Sign("https://bank.example:444/sms", form, Token)));
        Assert.False(Verify("https://bank.example/sms", "Body=Hello", SmsSignature.Sign("https://Bank.example/sms", form, Token)));
    }

    [Theory]
    [InlineData(Url, Call, null)]
    [InlineData(Url, Call, "")]
    [InlineData(Url, Call, "no base64")]
    [InlineData(Url, Call, "RSOYDt4T1cUTdK1PDd93/VVr8A8=")]
    [InlineData(Url, Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8=AAAA")]
    [InlineData(Url, Call + "&Extra=1", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=3", Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    public void Anything_else_is_not_signed(string url, string form, string? signature) => Assert.False(Verify(url, form, signature));

    [Fact]
    public void Without_a_token_nothing_is_signed()
    {
        var form = Encoding.UTF8.GetBytes(Call);
        var forged = SmsSignature.Sign(Url, SmsForm.Parse(form), "");

        Assert.False(SmsSignature.Verify(Url, isForm: true, form, forged, []));
        Assert.False(SmsSignature.Verify(Url, isForm: true, form, forged, [""]));
    }

    [Fact]
    public void A_body_of_JSON_is_covered_by_its_hash_in_the_address()
    {
        const string Signature = "y77kIzt2vzLz71DgmJGsen2scGs=";
        Assert.True(SmsSignature.Verify(JsonUrl, isForm: false, Encoding.UTF8.GetBytes(Json), Signature, [Token]));
        Assert.False(SmsSignature.Verify(JsonUrl, isForm: false, Encoding.UTF8.GetBytes(Json + " "), Signature, [Token]));

        // Signed, but nothing in it covers the body.
        var bare = SmsSignature.Sign(Url, new SmsForm([]), Token);
        Assert.False(SmsSignature.Verify(Url, isForm: false, Encoding.UTF8.GetBytes(Json), bare, [Token]));
    }

    private static bool Verify(string url, string form, string? signature) =>
        SmsSignature.Verify(url, isForm: true, Encoding.UTF8.GetBytes(form), signature, [Token]);
}
