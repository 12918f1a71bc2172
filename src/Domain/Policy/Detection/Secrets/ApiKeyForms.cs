using System.Buffers;

namespace MultiLine.Domain.Policy.Detection.Secrets;

/// <summary>How vendors write their keys, after their documentation and after what they tell the scanners of code hosts.</summary>
internal static class ApiKeyForms
{
    private const string Base64Url = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string Hex = "0123456789abcdefABCDEF";

    private static readonly Form[] All =
    [
        // AWS
        new("AKIA", Capitals, 16, 16), new("ASIA", Capitals, 16, 16), new("ABIA", Capitals, 16, 16), new("ACCA", Capitals, 16, 16),
        // Google
        new("AIza", Base64Url, 35, 35), new("GOCSPX-", Base64Url, 28, 28), new("ya29.", Base64Url, 20, 400),
        // GitHub, GitLab
        new("ghp_", Letters, 36, 255), new("gho_", Letters, 36, 255), new("ghu_", Letters, 36, 255), new("ghs_", Letters, 36, 255),
        new("ghr_", Letters, 36, 255), new("github_pat_", Base64Url, 36, 255), new("glpat-", Base64Url + ".", 20, 300), new("gldt-", Base64Url, 20, 64),
        new("glrt-", Base64Url, 20, 64),
        // Slack
        new("xoxb-", Base64Url, 20, 255), new("xoxp-", Base64Url, 20, 255), new("xoxa-", Base64Url, 20, 255), new("xoxr-", Base64Url, 20, 255),
        new("xoxs-", Base64Url, 20, 255), new("xapp-", Base64Url, 20, 255),
        // Stripe
        new("sk_live_", Letters, 16, 247), new("sk_test_", Letters, 16, 247), new("rk_live_", Letters, 16, 247), new("rk_test_", Letters, 16, 247),
        new("whsec_", Letters + "+/=", 24, 128),
        // OpenAI, Anthropic and others that begin with sk-
        new("sk-ant-", Base64Url, 24, 200), new("sk-proj-", Base64Url, 24, 255), new("sk-svcacct-", Base64Url, 24, 255), new("sk-or-", Base64Url, 24, 255),
        new("sk-", Letters, 32, 255),
        // Twilio, SendGrid, Mailgun, Mailchimp, Postman
        new("SK", Hex, 32, 32), new("AC", Hex, 32, 32), new("SG.", Base64Url + ".", 60, 80), new("key-", Hex, 32, 32), new("PMAK-", Hex + "-", 59, 59),
        // npm, PyPI, NuGet, Docker, Hugging Face
        new("npm_", Letters, 36, 36), new("pypi-", Base64Url, 50, 255), new("oy2", "abcdefghijklmnopqrstuvwxyz0123456789", 43, 43),
        new("dckr_pat_", Base64Url, 24, 64), new("hf_", Letters, 30, 64),
        // Shopify, Square, DigitalOcean, Databricks, Doppler, HashiCorp, Grafana, New Relic, Linear, Atlassian, Meta
        new("shpat_", Hex, 32, 32), new("shpss_", Hex, 32, 32), new("shpca_", Hex, 32, 32), new("sq0atp-", Base64Url, 22, 22),
        new("sq0csp-", Base64Url, 43, 43), new("dop_v1_", Hex, 64, 64), new("dapi", Hex, 32, 32), new("dp.pt.", Letters, 40, 44),
        new("hvs.", Base64Url, 24, 128), new("glc_", Letters + "+/=", 32, 400), new("glsa_", Letters + "_", 40, 64), new("NRAK-", Capitals, 27, 27),
        new("lin_api_", Letters, 40, 40), new("ATATT3", Base64Url + "=", 100, 255), new("EAA", Letters, 100, 400),
    ];

    /// <summary>By the first letter of the prefix.</summary>
    private static readonly Form[][] ByLetter = [.. Enumerable.Range(0, 128).Select(c => All.Where(f => f.Prefix[0] == c).ToArray())];

    /// <summary>The length of the key that the text begins with; 0 if it begins with none.</summary>
    public static int Match(ReadOnlySpan<char> text)
    {
        foreach (var form in ByLetter[text[0]])
        {
            if (text.StartsWith(form.Prefix) && form.LengthIn(text) is > 0 and var length)
                return length;
        }

        return 0;
    }

    private sealed class Form(string prefix, string alphabet, int shortest, int longest)
    {
        private readonly SearchValues<char> _alphabet = SearchValues.Create(alphabet);

        public string Prefix => prefix;

        /// <summary>0 if it is too short or too long.</summary>
        public int LengthIn(ReadOnlySpan<char> text)
        {
            var rest = text[prefix.Length..];
            rest = rest[..Math.Min(rest.Length, longest + 1)];
            var length = rest.IndexOfAnyExcept(_alphabet) is >= 0 and var other ? other : rest.Length;
            while (length > 0 && rest[length - 1] is '.' or '-')
                length--;
            return length >= shortest && length <= longest ? prefix.Length + length : 0;
        }
    }
}
