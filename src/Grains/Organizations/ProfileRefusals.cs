using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Grains.Organizations;

/// <summary>Why the provider did not show or change a profile, in our codes.</summary>
internal static class ProfileRefusals
{
    private static readonly Refused Busy = new(RefusalCodes.RateLimited, "WhatsApp takes nothing right now. Try again in a few minutes.");

    private static readonly Refused NotReached =
        new(RefusalCodes.RateLimited, "WhatsApp can't be reached right now. Try again in a few minutes.");

    private static readonly Refused Restricted = new(
        RefusalCodes.NumberRestricted,
        "WhatsApp does not let this number do that until its access or its restrictions are seen to. An operator can find out why.");

    public static Refused Of(GraphFault? fault) => fault?.Error is not { } error
        ? NotReached
        : GraphErrors.For(error.Code)?.Handling switch
        {
            GraphHandling.PauseNumber or GraphHandling.PauseBusinessInitiated => Restricted,
            GraphHandling.TryAgain or GraphHandling.Unknown => Busy,
            null when error.IsTransient => Busy,
            _ => new Refused(RefusalCodes.InvalidRequest, error.UserMessage ?? error.Details),
        };

    /// <summary>What is the matter with the request, is the matter with the picture.</summary>
    public static Refused OfPicture(GraphFault fault) => Of(fault) is { Code: RefusalCodes.InvalidRequest } refused
        ? refused with { Code = RefusalCodes.MediaRejected }
        : Of(fault);
}
