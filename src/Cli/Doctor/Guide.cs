namespace MultiLine.Cli.Doctor;

/// <summary>The guide for Meta's steps, docs/getting-started.md: the headings that checks point to.</summary>
internal static class Guide
{
    public const string File = "docs/getting-started.md";

    public const string Portfolio = "1. Business portfolio";
    public const string App = "2. App";
    public const string Account = "3. WhatsApp business account";
    public const string Number = "4. Phone number and display name";
    public const string Token = "5. System user and token";
    public const string Registration = "6. Registration of the number";
    public const string Settings = "7. Settings of the product";
    public const string Organization = "8. Organisation and line";
    public const string Webhook = "9. Webhook";
    public const string Subscription = "10. Subscription of the account";
    public const string OptIn = "11. Opt-in template";
    public const string Profile = "12. Business profile";
    public const string Sms = "13. SMS";

    /// <summary>Where a heading is, for a browser.</summary>
    public static string PlaceOf(string heading) => $"{File}#{Anchor(heading)}";

    /// <summary>As the pages that show the guide make it: lower case, hyphens for blanks, no other marks.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-').Select(c => c == ' ' ? '-' : c));
}
