using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace MultiLine.Domain.Tests;

/// <summary>
/// Runs a property over random values, the same ones each time. PROPERTY_SEED=123 takes other ones and PROPERTY_RUNS=10000 more of
/// them; a failure prints the shrunk value and the seed that leads to it.
/// </summary>
internal static class Property
{
    private const ulong DefaultSeed = 20260302;
    private const int DefaultRuns = 1500;

    /// <summary>The values over which <see cref="Holds"/> would run, for what is better looked at all at once.</summary>
    public static IReadOnlyList<T> Values<T>(Arbitrary<T> values)
    {
        List<T> taken = [];
        Holds(values, taken.Add);
        return taken;
    }

    public static void Holds<T>(Arbitrary<T> values, Action<T> property)
    {
        var seed = ulong.Parse(Environment.GetEnvironmentVariable("PROPERTY_SEED") ?? $"{DefaultSeed}", CultureInfo.InvariantCulture);
        var runs = int.Parse(Environment.GetEnvironmentVariable("PROPERTY_RUNS") ?? $"{DefaultRuns}", CultureInfo.InvariantCulture);

        // The gamma of a splittable generator has to be odd.
        var replay = new Replay(new Rnd(seed, (seed << 1) | 1), FSharpOption<int>.None);
        Prop.ForAll(values, property)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(runs).WithEndSize(90).WithReplay(FSharpOption<Replay>.Some(replay)));
    }
}
