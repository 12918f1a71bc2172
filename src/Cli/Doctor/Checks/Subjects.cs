using System.Collections.Immutable;
using MultiLine.Cli.Doctor.Looking;
using MultiLine.Connectors.WhatsApp.Accounts;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Doctor.Checks;

/// <summary>What a check about accounts or numbers is asked of, each by itself.</summary>
internal static class Subjects
{
    private const string First = "Bring the organisation and its line into being first.";

    public static IEnumerable<Organization> WithAccount(this Sight sight) =>
        sight.Organizations.Where(organization => organization is { WhatsAppEnabled: true, WhatsAppAccount: not null });

    /// <summary>An outcome or several for the account of each organisation that has one.</summary>
    public static IEnumerable<Outcome> ForEachAccount(this Sight sight, Func<Organization, AccountSight, IEnumerable<Outcome>> rule)
    {
        var organizations = sight.WithAccount().ToImmutableArray();
        return organizations.IsEmpty
            ? [Outcome.Unknown("no organisation has a WhatsApp business account", First)]
            : organizations.SelectMany(organization => sight.Accounts.TryGetValue(organization.WhatsAppAccount!, out var account)
                ? rule(organization, account)
                : [Outcome.Unknown($"{AccountChecks.Words(organization)} was not asked for: there is no token", "Mend the settings first.")]);
    }

    /// <summary>An outcome for each WhatsApp number of each line.</summary>
    public static IEnumerable<Outcome> ForEachLine(this Sight sight, Func<LineOfAccount, Outcome> rule)
    {
        var outcomes = sight.ForEachAccount((organization, account) =>
            from line in organization.Lines
            from number in line.Numbers
            where number.Channel == Channel.WhatsApp
            select rule(new LineOfAccount(organization, line, number, account))).ToImmutableArray();
        return outcomes.IsEmpty ? [Outcome.Unknown("no line has a WhatsApp number", First)] : outcomes;
    }

    /// <summary>An outcome for each WhatsApp number of each line that Meta knows in the account.</summary>
    public static IEnumerable<Outcome> ForEachNumber(this Sight sight, Func<LineOfAccount, BusinessNumber, Outcome> rule) =>
        sight.ForEachLine(line => line.Known is { } number
            ? rule(line, number)
            : Outcome.Unknown($"{line.Words} is not seen in the account", "Mend what is said about the number first."));
}

internal sealed record LineOfAccount(Organization Organization, Line Line, LineNumber Number, AccountSight Account)
{
    public string Words => $"{Number.Display} ({Number.Id}, line {Line.Id} of {Organization.Id})";

    /// <summary>As Meta has it.</summary>
    public BusinessNumber? Known => Account.Numbers.Value?.FirstOrDefault(number => number.Id == Number.Id);
}
