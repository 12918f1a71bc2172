using System.Globalization;
using MultiLine.Policy;

return args switch
{
    [] => PolicyBench.Run(seconds: 3),
    ["--seconds", var seconds] => PolicyBench.Run(int.Parse(seconds, CultureInfo.InvariantCulture)),
    _ => Unknown(),
};

static int Unknown()
{
    Console.Error.WriteLine("usage: [--seconds N]");
    return 2;
}
