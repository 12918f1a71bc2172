using MultiLine.Cli.Demonstration.Telling;
using MultiLine.Domain.Consent;
using static MultiLine.Cli.Demonstration.Cast.Bank;
using static MultiLine.Cli.Demonstration.Cast.Clients;
using static MultiLine.Cli.Demonstration.Telling.Stage;

namespace MultiLine.Cli.Demonstration.Scripts;

/// <summary>Messages that did not simply arrive.</summary>
internal static class Troubles
{
    public static IReadOnlyList<ThreadScript> Scripts { get; } =
    [
        new(George,
            On(5, "16:30", Asks(Sofia, ConsentBasis.ExistingClient,
                "Hello Mr Halloran, your new cards are on their way. They come in two letters.").And(Fate.NotOnWhatsApp))),
        new(Elena,
            On(13, "11:10", Asks(Marcus, ConsentBasis.ExistingClient, "Hello Ms Marchetti-Roth, the notary has moved the appointment.")),
            On(13, "11:30", Accepts()),
            On(13, "11:31", Writes("To when?")),
            On(13, "11:33", Says(Marcus, "To the 12th at 9:30, same place.").And(Fate.Lost)),
            On(13, "11:52", Retries(Marcus)),
            On(13, "11:58", Writes("The 12th is fine. Your message took a while!"))),
        new(Noor,
            On(8, "10:00", Asks(Hanna, ConsentBasis.InPerson, "Hello Mr van Rijsbergen, all participants of the client evening get the slides here.").And(Fate.Deferred)),
            On(8, "10:25", Accepts()),
            On(8, "10:27", Writes("Lovely evening, thank you. Could you tell me who gave the second talk?")),
            On(8, "10:34", Says(Hanna, "That was our chief economist. His weekly note is in your vault under Research.").And(Fate.Deferred)),
            On(8, "10:40", Writes("I will read it with pleasure."))),
    ];
}
