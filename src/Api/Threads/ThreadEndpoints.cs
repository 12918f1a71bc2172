using System.ComponentModel.DataAnnotations;
using MultiLine.Api.Authorization;
using MultiLine.Api.Contacts;
using MultiLine.Api.Http;
using MultiLine.Api.Messages;
using MultiLine.Api.OpenApi;
using MultiLine.Api.Problems;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Inbox;
using MultiLine.Grains.Interfaces.Sending;

namespace MultiLine.Api.Threads;

/// <summary>The inbox of a line, and where each conversation stands.</summary>
internal static class ThreadEndpoints
{
    public static void MapThreads(this IEndpointRouteBuilder api)
    {
        var threads = api.MapGroup("/lines/{line}/threads").WithTags("Threads");
        threads.MapGet("", GetThreads).Requires(Access.LineReader)
            .Produces<Page<InboxThread>>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
        threads.MapGet("/{contact}", GetThread).Requires(Access.LineReader)
            .Produces<ThreadDetails>().Refuses(RefusalCodes.NotFound);
        threads.MapGet("/{contact}/session", GetSession).Requires(Access.LineReader)
            .Produces<ConversationStanding>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
        threads.MapPost("/{contact}/read", MarkRead).Requires(Access.LineUser)
            .Produces(StatusCodes.Status204NoContent).Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
        threads.MapPost("/{contact}/typing", ShowTyping).Requires(Access.LineUser)
            .Produces(StatusCodes.Status204NoContent).Refuses(RefusalCodes.NotFound);
        threads.MapGet("/{contact}/log", GetLog).Requires(Access.Compliance)
            .Produces<Page<LogRecord>>().Refuses(RefusalCodes.NotFound, RefusalCodes.InvalidRequest);
    }

    /// <summary>The threads of a line, newest activity first</summary>
    /// <param name="line">The line.</param>
    /// <param name="cursor">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 threads; 50 if not given.</param>
    /// <param name="unread">Only threads with unread messages.</param>
    /// <param name="search">Only threads with contacts in whose name or phone number it is; at most 200 characters.</param>
    /// <param name="channel">Only threads that have had a message or a call on this channel, whatever came last.</param>
    internal static async Task<IResult> GetThreads(
        string line,
        string? cursor,
        int? limit,
        bool? unread,
        string? search,
        [AllowedValues("whatsapp", "sms", "voice")] string? channel,
        Caller caller,
        IGrainFactory grains)
    {
        if (channel is not null && Channels.Parse(channel) is null)
        {
            throw new InvalidRequestException("“channel” must be “whatsapp”, “sms” or “voice”.");
        }

        var request = new ThreadPageRequest(cursor, PageLimit.Of(limit), unread ?? false) { Search = ContactSearch.Words(search), Channel = channel };
        var page = PageStart.Known(await grains.Inbox(caller, line).GetThreads(request));
        var threads = await Task.WhenAll(page.Threads.Select(async thread =>
            InboxThread.Of(thread, await grains.Contact(caller, thread.Contact).Get())));
        return TypedResults.Ok(new Page<InboxThread>(threads, page.Cursor));
    }

    /// <summary>One thread: the contact, the summary, and what may be sent</summary>
    internal static async Task<IResult> GetThread(string line, string contact, Caller caller, IGrainFactory grains)
    {
        var card = grains.Contact(caller, contact).Get();
        var summary = grains.Inbox(caller, line).GetThread(contact);
        var standing = grains.Conversation(caller, line, contact).GetStanding(caller.Person.Id);
        var sms = grains.Conversation(caller, line, contact).GetStandingOn(Words.Of(SendChannel.Sms), caller.Person.Id);
        return await card is { } known
            ? TypedResults.Ok(new ThreadDetails(known, await summary is { } thread ? InboxThread.Of(thread, known) : null, await standing, await sms))
            : ContactProblems.NotFound;
    }

