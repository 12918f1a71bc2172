using System.Text.RegularExpressions;
using MultiLine.Cli.Doctor;
using MultiLine.Cli.Doctor.Checks;

namespace MultiLine.Cli.Tests.Doctor;

/// <summary>The guide and the doctor say the same.</summary>
public sealed partial class GuideTests
{
    private static readonly string Text = Read(Guide.File);

    public static TheoryData<string> Names => [.. AllChecks.List.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_check_is_named_by_the_step_that_it_points_to_and_by_the_table(string name)
    {
        var check = AllChecks.List.Single(check => check.Name == name);

        Assert.Contains($"`{name}`", Section(check.Heading), StringComparison.Ordinal);
        Assert.Contains($"`{name}`", Section("multiline doctor"), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_check_that_a_step_names_exists()
    {
        var named = CheckLine().Matches(Text).SelectMany(line => Word().Matches(line.Value)).Select(word => word.Groups["word"].Value).ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(AllChecks.List.Select(check => check.Name)));
    }

    [Fact]
    public void The_guide_names_the_webhook_fields_that_the_product_uses()
    {
        var listed = Text.Split("<!-- fields that the product uses -->")[1].Split("<!-- end of the fields -->")[0];

        Assert.Equal(WebhookChecks.NeededFields, Word().Matches(listed).Select(word => word.Groups["word"].Value));
    }

    [Fact]
    public void The_guide_names_only_settings_that_are_documented()
    {
        var documented = new[] { "docs/settings.md", "docs/whatsapp.md", "docs/sms.md" }
            .SelectMany(file => Setting().Matches(Read(file))).Select(setting => setting.Value).ToHashSet(StringComparer.Ordinal);
        var named = Setting().Matches(Text).Select(setting => setting.Value)
            .Concat(Variable().Matches(Text).Select(variable => variable.Value.Replace("__", ":", StringComparison.Ordinal)))
            .Distinct().ToList();

        Assert.Contains("WhatsApp:AccessToken", named);
        Assert.Empty(named.Except(documented));
    }

    private static string Section(string heading)
    {
        var begin = Text.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        Assert.True(begin >= 0, $"{Guide.File} has no heading “{heading}”.");
        var end = Text.IndexOf("\n## ", begin + 1, StringComparison.Ordinal);
        return end < 0 ? Text[begin..] : Text[begin..end];
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Project.Folder, file)).ReplaceLineEndings("\n");

    /// <summary>From “Check:” to the end of the list item.</summary>
    [GeneratedRegex(@"^- Checks?:.*?(?=^\S|^$)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CheckLine();

    [GeneratedRegex("`(?<word>[a-z_-]+)`", RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(WhatsApp|Sms|Storage|Sending|Conversation|Cluster|Archive|Session|Events):[A-Z]\w*(:\d)?")]
    private static partial Regex Setting();

    [GeneratedRegex(@"\b(WhatsApp|Sms|Storage)__[A-Z]\w*?(__\d)?\b")]
    private static partial Regex Variable();
}
