using MultiLine.Cli.Demonstration.Telling;
using MultiLine.Domain.Consent;
using static MultiLine.Cli.Demonstration.Cast.Bank;
using static MultiLine.Cli.Demonstration.Cast.Clients;
using static MultiLine.Cli.Demonstration.Telling.Stage;

namespace MultiLine.Cli.Demonstration.Scripts;

/// <summary>Sessions that lapsed, and what a template did then.</summary>
internal static class ReopenedThreads
{
    public static IReadOnlyList<ThreadScript> Scripts { get; } =
    [
        new(Ingrid,
            On(22, "10:15", Asks(Marcus, ConsentBasis.ExistingClient, "Hello Ms Åkerlund, your pension transfer has been confirmed by the other side.")),
            On(22, "11:40", Accepts()),
            On(22, "11:44", Writes("Finally! How long will it take now?")),
            On(22, "11:50", Says(Marcus, "Ten to fifteen working days. I will write as soon as it has arrived.")),
            On(9, "09:30", Sends(Marcus, Cast.Templates.DocumentReady, "Ingrid", "confirmation of the pension transfer")),
            On(9, "12:18", Writes("Wonderful, I see it. Shall we talk about how to invest it?")),
            On(9, "12:25", Says(Marcus, "Gladly. I suggest half an hour by phone on Monday, 10:30.")),
            On(9, "12:31", Writes("Monday 10:30 is fine."))),
        new(Mateo,
            On(20, "16:10", Asks(Sofia, ConsentBasis.ExistingClient, "Hello Mr Ferrándiz, a short question about your transfer to Valencia.")),
            On(20, "16:42", Accepts()),
            On(20, "16:44", Writes("Sure, what is it?")),
            On(20, "16:46", Says(Sofia, "The receiving bank asks for the purpose of payment. May I state the purchase contract of the 3rd?")),
            On(20, "16:52", Writes("Yes, that is the one.")),
            On(11, "15:00", Sends(Sofia, Cast.Templates.CallbackOffer, "Mateo")),
            On(6, "15:00", Sends(Sofia, Cast.Templates.AnnualReview, "Mr Ferrándiz", "Sofia Lindgren").And(Fate.Delivered))),
        new(Yuki,
            On(18, "07:20", Asks(Hanna, ConsentBasis.Form, "Hello Ms Tanabe-Rhodes, your adviser changes on the first of the month. May I introduce myself?")),
            On(18, "08:02", Accepts()),
            On(18, "08:05", Writes("Nice to meet you. Will my number for calls stay the same?")),
            On(18, "08:10", Says(Hanna, "Everything stays as it is, only the voice changes.")),
            On(7, "07:15", Sends(Hanna, Cast.Templates.AppointmentReminder, "Yuki", "Wednesday at 9:00 Sydney time")),
            On(7, "07:58", Writes("I will be there.")),
            On(5, "08:30", Writes("Thank you for today. Please send me the summary when you have it.")),
            On(5, "08:41", Says(Hanna, "It will be in your vault tomorrow."))),
        new(Amara,
            On(15, "13:12", Writes("Bonjour, is this the advisory desk? My card was declined in Dakar.")),
            On(15, "13:14", Says(Marcus, "Good afternoon Ms Diallo-Weiss. It is. A payment of yesterday night looked unusual, so the card was paused. Was that you?")),
            On(15, "13:17", Writes("The hotel, yes, that was me.")),
            On(15, "13:19", Says(Marcus, "Thank you. I have told the card team; please confirm in the app, then it works again at once.")),
            On(15, "13:24", Writes("Confirmed and it works. Merci beaucoup!")),
            On(15, "13:40", Says(Marcus, "Good to hear. Enjoy the rest of your journey."))),
        new(Henrik,
            On(17, "09:48", Asks(Sofia, ConsentBasis.ExistingClient)),
            On(17, "10:30", Accepts()),
            On(17, "10:36", Says(Sofia, "Thank you Mr Stavborg. The shareholders' resolution is drafted. Do you want it in English or Swedish?")),
            On(17, "10:59", Writes("English, our auditors are in London.")),
            On(17, "11:02", Says(Sofia, "You will have it this afternoon.")),
            On(6, "10:00", Sends(Sofia, Cast.Templates.DocumentReady, "Henrik", "shareholders' resolution").And(Fate.Sent))),
    ];
}
