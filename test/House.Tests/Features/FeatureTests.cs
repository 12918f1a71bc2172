using System.Text.RegularExpressions;

namespace MultiLine.House.Tests.Features;

public sealed partial class FeatureTests
{
    private static IReadOnlyList<Feature> Table { get; } = FeatureTable.Load();

    [Fact]
    public void Every_feature_is_done_or_not_yet() => Assert.All(Table, feature => Assert.Contains(feature.State, (string[])["done", "not yet"]));

    [Fact]
    public void A_feature_is_done_when_a_test_shows_it() => Assert.All(Table, feature => Assert.Equal(feature.Done, feature.Tests.Count > 0));

    [Fact]
    public void A_done_feature_names_tests_that_exist_and_run()
    {
        var running = TestSources.Methods.Where(method => !method.Skipped).Select(method => method.Name);

        Assert.Empty(Table.SelectMany(feature => feature.Tests).Except(running));
    }

    [Fact]
    public void Every_reason_code_has_its_row()
    {
        var codes = StringConstant().Matches(Repository.Read("src/Domain/RefusalCodes.cs")).Select(match => match.Groups["value"].Value).ToList();

        Assert.NotEmpty(codes);
        Assert.DoesNotContain(codes, code => !Table.Any(feature => feature.Text.StartsWith($"`{code}`", StringComparison.Ordinal)));
    }

    [GeneratedRegex("= \"(?<value>[a-z_]+)\";", RegexOptions.ExplicitCapture)]
    private static partial Regex StringConstant();
}
