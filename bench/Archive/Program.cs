using System.Globalization;
using MultiLine.Archive;

return args switch
{
    ["verify"] => await VerifyBench.RunAsync(1_000_000),
    ["verify", "--records", var records] => await VerifyBench.RunAsync(int.Parse(records, CultureInfo.InvariantCulture)),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("usage: verify [--records N]");
    return 2;
}
