using System.Globalization;
using MultiLine.Pages;
using MultiLine.Pages.Browsing;
using MultiLine.Pages.Seeding;

if (Chromium.MissingBecause is { } missing)
{
    Console.Error.WriteLine(missing);
    return 1;
}

return await PagesBench.RunAsync(
    new Size(Threads: Number(args, "--threads", 10_000), LongThread: Number(args, "--messages", 100_000)), fresh: args.Contains("--fresh"));

static int Number(string[] options, string name, int otherwise)
{
    var at = Array.IndexOf(options, name);
    return at < 0 ? otherwise : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
}
