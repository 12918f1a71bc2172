using FsCheck;
using FsCheck.Fluent;
using MultiLine.Domain.Status;

namespace MultiLine.Domain.Tests.Histories;

/// <param name="FirstMessageIsConsent">The organisation's choice.</param>
/// <param name="Claims">The log recognises duplicates.</param>
internal sealed record History(bool FirstMessageIsConsent, bool Claims, IReadOnlyList<Step> Steps)
{
    public static Arbitrary<History> Any { get; } = Of(Gen.Elements(true, true, true, false));

    /// <summary>As it runs in earnest.</summary>
    public static Arbitrary<History> WithClaims { get; } = Of(Gen.Constant(true));

    private static Gen<int> Pick => Gen.OneOf(Gen.Choose(0, 2), Gen.Choose(0, 30));

    /// <summary>Seconds; below zero where the provider's clock is ahead of ours.</summary>
    private static Gen<int> Late => Gen.Frequency(
        (5, Gen.Constant(0)), (3, Gen.Choose(1, 60)), (2, Gen.Choose(-120, -1)), (1, Gen.Choose(600, 90_000)));

    private static Gen<Said> Saying => Gen.Frequency(
        (5, Gen.Constant(Said.Something)),
        (3, Gen.Elements(Said.Yes, Said.TapsYes)),
        (3, Gen.Elements(Said.No, Said.TapsNo, Said.Stop)),
        (2, Gen.Elements(Said.TapsAnotherYes, Said.TapsAnotherNo, Said.TapsCancel, Said.TapsUnsubscribe)),
        (1, Gen.Constant(Said.Reacts)));

    private static Gen<Step> Time => Gen.Frequency(
            (4, Gen.Choose(1, 1500)),
            (4, Gen.Choose(1_000, 120_000)),
            (3, Gen.Choose(600_000, 4_000_000)),
            (3, Gen.Choose(23 * 3_600_000, 25 * 3_600_000)),
            (1, Gen.Constant(int.MaxValue)))
        .Select(Step (milliseconds) => new Step.Wait(milliseconds));

    private static Gen<Step> AnyStep => Gen.Frequency(
        (16, Time),
        (14, Saying.SelectMany(_ => Late, Step (what, late) => new Step.ContactSays(what, late))),
        (3, Pick.Select(Step (pick) => new Step.Redeliver(pick))),
        (10, Gen.Elements(true, false).Select(Step (offers) => new Step.SendText(offers))),
        (4, Gen.Elements(true, false).SelectMany(_ => Gen.Elements(true, true, false), Step (offers, ok) => new Step.SendTemplate(offers, ok))),
        (4, Gen.Constant((Step)new Step.Ask())),
        (4, Pick.Select(Step (pick) => new Step.Retry(pick))),
        (16, Gen.Elements(Fate.Taken, Fate.Taken, Fate.Taken, Fate.Taken, Fate.Deferred, Fate.Paused, Fate.Refused, Fate.NotOnWhatsApp)
            .Select(Step (fate) => new Step.Start(fate))),
        (1, Pick.Select(Step (pick) => new Step.StartAny(pick))),
        (10, Pick.Select(Step (pick) => new Step.Answer(pick))),
        (10, Reports),
        (3, Gen.Constant((Step)new Step.ResolveAll())),
        (6, Gen.Elements(Fate.Taken, Fate.Deferred, Fate.Deferred).Select(Step (fate) => new Step.LoseAndRetry(fate))),
        (2, Gen.Constant((Step)new Step.Lapse())),
        (1, Gen.Elements(true, true, false).Select(Step (on) => new Step.Switch(on))));

    private static Gen<Step> Reports =>
        from pick in Pick
        from status in Gen.Elements(Enum.GetValues<DeliveryStatus>())
        from missing in Gen.Elements(true, false)
        from callback in Gen.Elements(true, true, false)
        from late in Late
        select (Step)new Step.Report(pick, status, missing, callback, late);

    public override string ToString()
    {
        var choices = $"first message is consent: {FirstMessageIsConsent}, claims: {Claims}";
        var log = Story.Play(this).Talk.Log.Select(stored => System.Text.Encoding.UTF8.GetString(stored.Body));
        return string.Join("\n  ", ["", choices, .. Steps.Select(step => step.ToString()), "leads to", .. log]);
    }

    private static Arbitrary<History> Of(Gen<bool> claims) => Arb.From(
        from first in Gen.Elements(true, true, false)
        from known in claims
        from steps in Gen.Sized(size => AnyStep.ArrayOf(size))
        select new History(first, known, steps),
        Shorter);

    /// <summary>Halves, quarters and so on left out, then single steps, then shorter waits.</summary>
    private static IEnumerable<History> Shorter(History history)
    {
        var steps = history.Steps;
        for (var length = steps.Count / 2; length >= 1; length /= 2)
        {
            for (var from = 0; from + length <= steps.Count; from += length)
            {
                yield return history with { Steps = [.. steps.Take(from), .. steps.Skip(from + length)] };
            }
        }

        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i] is Step.Wait { Milliseconds: > 1 } wait)
            {
                var shorter = new Step.Wait(wait.Milliseconds / 2);
                yield return history with { Steps = [.. steps.Take(i), shorter, .. steps.Skip(i + 1)] };
            }
        }
    }
}
