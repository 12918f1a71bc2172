using Microsoft.AspNetCore.Builder;
using MultiLine.Api.Authorization;
using MultiLine.Api.Tests.Support;

namespace MultiLine.Api.Tests.Problems;

public sealed class FaultTests
{
    [Fact]
    public async Task A_fault_of_ours_shows_nothing_but_where_operators_find_it()
    {
        await using var product = await Product.StartAsync(app => app.MapGet("/fault", Fail).Requires(Authorization.Access.Anyone));

        var answer = (await product.Anonymous().Get("/fault")).IsProblem(500, "internal_error");

        Assert.DoesNotContain("a detail of ours", answer.Text, StringComparison.Ordinal);
        var place = ((string)answer.Json["detail"]!).TrimEnd('.').Split(' ')[^1];
        Assert.Contains(product.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)
            && line.Contains(place, StringComparison.Ordinal) && line.Contains("a detail of ours", StringComparison.Ordinal));
    }

    private static string Fail() => throw new InvalidOperationException("a detail of ours");
}
