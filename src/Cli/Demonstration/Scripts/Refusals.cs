using MultiLine.Cli.Demonstration.Telling;
using MultiLine.Domain.Consent;
using static MultiLine.Cli.Demonstration.Cast.Bank;
using static MultiLine.Cli.Demonstration.Cast.Clients;
using static MultiLine.Cli.Demonstration.Telling.Stage;

namespace MultiLine.Cli.Demonstration.Scripts;

/// <summary>Clients who said no, or stop, and one who came back.</summary>
internal static class Refusals
{
    public static IReadOnlyList<ThreadScript> Scripts { get; } =
    [
        new(MeiLing,
            On(14, "17:30", Asks(Marcus, ConsentBasis.InPerson, "Hello Ms Kwan, here is the fund sheet that we spoke about.")),
            On(14, "18:05", Declines())),
        new(Dmitri,
            On(11, "09:40", Asks(Sofia, ConsentBasis.ExistingClient, "Good morning Mr Volansky, your deposit box contract ends this month.")),
            On(11, "10:12", Writes("No")),
            On(11, "10:14", Writes("Please by letter only, as always."))),
        new(Fatou,
            On(21, "12:00", Asks(Hanna, ConsentBasis.ExistingClient, "Hello Ms Ndiaye-Marsh, the new rates for your savings plan are out.")),
            On(21, "12:20", Accepts()),
            On(21, "12:24", Writes("Thank you. What do I get from January?")),
            On(21, "12:30", Says(Hanna, "2.9% instead of 2.6%, without any change on your side.")),
            On(10, "12:00", Sends(Hanna, Cast.Templates.AnnualReview, "Ms Ndiaye-Marsh", "Hanna Vogelsang")),
            On(10, "12:41", Writes("STOP"))),
        new(Samuel,
            On(23, "18:10", Asks(Marcus, ConsentBasis.Form, "Hello Mr Brightwater, your wire of yesterday has arrived.")),
            On(23, "18:30", Accepts()),
            On(23, "18:32", Writes("Good, thanks.")),
            On(16, "18:00", Sends(Marcus, Cast.Templates.CallbackOffer, "Samuel")),
            On(16, "18:09", Writes("Stop")),
            On(9, "13:45", Writes("Yes")),
            On(9, "13:47", Writes("I changed my mind, this is handier than waiting on the phone. Can you call me today?")),
            On(9, "13:55", Says(Marcus, "Welcome back Mr Brightwater. I will call at 15:00 your time.")),
            On(9, "13:58", Writes("👌"))),
    ];
}
