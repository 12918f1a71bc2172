using System.Diagnostics;
using System.Text.RegularExpressions;
using MultiLine.Domain.Content;
using MultiLine.Policy.Corpus;

namespace MultiLine.Policy.Measuring;

/// <summary>The first text that a policy newly compiled meets, where it was made to be slow; and the same text again.</summary>
internal static class FirstTexts
{
    /// <summary>The longest message.</summary>
    private const int Length = 4 * 1024;

    private const double Kilobyte = 1024;

    /// <summary>So often is each policy compiled anew. The first time, which warms the code up, isn't counted.</summary>
    private const int Policies = 5;

    private static readonly MessageContent Harmless = new() { Text = "Nothing is here." };

    /// <summary>Prints each expression's times.</summary>
    /// <returns>The most that any takes for its first text and for later ones, in microseconds a kilobyte; and how many times as long the runtime's linear engine takes for a first text, at the most.</returns>
    public static (double First, double Later, double MostTimes) Measure()
    {
        var (worstFirst, worstLater, mostTimes) = (0.0, 0.0, 0.0);
        foreach (var (name, pattern, message) in HostileExpressions.Make(Length, Engine.Accepts))
        {
            List<double> firsts = [];
            var (later, compiled) = (double.MaxValue, double.MaxValue);
            for (var i = 0; i <= Policies; i++)
            {
                var before = Stopwatch.GetTimestamp();
                var engine = Engine.Alone(pattern);
                compiled = Math.Min(compiled, Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                engine.Look(Harmless);
                var first = Time(engine, message);
                if (i > 0)
                    firsts.Add(first);
                later = Math.Min(later, Repetition.BestOf(engine, message, Harmless).One / (Length / Kilobyte));
            }

            firsts.Sort();
            var median = firsts[firsts.Count / 2];
            var ofRuntime = TimeOfRuntime(pattern, message);
            mostTimes = Math.Max(mostTimes, ofRuntime / median);
            Console.WriteLine(FormattableString.Invariant($"{name}, {pattern}: first {median:0.0} us/kB, later {later:0.0} us/kB, {median / later:0.0} times; compiled in {compiled:0.0} ms; first with the runtime's linear engine {ofRuntime:0.0} us/kB, {ofRuntime / median:0.0} times"));
            (worstFirst, worstLater) = (Math.Max(worstFirst, median), Math.Max(worstLater, later));
        }

        return (worstFirst, worstLater, mostTimes);
    }

    private static double TimeOfRuntime(string pattern, MessageContent message)
    {
        var expression = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        _ = expression.Count(Harmless.Text!);
        var start = Stopwatch.GetTimestamp();
        _ = expression.Count(message.Text!);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / (Length / Kilobyte);
    }

    private static double Time(Engine engine, MessageContent message)
    {
        var start = Stopwatch.GetTimestamp();
        engine.Look(message);
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / (Length / Kilobyte);
    }
}
