namespace MultiLine.House.Tests.Projects;

/// <summary>The rules that every project is built under.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData("P:System.DateTime.Now")]
    [InlineData("P:System.DateTime.UtcNow")]
    [InlineData("P:System.DateTimeOffset.UtcNow")]
    [InlineData("M:System.Threading.Thread.Sleep(System.Int32)")]
    [InlineData("M:System.Threading.Tasks.Task.Delay(System.TimeSpan)")]
    public void Reading_the_clock_past_TimeProvider_is_banned(string symbol)
    {
        Assert.Contains(File.ReadLines(Repository.PathOf("eng/BannedSymbols.txt")), line => line.StartsWith($"{symbol};", StringComparison.Ordinal));
        var targets = Repository.Read("Directory.Build.targets");
        Assert.Contains("Microsoft.CodeAnalysis.BannedApiAnalyzers", targets, StringComparison.Ordinal);
        Assert.Contains("eng/BannedSymbols.txt", targets, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_lifts_the_ban()
    {
        const string ban = "RS" + "0030";
        string[] patterns = ["*.cs", "*.csproj", "*.props", "*.targets", ".editorconfig", ".globalconfig"];

        Assert.DoesNotContain(
            patterns.SelectMany(pattern => Repository.Files(pattern)),
            file => Repository.Read(file).Contains(ban, StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_are_errors_everywhere()
    {
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", Repository.Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Empty(ProjectFile.All.Where(project => project.Property("TreatWarningsAsErrors") is not null).Select(project => project.Path));
    }

    [Fact]
    public void The_licence_is_MIT() => Assert.StartsWith("MIT License", Repository.Read("LICENSE"), StringComparison.Ordinal);

    [Fact]
    public void What_runs_the_tests_elsewhere_runs_test_sh() =>
        Assert.Contains("./test.sh", Repository.Read(".ci/run"), StringComparison.Ordinal);
}
