using System.Globalization;
using MultiLine.Load.Activation;
using MultiLine.Load.Faults;
using MultiLine.Load.Faults.Steps;
using MultiLine.Load.Inbound;
using MultiLine.Load.Inbound.Limits;

return args switch
{
    ["inbound", .. var options] => await InboundBench.RunAsync(
        rate: Number(options, "--rate", 10_000), seconds: Number(options, "--seconds", 60), conversations: Number(options, "--conversations", 10_000)),
    ["bare-kestrel", .. var options] => await BareKestrel.ServeAsync(options),
    ["faults", "--steps"] => await StepBench.RunAsync(),
    ["faults", .. var options] => await FaultBench.RunAsync(kills: Number(options, "--kills", 5), seed: Number(options, "--seed", Environment.TickCount)),
    ["activation", .. var options] => await ActivationBench.RunAsync(
        conversations: Number(options, "--conversations", 20), events: Number(options, "--events", 100_000), rounds: Number(options, "--rounds", 5)),
    _ => Unknown(),
};

static int Number(string[] options, string name, int otherwise)
{
    var at = Array.IndexOf(options, name);
    return at < 0 ? otherwise : int.Parse(options[at + 1], CultureInfo.InvariantCulture);
}

static int Unknown()
{
    Console.Error.WriteLine("usage: inbound [--rate N] [--seconds N] [--conversations N] | faults [--kills N] [--seed N] | faults --steps");
    Console.Error.WriteLine("       activation [--conversations N] [--events N] [--rounds N]");
    return 2;
}
