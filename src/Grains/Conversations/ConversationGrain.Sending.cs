using MultiLine.Domain;
using MultiLine.Domain.Consent;
using MultiLine.Domain.Content;
using MultiLine.Domain.Conversations.Commands;
using MultiLine.Domain.Messages;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Storage.Conversations;
using MultiLine.Storage.Log;

namespace MultiLine.Grains.Conversations;

/// <summary>What people ask for.</summary>
public sealed partial class ConversationGrain
{
    public async Task<SendResult> Send(SendRequest request)
    {
        var claim = new ClaimedRequest(Key.Organization, request.Person, request.IdempotencyKey);
        var quotation = request.ReplyTo is { } quoted ? new Quotation(quoted, await Find(quoted)) : null;
        bool IsSame(TakenRequest taken) => taken.IsSame(request, quotation);
        if (await FindRequest(claim, IsSame) is { } answered)
        {
            return answered;
        }

        var channel = ChannelOf(request.Channel, nameof(request));
        var around = await _surroundings.Look(request.Person, channel);
        var template = request.Template is { } choice
            ? new TemplateToSend(choice.Name, choice.Language, await _surroundings.FindTemplate(choice.Name, choice.Language), choice.Parameters)
            : null;
        var optIn = request.OptInBasis is null ? null : await DraftOptIn(around, channel, request.OptInLanguage);
        var inspected = await InspectOutbound(around, channel, request.Person, ContentOf(request, template), template);
        var content = inspected.Judged;
        var messageId = Ids.New(time);
        var notice = DraftSmsNotice(channel, around);
        var command = new SendMessage
        {
            MessageId = messageId,
            Channel = channel,
            Author = request.Person,
            Commitment = inspected.Content.Commitment,
            Text = request.Text is null ? null : content.Text,
            Buttons = [.. (content.ButtonIds ?? []).Zip(content.Buttons, (id, title) => new ReplyButton(id, title))],
            Template = template is null ? null : template with { Parameters = content.Parameters },
            Policy = inspected.Policy,
            ReplyTo = quotation,
            OptIn = optIn is null ? null : new OptInOffer(BasisOf(request.OptInBasis), optIn.Request) { Language = request.OptInLanguage },
            Disclaimer = notice?.Prepared,
            Facts = around.Facts,
        };
        return await Answer(
            () => Task.FromResult<ConversationCommand>(command),
            around,
            claim,
            IsSame,
            messageId,
            [.. inspected.Contents, .. optIn?.Contents ?? [], .. Contents(notice)]);
    }

    public async Task<SendResult> AskConsent(ConsentRequest request)
    {
        var claim = new ClaimedRequest(Key.Organization, request.Person, request.IdempotencyKey);
        if (await FindRequest(claim, taken => taken.IsSame(request)) is { } answered)
        {
            return answered;
        }

        var channel = ChannelOf(request.Channel, nameof(request));
        var around = await _surroundings.Look(request.Person, channel);
        var optIn = await DraftOptIn(around, channel, request.Language);
        var command = new AskConsent
        {
            Channel = channel,
            Author = request.Person,
            Basis = BasisOf(request.Basis),
            Request = optIn.Request,
            Language = request.Language,
            Facts = around.Facts,
        };
        return await Answer(
            () => Task.FromResult<ConversationCommand>(command),
            around,
            claim,
            taken => taken.IsSame(request),
            optIn.Message?.MessageId,
            [.. optIn.Contents]);
    }

    public async Task<SendResult> Retry(RetryRequest request)
    {
        var claim = new ClaimedRequest(Key.Organization, request.Person, request.IdempotencyKey);
        if (await FindRequest(claim, taken => taken.IsSame(request)) is { } answered)
        {
            return answered;
        }

        if (await Find(request.MessageId) is not { Channel: var channel, Template: var template } message)
        {
            return Refuse(NoSuchMessage);
        }

        var category = await _surroundings.CategoryOf(template);
        var around = await _surroundings.Look(request.Person, channel);
        var contents = await journal.ReadContentsAsync(Key, [message.ContentVersion]);
        var content = contents.GetValueOrDefault(message.ContentVersion);
        var policy = await InspectAgain(around, message, content);
        var notice = DraftSmsNotice(channel, around);
        return await Answer(
            async () => new RetryMessage(await View(request.MessageId), request.Person, around.Facts)
            {
                Disclaimer = notice?.Prepared,
                TemplateCategory = category,
                Policy = policy,
                IsContentGone = content is null,
            },
            around,
            claim,
            taken => taken.IsSame(request),
            request.MessageId,
            Contents(notice));
    }

