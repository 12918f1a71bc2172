namespace MultiLine.Domain.Tests.Policy.Detection;

public sealed class SecretTests
{
    private const string Random36 = "a8Kd03Jq7Zx1Lm5Tn2Bv9Wc6Rf4Yh0Pg3SeU";

    [Theory]
    [InlineData("AKIA", "Z7Q3M1X9K5T2B8WD")]
    [InlineData("ghp_", Random36)]
    [InlineData("glpat-", "a8Kd03Jq7Zx1Lm5Tn2Bv")]
    [InlineData("xoxb-", "1234567890-a8Kd03Jq7Zx1Lm5T")]
    [InlineData("sk_live_", "a8Kd03Jq7Zx1Lm5Tn2Bv9Wc6")]
    [InlineData("sk-ant-", "api03-a8Kd03Jq7Zx1Lm5Tn2Bv9Wc6Rf4")]
    [InlineData("AIza", "a8Kd03Jq7Zx1Lm5Tn2Bv9Wc6Rf4Yh0Pg3Se")]
    [InlineData("SG.", "a8Kd03Jq7Zx1Lm5Tn2Bv9W.c6Rf4Yh0Pg3SeUa8Kd03Jq7Zx1Lm5Tn2Bv9Wc6Rf4Y")]
    [InlineData("npm_", Random36)]
    public void A_vendors_key_is_found_by_its_prefix(string prefix, string rest) => Found.Exactly("API_KEY", $"use [{prefix + rest}], thanks");

    [Fact]
    public void A_signed_token_is_found_whole() =>
        Found.Exactly("API_KEY", "Authorization: Bearer [" + "eyJ" + "hbGciOiJIUzI1NiJ9." + "eyJ" + "zdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U]");

    [Fact]
    public void What_is_random_and_called_a_key_is_one()
    {
        Found.Exactly("API_KEY", $"api key: [{Random36}]");
        Found.Exactly("API_KEY", Random36);
    }

    [Theory]
    [InlineData("key AKIAXXXXXXXXXXXXXXXX")]
    [InlineData("key thequickbrownfoxjumpsoverthelazydog")]
    [InlineData("token a-long-name-with-many-words-in-it")]
    [InlineData("key 12345678901234567890123456")]
    public void What_only_looks_like_a_key_is_none(string text) => Found.Exactly("API_KEY", text);

    [Fact]
    public void A_private_key_reaches_to_its_end_or_to_that_of_the_text()
    {
        const string begin = "-----BEGIN RSA " + "PRIVATE KEY-----";
        const string end = "-----END RSA " + "PRIVATE KEY-----";
        Found.Exactly("PRIVATE_KEY", $"here: [{begin}\nMIIE\n{end}] done");
        Found.Exactly("PRIVATE_KEY", $"here: [{begin}\nMIIE and so on]");
        Found.Exactly("PRIVATE_KEY", "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----");
    }
}
