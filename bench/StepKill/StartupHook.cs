using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using MultiLine.StepKill;

/// <summary>What .NET runs before the program's own <c>Main</c>, where <c>DOTNET_STARTUP_HOOKS</c> names this assembly.</summary>
/// <remarks><see href="https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md"/></remarks>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for a type of this very name.")]
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime looks for a type of this very name.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        if (KillOrder.FromEnvironment() is { } order)
        {
            DiagnosticListener.AllListeners.Subscribe(new HostWatch(order));
        }
    }
}
