
namespace MultiLine.Embedded.Tests.Host;

/// <summary>Says each call of a test's grains before and after.</summary>
public sealed class SayingFilter(Stage stage) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.Grain.GetType().Assembly != typeof(SayingFilter).Assembly)
        {
            await context.Invoke();
            return;
        }

        stage.Say($"> {context.MethodName}");
        await context.Invoke();
        stage.Say($"< {context.MethodName} = {context.Result}");
    }
}
