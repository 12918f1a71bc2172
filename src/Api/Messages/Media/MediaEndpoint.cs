using MultiLine.Api.Authorization;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Domain.Media;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Media;

namespace MultiLine.Api.Messages.Media;

/// <summary>The files of a thread, which the provider holds for a while.</summary>
internal static class MediaEndpoint
{
    public static void MapMedia(this IEndpointRouteBuilder messages) =>
        messages.MapGet("/{id}/media", GetMedia).Requires(Access.LineReader)
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces(StatusCodes.Status206PartialContent, contentType: "application/octet-stream")
            .Refuses(RefusalCodes.NotFound, RefusalCodes.NumberRestricted, RefusalCodes.MediaRejected, RefusalCodes.BlockedByPolicy);

    /// <summary>The picture, sound, film or document that came with a message</summary>
    /// <remarks>
    /// It is fetched from the provider, held against its SHA-256, and answered as what its first bytes say that it is. <c>not_found</c> where the
    /// provider no longer has it, <c>media_rejected</c> where it is larger than 100 MB or not what was sent, <c>unavailable</c> where the provider
    /// can't be reached, <c>blocked_by_policy</c> where a rule of the firm wants no file of its real type or size. Parts of it can be asked for by <c>Range</c>.
    /// </remarks>
    /// <param name="line">The line.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="id">The message.</param>
    internal static async Task<IResult> GetMedia(
        string line, string contact, string id, Caller caller, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (!KeyPart.IsValid(id) || await grains.Conversation(caller, line, contact).GetMessage(id) is not { } message)
        {
            return MessageEndpoints.NoSuchMessage;
        }

        if (message.Parts?.Media is not { } file)
        {
            return MediumProblems.NoFile;
        }

        var request = new MediumRequest(await NumberOf(line, caller, grains), file.Sha256);
        var source = new MediumSource(grains.Medium(caller, file.ProviderId), request);
        var opened = await source.OpenAsync(cancellationToken);
        if (opened.State != MediumStates.Open)
        {
            return MediumProblems.Of(opened.State);
        }

        var facts = new FileFacts(id, MediaType.Of(opened.Head ?? []).MimeType, opened.Length);
        return await grains.Conversation(caller, line, contact).JudgeFile(facts) is { } refusal
            ? new ProblemResult(refusal)
            : new MediumAnswer(source, opened, file);
    }

    /// <summary>The line's number today. A file that came to another one before is not shown to it by the provider.</summary>
    private static async Task<string?> NumberOf(string line, Caller caller, IGrainFactory grains) =>
        (await grains.Organization(caller).Get())?.Lines.FirstOrDefault(known => known.Id == line)
            ?.Numbers.FirstOrDefault(number => number.Channel == Channel.WhatsApp.Name())?.Id;
}
