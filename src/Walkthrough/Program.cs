using MultiLine.Walkthrough;
using MultiLine.Walkthrough.Story;
using MultiLine.Walkthrough.Telling;

if (args is ["--steps"])
{
    foreach (var (number, step) in WholeStory.Steps.Index())
        Console.WriteLine($"{number + 1,3}  {step.Name,-26} {step.Sentence}");
    return 0;
}

WalkthroughOptions options;
try
{
    options = WalkthroughOptions.Read(args);
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync($"{wrong.Message}\n\n{WalkthroughOptions.Usage}");
    return 2;
}

await using var stage = new Stage(options, TimeProvider.System);
return await new Storyteller(stage, options).TellAsync(WholeStory.Steps) ? 0 : 1;
