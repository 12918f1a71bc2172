using MultiLine.Pages.Browsing;

namespace MultiLine.Pages.Measuring;

/// <summary>Everything that is measured on one screen.</summary>
internal sealed class Look(Func<Task<Visitor>> open, Screen screen, string contact, Worst worst)
{
    public const string Inbox = $"lines/{Bank.Line}";

    public static string Thread(string contact) => $"{Inbox}/threads/{contact}";

    public async Task RunAsync()
    {
        await LoadAsync("inbox", Inbox, Visitor.Row);
        await LoadAsync("thread", Thread(contact), Visitor.Message);
        await ScrollAsync("inbox", Inbox, Visitor.Row, Visitor.List, 1);
        await ScrollAsync("thread", Thread(contact), Visitor.Message, Visitor.Timeline, -1);

        await using var visitor = await open();
        await visitor.VisitAsync(Thread(contact), Visitor.Message);
        await visitor.RestAsync();
        var jump = await Prepending.MeasureAsync(visitor);
        Say($"thread, older messages come in above: what is read moves by {jump:0.##} px");
        worst.Take("prepend_jump_px", jump, "px");
    }

    private async Task LoadAsync(string what, string path, string selector)
    {
        var loading = await Loading.MeasureAsync(open, path, selector);
        Say($"{what}, first row: first visit {loading.ColdMs:0} ms, second visit {loading.WarmMs:0} ms; layout shift {loading.Shift:0.####}");
        worst.Take("first_row_ms", Math.Max(loading.ColdMs, loading.WarmMs), "ms");
        worst.Take("layout_shift", loading.Shift, "score");
    }

    private async Task ScrollAsync(string what, string path, string selector, string scroller, int direction)
    {
        await using var visitor = await open();
        await visitor.VisitAsync(path, selector);
        await visitor.RestAsync();
        Take($"{what}, scrolling while pages load", await Scrolling.MeasureAsync(visitor, scroller, direction));
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var pages = await visitor.LoadAllAsync(scroller, direction);
        Say($"{what}, {pages} pages of the list loaded after another {clock.Elapsed.TotalSeconds:0} s; script memory {await visitor.HeapAsync() / 1e6:0} MB");
        Take($"{what}, scrolling back", await Scrolling.MeasureAsync(visitor, scroller, -direction));
    }

    private void Take(string what, Scrolling scrolling)
    {
        Say($"{what}: {scrolling.Seen.Frames.Count} frames, 95 % within {scrolling.P95Ms:0.#} ms, the longest {scrolling.Seen.Frames.Max():0} ms, "
            + $"{scrolling.Seen.LongTasks} long tasks; {scrolling.Seen.Nodes} elements; layout shift {scrolling.Seen.Shift:0.####}; {scrolling.Pixels:0} px");
        worst.Take("frame_p95_ms", scrolling.P95Ms, "ms");
        worst.Take("dom_nodes", scrolling.Seen.Nodes, "elements");
        worst.Take("layout_shift", scrolling.Seen.Shift, "score");
    }

    private void Say(string what) => Console.WriteLine($"{screen.Name}: {what}");
}
