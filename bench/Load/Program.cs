using System.Globalization;
using MultiLine.Load.Activation;
using MultiLine.Load.Faults;
using MultiLine.Load.Faults.Steps;
using MultiLine.Load.Inbound;
using MultiLine.Load.Inbound.Limits;
using MultiLine.Load.Memory;
using MultiLine.Load.Outbound;
using MultiLine.Load.Startup;

return args switch
{
    ["inbound", .. var options] => await InboundBench.RunAsync(
        rate: Number(options, "--rate", 10_000), seconds: Number(options, "--seconds", 60), conversations: Number(options, "--conversations", 10_000)),
    ["bare-kestrel", .. var options] => await BareKestrel.ServeAsync(options),
    ["faults", "--steps"] => await StepBench.RunAsync(),
    ["faults", .. var options] => await FaultBench.RunAsync(kills: Number(options, "--kills", 5), seed: Number(options, "--seed", Environment.TickCount)),
    ["outbound", .. var options] => await OutboundBench.RunAsync(
        messages: Number(options, "--messages", 10_000), contacts: Number(options, "--contacts", 9_000)),
    ["activation", .. var options] => await ActivationBench.RunAsync(
        conversations: Number(options, "--conversations", 20), events: Number(options, "--events", 100_000), rounds: Number(options, "--rounds", 5)),
    ["startup", .. var options] => await StartupBench.RunAsync(messages: Number(options, "--messages", 2_000_000), kills: Number(options, "--kills", 5)),
    ["memory", .. var options] => await MemoryBench.RunAsync(conversations: Number(options, "--conversations", 100_000)),
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
    Console.Error.WriteLine("       outbound [--messages N] [--contacts N] | activation [--conversations N] [--events N] [--rounds N] | startup [--messages N] [--kills N] | memory [--conversations N]");
    return 2;
}
