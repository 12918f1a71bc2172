using System.Reflection;
using MultiLine.Api.Problems;
using MultiLine.Domain;

namespace MultiLine.Api.Tests.Problems;

public sealed class CatalogTests
{
    public static TheoryData<string> Codes => [.. Constants(typeof(RefusalCodes)), .. Constants(typeof(ProblemCodes))];

    [Theory, MemberData(nameof(Codes))]
    public void Every_code_has_a_status_and_a_title(string code)
    {
        Assert.True(ProblemCatalog.Knows(code), $"{code} is not in the catalogue.");
        Assert.InRange(ProblemCatalog.Status(code), 400, 503);
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!);
}