    /// <summary>Consent, session, and what may be sent now or why not</summary>
    /// <param name="line">The line.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="channel">On which channel; WhatsApp if not given.</param>
    internal static async Task<IResult> GetSession(
        string line, string contact, [AllowedValues("whatsapp", "sms")] string? channel, Caller caller, IGrainFactory grains)
    {
        if (channel is not (null or "whatsapp" or "sms"))
        {
            throw new InvalidRequestException("“channel” must be “whatsapp” or “sms”.");
        }

        return await grains.Contact(caller, contact).Get() is null
            ? ContactProblems.NotFound
            : TypedResults.Ok(await grains.Conversation(caller, line, contact)
                .GetStandingOn(channel ?? Words.Of(SendChannel.WhatsApp), caller.Person.Id));
    }

    /// <summary>Count messages up to a place as read</summary>
    /// <remarks>A contact on WhatsApp sees it, unless <c>show_contact</c> is false.</remarks>
    internal static async Task<IResult> MarkRead(
        string line, string contact, ReadMark body, Caller caller, IGrainFactory grains, ILogger<ReadMark> log)
    {
        if (await grains.Contact(caller, contact).Get() is null)
        {
            return ContactProblems.NotFound;
        }

        var inbox = grains.Inbox(caller, line);
        var newest = (await inbox.GetThread(contact))?.Version ?? 0;
        if (body.Place < 1 || body.Place > newest)
        {
            // A place in the future would hide messages that nobody has seen.
            throw new InvalidRequestException("“place” must be the place of a message in this thread.");
        }

        await inbox.MarkRead(contact, body.Place);
        if (body.ShowContact)
        {
            await ShowReceipt(line, contact, new ReceiptRequest(caller.Person.Id, body.Place, Typing: false), caller, grains, log);
        }

        return TypedResults.NoContent();
    }

    /// <summary>Show a contact on WhatsApp that an answer is being written</summary>
    /// <remarks>
    /// For 25 seconds or until the answer comes; call it again while somebody writes. The contact sees as well that its messages were read. Does nothing
    /// where none of the last 20 messages is the contact's, or the person may not write to it on WhatsApp.
    /// </remarks>
    internal static async Task<IResult> ShowTyping(string line, string contact, Caller caller, IGrainFactory grains, ILogger<ReadMark> log)
    {
        if (await grains.Contact(caller, contact).Get() is null)
        {
            return ContactProblems.NotFound;
        }

        await ShowReceipt(line, contact, new ReceiptRequest(caller.Person.Id, Place: null, Typing: true), caller, grains, log);
        return TypedResults.NoContent();
    }

    /// <summary>What was read here is read, whether the contact can be shown it or not.</summary>
    private static async Task ShowReceipt(
        string line, string contact, ReceiptRequest request, Caller caller, IGrainFactory grains, ILogger<ReadMark> log)
    {
        try
        {
            if (await grains.Conversation(caller, line, contact).FindReceipt(request) is { } receipt)
            {
                await grains.Receipts(caller).Show(receipt);
            }
        }
        catch (Exception e)
        {
            log.ReceiptNotShown(e);
        }
    }

    /// <summary>The event log of a conversation, oldest first</summary>
    /// <remarks>It holds no text of a message, only commitments to them.</remarks>
    /// <param name="line">The line.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="after">The <c>next</c> of the page before.</param>
    /// <param name="limit">1 to 200 events; 50 if not given.</param>
    internal static async Task<IResult> GetLog(string line, string contact, long? after, int? limit, Caller caller, IGrainFactory grains)
    {
        if (await grains.Contact(caller, contact).Get() is null)
        {
            return ContactProblems.NotFound;
        }

        var page = await grains.Conversation(caller, line, contact).GetLog(PageStart.Of("after", after) ?? 0, PageLimit.Of(limit));
        return TypedResults.Ok(new Page<LogRecord>([.. page.Entries.Select(LogRecord.Of)], page.After?.ToString(provider: null)));
    }
}
