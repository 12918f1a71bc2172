using System.Text.RegularExpressions;

namespace MultiLine.House.Tests.Projects;

public sealed partial class ActorHostFileTests
{
    /// <summary>Tests of what only the embedded host promises.</summary>
    private const string Own = "test/Embedded.Tests/Own";

    [Fact]
    public void No_source_is_compiled_on_a_condition() => Assert.DoesNotContain(
        Repository.Files("*.cs"),
        file => Conditional().IsMatch(Repository.Read(file)));

    [Fact]
    public void No_project_defines_a_constant() => Assert.DoesNotContain(
        Repository.Files("*.csproj").Concat(Repository.Files("*.props")).Concat(Repository.Files("*.targets")),
        file => Repository.Read(file).Contains("<DefineConstants", StringComparison.Ordinal));

    [Fact]
    public void A_file_of_one_actor_host_has_its_counterpart_for_the_other() => Assert.Equal(
        Repository.Files("*.Embedded.cs", "src").Select(file => file.Replace(".Embedded.cs", ".Orleans.cs", StringComparison.Ordinal)),
        Repository.Files("*.Orleans.cs", "src"));

    [Fact]
    public void In_src_only_the_hosting_differs_from_host_to_host() => Assert.All(
        Repository.Files("*.Embedded.cs", "src").Concat(Repository.Files("*.Orleans.cs", "src")),
        file => Assert.Matches(@"/Hosting\.(Embedded|Orleans)\.cs$", file));

    [Fact]
    public void What_needs_the_Azure_packages_is_in_the_hosting_only() => Assert.All(
        Repository.Files("*.Azure.cs"),
        file => Assert.Matches(@"^src/(\w+/Hosting|Hosting/\w+/\w+)\.Azure\.cs$", file));

    [Fact]
    public void In_the_conformance_suite_only_the_fixture_differs_and_what_one_host_promises_alone_has_its_own_room() => Assert.Equal(
        ["test/Embedded.Tests/Host/ActorHostFixture.Embedded.cs", "test/Embedded.Tests/Host/ActorHostFixture.Orleans.cs"],
        Repository.Files("*.Embedded.cs", "test/Embedded.Tests").Concat(Repository.Files("*.Orleans.cs", "test/Embedded.Tests"))
            .Where(file => !file.StartsWith(Own, StringComparison.Ordinal)));

    [Fact]
    public void In_the_room_of_the_embedded_host_every_file_is_its_own() => Assert.All(
        Repository.Files("*.cs", Own),
        file =>
        {
            Assert.EndsWith(".Embedded.cs", file, StringComparison.Ordinal);
            Assert.Matches(OwnNamespace(), Repository.Read(file));
        });

    [GeneratedRegex(@"^namespace MultiLine\.Embedded\.Tests\.Own\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex OwnNamespace();

    [GeneratedRegex(@"^\s*#\s*(if|elif|define)\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Conditional();
}