    private async Task<SendResult> Answer(
        Func<Task<ConversationCommand>> command,
        Surroundings around,
        ClaimedRequest claim,
        Func<TakenRequest, bool> isSame,
        string? messageId,
        IReadOnlyCollection<SaltedContent> contents)
    {
        var step = await Carry(
            command,
            around.Rules,
            decision => new JournalEntry(decision.Events)
            {
                Contents = contents,
                // A refused request is not taken: it may be repeated when what stood against it is gone.
                Request = decision.Refusal is null ? claim : null,
                Blocked = claim,
            });
        if (step.TakenBefore is not null && step.Decision.Refusal is null)
        {
            return await FindRequest(claim, isSame) ?? Refuse(Conflict);
        }

        if (step.Decision.Refusal is { } refusal)
        {
            // Another activation may have taken the very same request while this one decided: what it did is no reason to refuse it.
            return await FindRequest(claim, isSame) ?? Refuse(refusal);
        }

        return new SendResult { Message = messageId is null ? null : await Taken(messageId, contents) };
    }

    /// <summary>The message as it was just taken, of whose content nothing needs to be read.</summary>
    private async Task<MessageSummary?> Taken(string messageId, IReadOnlyCollection<SaltedContent> contents) =>
        await Find(messageId) is { } view && contents.FirstOrDefault(content => content.Commitment == view.Commitment) is { } said
            ? view.Summary(new Dictionary<long, MessageContent> { [view.ContentVersion] = said.Content })
            : await GetMessage(messageId);

    private Task<OptInDraft> DraftOptIn(Surroundings around, Channel channel, string? language) =>
        _surroundings.DraftOptIn(around, language, _conversation.State[channel].Consent.AskedIn, time);

    /// <summary>The answer that this request got when it was taken, or null if it is new.</summary>
    private async Task<SendResult?> FindRequest(ClaimedRequest claim, Func<TakenRequest, bool> isSame)
    {
        if (await journal.FindRequestAsync(claim) is not { } holder)
        {
            return null;
        }

        return holder.Conversation == Key && isSame(await journal.ReadRequestAsync(holder))
            ? new SendResult { Message = await MessageAt(holder), Repeated = true }
            : Refuse(Conflict);
    }

    private async Task<MessageSummary?> MessageAt(ClaimHolder holder) =>
        await journal.FindMessageIdAsync(holder) is { } messageId ? await GetMessage(messageId) : null;

    private static MessageContent ContentOf(SendRequest request, TemplateToSend? template) => template switch
    {
        null => new MessageContent
        {
            Text = request.Text,
            Buttons = [.. request.Buttons.Select(button => button.Title)],
            ButtonIds = request.Buttons is [] ? null : [.. request.Buttons.Select(button => button.Id)],
            PreviewLinks = request.PreviewLinks ? true : null,
        },
        { Found: { } found } => new MessageContent
        {
            Text = found.Render(template.Parameters).Text,
            Buttons = found.ButtonTitles,
            ButtonTargets = found.Targets(template.Parameters) is { IsEmpty: false } targets ? targets : null,
            Parameters = template.Parameters,
        },
        _ => new MessageContent(),
    };

    private static ConsentBasis BasisOf(string? word) =>
        Words.Read<ConsentBasis>(word) ?? throw new ArgumentException($"No basis of consent is called {word}.", nameof(word));

    private static Channel ChannelOf(string word, string parameter) =>
        Channels.Parse(word) ?? throw new ArgumentException($"No channel is called {word}.", parameter);

    private static Refusal NoSuchMessage { get; } = new(RefusalCodes.NotFound, "There is no such message in this conversation.");

    private static SendResult Refuse(Refusal refusal) => new() { Refusal = Words.Of(refusal) };

    private static Refusal Conflict { get; } = new(
        RefusalCodes.IdempotencyConflict, "This Idempotency-Key was used for another request. Use a new key for a new message.");
}
