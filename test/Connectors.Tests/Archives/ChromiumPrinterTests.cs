using System.Text;
using MultiLine.Connectors.Archives;

namespace MultiLine.Connectors.Tests.Archives;

public sealed class ChromiumPrinterTests
{
    private static readonly ChromiumPrinter? Printer = ChromiumPrinter.Find(TimeProvider.System);

    [ChromiumFact]
    public async Task Pages_become_a_PDF_on_their_own_paper()
    {
        const string html = "<style>@page { size: 8.5in 11in } p { break-after: page }</style><p>one</p><p>two</p>three";

        var pdf = Encoding.Latin1.GetString(await Printer!.PrintAsync(html, CancellationToken.None));

        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Equal(3, pdf.Split("/Type /Page\n").Length - 1);
        Assert.Contains("/MediaBox [0 0 612 792]", pdf, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task A_print_that_nobody_waits_for_any_more_is_given_up()
    {
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Printer!.PrintAsync("<p>one</p>", given.Token));
    }

    [Fact]
    public void Where_there_is_no_Chromium_nothing_prints_and_people_are_told_what_to_do()
    {
        Assert.Null(ChromiumPrinter.Find(TimeProvider.System, path: AppContext.BaseDirectory));
        Assert.Contains("apt-get install chromium", ChromiumPrinter.Missing, StringComparison.Ordinal);
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ChromiumFactAttribute : FactAttribute
    {
        public ChromiumFactAttribute() => Skip = Printer is null ? "needs Chromium on the PATH" : null;
    }
}
