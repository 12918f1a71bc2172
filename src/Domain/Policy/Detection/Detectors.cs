using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MultiLine.Domain.Policy.Detection.Cards;
using MultiLine.Domain.Policy.Detection.Crypto;
using MultiLine.Domain.Policy.Detection.Internet;
using MultiLine.Domain.Policy.Detection.Numbers;
using MultiLine.Domain.Policy.Detection.People;
using MultiLine.Domain.Policy.Detection.Phones;
using MultiLine.Domain.Policy.Detection.Scanning;
using MultiLine.Domain.Policy.Detection.Secrets;
using MultiLine.Domain.Policy.Detection.Words;

namespace MultiLine.Domain.Policy.Detection;

/// <summary>
/// All detectors, and the way to run them. A text is read in time linear in its length, and, once the code is warm, one without hits
/// allocates nothing. What is found of one type doesn't depend on which others are asked for: all of them always read the text, and only then the others' hits go.
/// </summary>
public static class Detectors
{
    /// <summary>A hit that is less sure than this isn't reported.</summary>
    public const double LowestScore = 0.5;

    /// <summary>In the order in which people look for them.</summary>
    public static ImmutableArray<Detector> All { get; } =
    [
        new CreditCardDetector(), new IbanDetector(), new SwiftCodeDetector(), new AbaRoutingDetector(), new CryptoDetector(),
        new UsSsnDetector(), new UsItinDetector(), new UkNinoDetector(), new UkNhsDetector(), new CaSinDetector(), new AuTfnDetector(),
        new EsNifDetector(), new PlPeselDetector(), new InPanDetector(), new InAadhaarDetector(), new SgNricFinDetector(),
        new EmailAddressDetector(), new PhoneNumberDetector(), new UrlDetector(), new IpAddressDetector(), new MacAddressDetector(),
        new ApiKeyDetector(), new PrivateKeyDetector(), new DateOfBirthDetector(), new MedicalRecordNumberDetector(),
    ];

    private static readonly NumberDetector[] OfNumbers = [.. All.OfType<NumberDetector>()];
    private static readonly WordDetector[] OfWords = [.. All.OfType<WordDetector>()];
    private static readonly TextDetector[] OfTexts = [.. All.OfType<TextDetector>()];

    /// <summary>
    /// Adds what there is in a text: ordered by where it begins, and apart from each other, but for what is surely something of its own
    /// inside a URL.
    /// </summary>
    /// <param name="text">Any UTF-16, also such with lone surrogates.</param>
    /// <param name="wanted">What is reported.</param>
    /// <param name="into">What it holds already stays.</param>
    [SuppressMessage("Design", "MA0016", Justification = "It is filled, ordered and cut in place, without an allocation.")]
    public static void Find(ReadOnlySpan<char> text, DetectorSet wanted, List<Hit> into)
    {
        var before = into.Count;
        var scan = new Scan(text, into);
        try
        {
            if (text.ContainsAnyInRange('0', '9') || !scan.IsAscii)
                NumberPass.Run(ref scan, OfNumbers);
            WordPass.Run(ref scan, OfWords);
            foreach (var detector in OfTexts)
                detector.Find(ref scan);
        }
        finally
        {
            scan.Dispose();
        }

        if (into.Count > before)
            Overlaps.Settle(into, before, wanted);
    }
}
