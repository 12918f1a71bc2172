using MultiLine.Domain.Templates;
using MultiLine.Grains.Interfaces;
using MultiLine.Grains.Interfaces.Organizations;
using MultiLine.Grains.Interfaces.Templates;
using TemplateDraft = MultiLine.Grains.Interfaces.Templates.TemplateDraft;

namespace MultiLine.Grains.Templates;

/// <summary>The opt-in request: a template for each version of its words in each language.</summary>
public sealed partial class TemplateCatalogGrain
{
    /// <summary>What the reviewers see in place of the contact's and the organisation's name.</summary>
    private static readonly string[] OptInExamples = ["Ada Lovelace", "Northwind Bank"];

    public Task<TemplateCard?> FindOptIn()
    {
        var requests = OptInRequests().ToList();
        return Task.FromResult(requests.LastOrDefault(card => card.Status == "approved") ?? requests.LastOrDefault());
    }

    public Task<TemplateCard?> FindOptInOf(string language, string otherwise)
    {
        var requests = OptInRequests().ToList();
        var inUse = OptInVersions.InUse([.. requests.Select(TemplateCards.ToVersion)], [language, otherwise]);
        return Task.FromResult(requests.Find(card => card.ToVersion() == inUse));
    }

    public async Task<SubmitResult> SubmitOptIn(OptInWords words)
    {
        // The provider does not let a template change while it is reviewed, and the approved one must stay: each version is a template.
        var name = OptInName.Of((state.State.OptInNames.Max(OptInName.Version) ?? 0) + 1);
        var result = await SubmitDraft(new TemplateDraft
        {
            Name = name,
            Language = words.Language,
            Category = "UTILITY",
            Body = words.Body,
            Footer = words.Footer,
            Buttons = [words.Accept, words.Decline],
            Examples = [.. OptInExamples.Take(VariableCount(words))],
        });
        if (result.Template is not null)
        {
            state.State.OptInNames.Add(name);
            await state.WriteStateAsync();
        }

        return result;
    }

    /// <summary>In the languages in which there is no opt-in request yet. Null where nothing stood against it.</summary>
    private async Task<Refused?> SubmitMissingOptIns()
    {
        var organization = await GrainFactory.GetGrain<IOrganizationGrain>(Organization).Get();
        IEnumerable<OptInWords> held = organization is null ? [] : [organization.OptIn, .. organization.OtherOptIns ?? []];
        foreach (var words in held.Where(words => OptInRequests().All(card => card.Language != words.Language)))
        {
            if ((await SubmitOptIn(words)).Refusal is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private IEnumerable<TemplateCard> OptInRequests() =>
        state.State.OptInNames.SelectMany(name => state.State.Templates.Where(card => card.Name == name));

    private static int VariableCount(OptInWords words) =>
        new TemplateCard { Id = "", Name = "", Language = "", Category = "", Status = "", Body = words.Body }.ToTemplate().BodyVariables.Length;
}
