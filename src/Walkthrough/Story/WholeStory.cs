using MultiLine.Walkthrough.Telling;

namespace MultiLine.Walkthrough.Story;

/// <summary>The main job from end to end, in order.</summary>
internal static class WholeStory
{
    public static IReadOnlyList<Step> Steps { get; } =
    [
        .. Arriving.Steps,
        .. OptInTemplate.Steps,
        .. Asking.Steps,
        .. Talking.Steps,
        .. Policing.Steps,
        .. Refusing.Steps,
        .. Lapsing.Steps,
        .. Proving.Steps,
    ];
}
