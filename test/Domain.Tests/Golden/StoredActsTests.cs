using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MultiLine.Domain.Audit;

namespace MultiLine.Domain.Tests.Golden;

/// <summary>What people did is stored for years: each form that was ever written stays readable, and is written the same way.</summary>
public sealed class StoredActsTests
{
    private const string Acts = "v1/acts";

    public static TheoryData<string> Names => [.. GoldenActs.V1.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_act_is_read_as_it_was_meant(string name) =>
        Assert.Equal(GoldenActs.V1[name], AuditFormat.Read(1, GoldenFiles.Read(Acts, name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_act_is_written_as_it_always_was(string name) =>
        Assert.Equal(Encoding.UTF8.GetString(GoldenFiles.Read(Acts, name)), Encoding.UTF8.GetString(AuditFormat.Write(GoldenActs.V1[name])));

    [Fact]
    public void Every_golden_file_is_looked_at() => Assert.Equal(GoldenActs.V1.Keys.Order(StringComparer.Ordinal), GoldenFiles.Names(Acts));

    [Fact]
    public void Every_act_has_a_stable_name_and_a_golden_file()
    {
        var declared = typeof(AuditEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .ToDictionary(attribute => attribute.DerivedType, attribute => (string)attribute.TypeDiscriminator!);
        var existing = typeof(AuditEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AuditEvent)));

        Assert.Equal(existing.OrderBy(type => type.Name, StringComparer.Ordinal), declared.Keys.OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.All(declared, pair => Assert.Contains(
            GoldenActs.V1, golden => golden.Value.GetType() == pair.Key && golden.Key.Split('.')[0] == pair.Value));
        Assert.All(GoldenActs.V1, golden => Assert.Equal(golden.Key.Split('.')[0], AuditFormat.TypeName(golden.Value)));
    }

    /// <summary>An optional property that no golden file has could change its name unseen.</summary>
    [Fact]
    public void Every_property_of_an_act_is_in_some_golden_file()
    {
        foreach (var acts in GoldenActs.V1.Values.GroupBy(act => act.GetType()))
        {
            foreach (var property in acts.Key.GetProperties().Where(property => property.Name != "EqualityContract"))
            {
                Assert.True(acts.Any(act => property.GetValue(act) is not null), $"No golden file has {acts.Key.Name}.{property.Name}");
            }
        }
    }

    [Fact]
    public void A_schema_that_is_newer_than_this_release_is_refused()
    {
        var error = Assert.Throws<JsonException>(() => AuditFormat.Read(2, GoldenFiles.Read(Acts, "policy_changed")));

        Assert.Equal("Acts of schema 2 are newer than this release, which reads up to 1.", error.Message);
    }
}
