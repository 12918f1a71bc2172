namespace MultiLine.Cli.Demonstration.Cast;

/// <summary>
/// The clients. Their numbers are nobody's: 555-01xx in North America, 07700 900xxx in the United Kingdom
/// (<see href="https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama">Ofcom</see>), the Drama Numbers of the
/// Bundesnetzagentur in Berlin, Frankfurt, Cologne, Hamburg and Munich, 070-174 06 05 to 99 in Sweden, 0491 570 156 to 159 in Australia.
/// </summary>
internal static class Clients
{
    public static readonly Client Leila = new("Leila Haddad", "+447700900112");
    public static readonly Client Jonas = new("Jonas Weidmann", "+493023125481");
    public static readonly Client Priya = new("Priya Raghunathan", "+12025550114");
    public static readonly Client Thomas = new("Thomas Okonkwo-Bell", "+447700900245");
    public static readonly Client Ingrid = new("Ingrid Åkerlund", "+46701740612");
    public static readonly Client Mateo = new("Mateo Ferrándiz", "+13055550127");
    public static readonly Client Yuki = new("Yuki Tanabe-Rhodes", "+61491570156");
    public static readonly Client Amara = new("Amara Diallo-Weiss", "+496990009274");
    public static readonly Client Henrik = new("Henrik Stavborg", "+46701740638");
    public static readonly Client Caroline = new("Caroline Ashdown", "+447700900367");
    public static readonly Client Rafael = new("Rafael Quintanilha", "+16175550133");
    public static readonly Client Zeynep = new("Zeynep Aksoylu", "+492214710352") { Language = "de" };
    public static readonly Client Oliver = new("Oliver Pemberton-Shah", "+447700900481");
    public static readonly Client MeiLing = new("Mei-Ling Kwan", "+14155550162");
    public static readonly Client Dmitri = new("Dmitri Volansky", "+498999998615");
    public static readonly Client Fatou = new("Fatou Ndiaye-Marsh", "+447700900523");
    public static readonly Client Samuel = new("Samuel Brightwater", "+12025550179");
    public static readonly Client Elena = new("Elena Marchetti-Roth", "+494066969207");
    public static readonly Client Kwame = new("Kwame Asante-Lind", "+46701740671");
    public static readonly Client Noor = new("Noor van Rijsbergen", "+447700900634");
    public static readonly Client George = new("George Halloran", "+13125550148") { OnWhatsApp = false };
    public static readonly Client Wilhelmina = new("Wilhelmina Faust-Kern", "+493023125906") { Language = "de" };
    public static readonly Client Isabel = new("Isabel Torrealba", "+16465550191");
    public static readonly Client Arjun = new("Arjun Mehrotra", "+447700900758");
    public static readonly Client Freya = new("Freya Lundqvist-Obi", "+46701740684");

    public static IReadOnlyList<Client> All { get; } =
    [
        Leila, Jonas, Priya, Thomas, Ingrid, Mateo, Yuki, Amara, Henrik, Caroline, Rafael, Zeynep, Oliver, MeiLing, Dmitri, Fatou, Samuel, Elena,
        Kwame, Noor, George, Wilhelmina, Isabel, Arjun, Freya,
    ];
}
