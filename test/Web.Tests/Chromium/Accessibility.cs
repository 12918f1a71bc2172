using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace MultiLine.Web.Tests.Chromium;

/// <summary>What axe finds without a person: names, roles, contrast, structure. That a page makes sense to somebody is for people to see.</summary>
/// <remarks><see href="https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md"/></remarks>
internal static class Accessibility
{
    /// <summary>What axe finds in order is not told, element by element, which takes it longer than looking.</summary>
    private static readonly AxeRunOptions OnlyViolations = new() { ResultTypes = new HashSet<ResultType> { ResultType.Violations } };

    /// <summary>Looks at everything that is shown now.</summary>
    /// <remarks>In the page itself: the other way opens one more tab for each look, for the sake of frames of other origins, of which there are none.</remarks>
    public static async Task HasNoViolationsAsync(this Window window)
    {
#pragma warning disable CS0618
        var found = await window.Page.RunAxeLegacy(options: OnlyViolations);
#pragma warning restore CS0618
        Assert.True(found.Violations.Length == 0, $"{window.Page.Url} ({window.Look}):\n{string.Join('\n', found.Violations.Select(Tell))}");
    }

    private static string Tell(AxeResultItem rule) =>
        $"{rule.Id} ({rule.Impact}): {rule.Help}, see {rule.HelpUrl}\n{string.Concat(rule.Nodes.Select(Tell))}";

    private static string Tell(AxeResultNode node) =>
        $"  at {node.Target}: {node.Html}\n{string.Concat(Reasons(node).Select(reason => $"    {reason}\n"))}";

    private static IEnumerable<string> Reasons(AxeResultNode node) =>
        node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message);
}
