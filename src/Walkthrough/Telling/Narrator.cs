namespace MultiLine.Walkthrough.Telling;

/// <summary>Writes the story to the console.</summary>
internal static class Narrator
{
    public static void Begin(int number, Step step) => Console.WriteLine($"\n{number,2}. {step.Name}: {step.Sentence}");

    public static void Say(string line) => Console.WriteLine($"    {line}");

    public static void Fail(string line) => Console.WriteLine($"\nFAILED: {line}");

    public static void End(int steps) => Console.WriteLine($"\nAll {steps} steps went as told.");
}
