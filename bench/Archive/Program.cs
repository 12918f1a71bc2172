using System.Globalization;
using MultiLine.Archive;
using MultiLine.Archive.Searching;

return args switch
{
    ["verify", .. var options] => await VerifyBench.RunAsync(Number(options, "--records", 1_000_000)),
    ["search", .. var options] => await SearchBench.RunAsync(Number(options, "--messages", 1_000_000)),
    ["ledger", .. var options] => await LedgerBench.RunAsync(Number(options, "--records", 500_000)),
    _ => Unknown(),
};

static int Number(string[] options, string name, int otherwise)
{
    var at = Array.IndexOf(options, name);
    return at < 0 ? otherwise : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
}

static int Unknown()
{
    Console.Error.WriteLine("usage: verify [--records N] | search [--messages N] | ledger [--records N]");
    return 2;
}
