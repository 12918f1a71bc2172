using MultiLine.Cli.Demonstration.Telling;
using MultiLine.Domain.Consent;
using static MultiLine.Cli.Demonstration.Cast.Bank;
using static MultiLine.Cli.Demonstration.Cast.Clients;
using static MultiLine.Cli.Demonstration.Telling.Stage;

namespace MultiLine.Cli.Demonstration.Scripts;

/// <summary>Clients who were asked and have not answered, or took a second question to answer.</summary>
internal static class OpenQuestions
{
    public static IReadOnlyList<ThreadScript> Scripts { get; } =
    [
        new(Caroline,
            HoursAgo(3, Asks(Sofia, ConsentBasis.ExistingClient,
                "Good day Mrs Ashdown, the trustees have answered. Do you have ten minutes this week?").And(Fate.Delivered))),
        new(Rafael,
            On(4, "14:00", Asks(Marcus, ConsentBasis.Form,
                "Hello Mr Quintanilha, thank you for your enquiry about a portfolio review. When may I call you?").And(Fate.Read))),
        new(Zeynep,
            On(6, "09:20", Asks(Hanna, ConsentBasis.Other).And(Fate.Sent))),
        new(Oliver,
            On(12, "10:10", Asks(Hanna, ConsentBasis.ExistingClient, "Hello Mr Pemberton-Shah, your school fee plan is up for renewal.")),
            On(12, "10:35", Writes("Who is this please?")),
            On(12, "10:52", Writes("Ah, Northwind. Sorry, new phone.")),
            On(12, "10:53", Accepts()),
            On(12, "11:01", Says(Hanna, "No harm done, careful is good. Shall I renew the plan for three years as before?")),
            On(12, "11:20", Writes("Four years please, the youngest starts in September.")),
            On(12, "11:24", Says(Hanna, "Four years. The papers will be in your vault tomorrow."))),
        new(Wilhelmina,
            On(7, "10:15", Asks(Hanna, ConsentBasis.ExistingClient, "Guten Tag Frau Faust-Kern, der Bericht zu Ihrem Depot ist fertig.")),
            On(7, "10:31", Writes("Wer schreibt mir da?")),
            On(7, "10:44", Accepts()),
            On(7, "10:52", Says(Hanna, "Hanna Vogelsang, Ihre Beraterin bei Northwind. Soll ich Ihnen den Bericht ins Postfach legen?")),
            On(7, "11:05", Writes("Ja bitte, Frau Vogelsang. Vielen Dank."))),
    ];
}
