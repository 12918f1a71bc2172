using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Media;

namespace MultiLine.Api.Messages.Media;

/// <summary>Why a file is not shown, in words.</summary>
internal static class MediumProblems
{
    public static IResult NoFile { get; } = new ProblemResult(
        RefusalCodes.NotFound, "This message has no file: it never had one, was deleted, or is not kept any longer.");

    public static IResult Of(string state) => state switch
    {
        MediumStates.Gone => new ProblemResult(
            RefusalCodes.NotFound, "WhatsApp does not have this file any more: it keeps files for a limited time. Ask the contact to send it again."),
        MediumStates.Refused => new ProblemResult(
            RefusalCodes.NumberRestricted, "WhatsApp gives this number nothing until its access is seen to. An operator can find out why."),
        MediumStates.TooLarge => new ProblemResult(RefusalCodes.MediaRejected, "The file is larger than 100 MB, which is more than can be opened here."),
        MediumStates.Altered => new ProblemResult(
            RefusalCodes.MediaRejected, "What WhatsApp has is not what the contact sent, so it is not shown. Ask the contact to send it again."),
        _ => new ProblemResult(ProblemCodes.Unavailable, "The file can't be fetched from WhatsApp just now. Try again in a minute."),
    };
}
