using Microsoft.Extensions.Logging;
using MultiLine.Connectors.WhatsApp;
using MultiLine.Connectors.WhatsApp.Templates;
using MultiLine.Domain;
using MultiLine.Domain.Templates;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using MultiLine.Grains.Webhooks;
using MessageTemplate = MultiLine.Connectors.WhatsApp.Templates.MessageTemplate;
using TemplateDraft = MultiLine.Grains.Interfaces.Templates.TemplateDraft;

namespace MultiLine.Grains.Templates;

/// <summary>
/// The provider owns the templates; this is what we last heard of them. Reviews are told by webhook, and the whole is read again at
/// start, on request, and after what was told and is no verdict.
/// </summary>
[GrainType("template-catalog")]
public sealed partial class TemplateCatalogGrain(
    [PersistentState("catalog", StateStores.Grains)] IPersistentState<TemplateCatalogState> state,
    TemplateClient provider,
    ILogger<TemplateCatalogGrain> log) : Grain, ITemplateCatalogGrain
{

    private const string Restricted = "WhatsApp does not let this account do that until its access or its restrictions are seen to. An operator can find out why.";

    /// <summary>The first time; after each further failure twice as long, up to eight minutes: before an idle activation is collected.</summary>
    private static readonly TimeSpan SyncAgainAfter = TimeSpan.FromSeconds(15);

    private const int MostDoublings = 5;

    private IGrainTimer? _syncAgain;
    private int _failures;

    private string Organization => this.GetPrimaryKeyString();

    /// <summary>An organisation that was made beside the running system has nothing here until its first message.</summary>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (state.State.IsStale || !OptInRequests().Any())
        {
            SyncLater(TimeSpan.Zero);
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<TemplateCard>> List() =>
        // A list and not a collection expression: the compiler's own list type has no serializer.
        Task.FromResult<IReadOnlyList<TemplateCard>>(state.State.Templates.OrderBy(card => card.Name, StringComparer.Ordinal).ToList());

    public Task<TemplateCard?> Find(string name, string language) => Task.FromResult(Known(name, language));

    public Task<SubmitResult> Submit(TemplateDraft draft) => OptInName.Version(draft.Name) is null
        ? SubmitDraft(draft)
        : Task.FromResult(Refuse(RefusalCodes.InvalidRequest, $"Names that begin with {OptInName.Prefix} are those of the opt-in request."));

    private async Task<SubmitResult> SubmitDraft(TemplateDraft draft)
    {
        if (await Account() is not { } account)
        {
            return Refuse(RefusalCodes.WhatsAppNotEnabled, "The organisation has no WhatsApp business account yet.");
        }

        switch (await provider.CreateAsync(account, draft.ToWire(), CancellationToken.None))
        {
            case TemplateSuccess<SubmittedTemplate>({ } submitted):
                var card = new TemplateCard
                {
                    Id = submitted.Id,
                    Name = draft.Name,
                    Language = draft.Language,
                    Category = submitted.Category ?? draft.Category,
                    Status = TemplateCards.Status(submitted.Status ?? "PENDING"),
                    Header = draft.Header,
                    Body = draft.Body,
                    Footer = draft.Footer,
                    Buttons = draft.Buttons,
                    ButtonDetails = [.. draft.Buttons.Select(title => new TemplateButtonCard(Words.Of(TemplateButtonKind.QuickReply), title, Url: null))],
                }.WithVariables();
                // The webhook with the verdict may have come before the reply to the submission.
                await Put(Known(card.Name, card.Language) is { } known && known.Id == card.Id ? card with { Status = known.Status } : card);
                return new SubmitResult(Known(card.Name, card.Language), null);
            case TemplateFailure<SubmittedTemplate> { Handling: GraphHandling.Unknown }:
                // Perhaps WhatsApp has it: then the list shows it.
                SyncLater(SyncAgainAfter);
                return Refuse(
                    RefusalCodes.RateLimited,
                    "WhatsApp did not say whether it took the template. The templates are read again shortly; submit it again if it is not among them then.");
            case TemplateFailure<SubmittedTemplate> { Handling: GraphHandling.TryAgain }:
                return Refuse(RefusalCodes.RateLimited, "WhatsApp takes nothing right now. Submit the template again in a few minutes.");
            case TemplateFailure<SubmittedTemplate> failure when IsRestricted(failure.Handling):
                return Refuse(RefusalCodes.NumberRestricted, Restricted);
            case TemplateFailure<SubmittedTemplate> { Error: { } error }:
                return Refuse(RefusalCodes.InvalidRequest, error.UserMessage ?? error.Details);
            case var result:
                throw new InvalidOperationException($"The connector answered a submission with {result}.");
        }
    }

    public async Task<Outcome> Sync()
    {
        if (await Account() is not { } account)
        {
            return Outcome.Refuse(RefusalCodes.WhatsAppNotEnabled, "The organisation has no WhatsApp business account yet.");
        }

        var result = await provider.ListAsync(account, CancellationToken.None);
        if (result is not TemplateSuccess<IReadOnlyList<MessageTemplate>>({ } templates))
        {
            var refusal = result is TemplateFailure<IReadOnlyList<MessageTemplate>> failure && IsRestricted(failure.Handling)
                ? new Refused(RefusalCodes.NumberRestricted, Restricted)
                : new Refused(RefusalCodes.RateLimited, "WhatsApp can't be reached right now. The templates are read again shortly.");
            SyncAgain(refusal.Code);
            return new Outcome(refusal);
        }

        state.State.Templates = [.. templates.Select(template => template.ToCard()).Select(card => card.Remembering(ById(card.Id)))];
        state.State.IsStale = false;
        // One that the provider has and that is not remembered was submitted right before the process died, or the memory was lost.
        state.State.OptInNames =
        [
            .. state.State.OptInNames.Union(templates.Select(template => template.Name).Where(name => OptInName.Version(name) is not null)).OrderBy(OptInName.Version),
        ];
        await state.WriteStateAsync();
        if (await SubmitMissingOptIns() is { } notSubmitted)
        {
            SyncAgain(notSubmitted.Code);
            return Outcome.Done;
        }

        _failures = 0;
        return Outcome.Done;
    }

    public async Task<string?> Report(TemplateReport report)
    {
        var known = ById(report.TemplateId) ?? Known(report.Name, report.Language);
        if (known?.After(report) is not { } changed)
        {
            // The provider's list tells the rest.
            SyncLater(TimeSpan.Zero);
            return known is null ? RawReasons.UnknownTemplate : RawReasons.NoVerdict;
        }

        if (IsOvertaken(known.Id, report.At))
        {
            return null;
        }

        log.TemplateChanged(known.Name, Organization, changed.Warning ?? changed.Status);
        await Put(changed);
        if (TemplateChanges.IsWarning(report.Event))
        {
            // Whether it is in use all the same stands in the provider's list.
            SyncLater(TimeSpan.Zero);
        }

        return null;
    }

    public async Task<string?> Note(TemplateNews news)
    {
        if ((ById(news.TemplateId) ?? Known(news.Name, news.Language)) is not { } known)
        {
            SyncLater(TimeSpan.Zero);
            return RawReasons.UnknownTemplate;
        }

        if (news is { Quality: null, Category: null })
        {
            state.State.IsStale = true;
            await state.WriteStateAsync();
            SyncLater(TimeSpan.Zero);
        }
        else if (!IsOvertaken($"{known.Id}/{(news.Quality is null ? "category" : "quality")}", news.At))
        {
            await Put(known.After(news));
        }

        return null;
    }

    /// <summary>Webhooks come in any order: something newer was told of this already. If not, this is the newest now.</summary>
    private bool IsOvertaken(string subject, DateTimeOffset? at)
    {
        if (at is not { } told)
        {
            return false;
        }

        if (state.State.ReportedAt.TryGetValue(subject, out var newest) && told < newest)
        {
            return true;
        }

        state.State.ReportedAt[subject] = told;
        return false;
    }

    private TemplateCard? Known(string name, string language) =>
        state.State.Templates.FirstOrDefault(card => card.Name == name && card.Language == language);

    private TemplateCard? ById(string id) => state.State.Templates.FirstOrDefault(card => card.Id == id);

    private async Task Put(TemplateCard card)
    {
        state.State.Templates = [.. state.State.Templates.Where(known => known.Name != card.Name || known.Language != card.Language), card];
        await state.WriteStateAsync();
    }

    private async Task<string?> Account() => (await GrainFactory.GetGrain<IOrganizationGrain>(Organization).Get())?.WhatsAppAccount;

    /// <summary>After a failure: later each time, since the provider counts the calls of an hour.</summary>
    private void SyncAgain(string code)
    {
        var delay = SyncAgainAfter * Math.Pow(2, Math.Min(_failures++, MostDoublings));
        log.CatalogNotInStep(Organization, code, delay);
        SyncLater(delay);
    }

    private void SyncLater(TimeSpan after)
    {
        _syncAgain?.Dispose();
        _syncAgain = this.RegisterGrainTimer(
            static (catalog, _) => catalog.SyncByItself(),
            this,
            new GrainTimerCreationOptions(after, Timeout.InfiniteTimeSpan) { KeepAlive = true });
    }

    private async Task SyncByItself()
    {
        try
        {
            await Sync();
        }
        catch
        {
            // A fault of ours and no refusal: what it was is logged with the timer.
            SyncAgain("failed");
            throw;
        }
    }

    private static bool IsRestricted(GraphHandling handling) => handling is GraphHandling.PauseNumber or GraphHandling.PauseBusinessInitiated;

    private static SubmitResult Refuse(string code, string message) => new(null, new Refused(code, message));
}
