using System.CommandLine;
using System.Globalization;
using MultiLine.Cli.Organizations;
using MultiLine.Domain.Audit;
using MultiLine.Storage.Audit;
using MultiLine.Storage.Exports;
using MultiLine.Storage.Ledger;

namespace MultiLine.Cli.Exports;

/// <summary><c>multiline export</c>.</summary>
internal static class ExportCommand
{
    private const int LongestReason = 500;

    public static Command Create(TimeProvider time)
    {
        var organization = CommonOptions.Key("--organization", "Whose ledger.");
        var file = new Option<string>("--to") { Description = "The file to write; it must not be there yet.", HelpName = "FILE", Required = true };
        var reason = CommonOptions.Text("--reason", "Why: recorded among the organisation's acts.");
        reason.HelpName = "TEXT";
        reason.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>()?.Length > LongestReason)
                result.AddError($"--reason has more than {LongestReason} characters.");
        });
        var line = CommonOptions.Key("--line", "Only this line.");
        var contact = CommonOptions.Key("--contact", "Only this contact.");
        line.Required = contact.Required = false;
        var from = Time("--from", "Only what was captured at this time or later.");
        var until = Time("--until", "Only what was captured before this time.");
        var bare = new Option<bool>("--without-content") { Description = "Leave out what messages say; that they commit to it stays." };
        var progress = VerifyCommand.ProgressOption();
        var data = CommonOptions.Data();
        var command = new Command(
            "export",
            "Writes an organisation's ledger up to its newest tree head as JSON lines, which multiline verify checks. For records that are not selected their leaves "
                + "stand, so that the rest can be checked. Goes on where it was interrupted when it is given the same file and the same selection.")
        {
            organization, file, reason, line, contact, from, until, bare, progress, data,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var streams = arguments.InvocationConfiguration;
            await using var deployment = Deployment.Open(arguments.GetRequiredValue(data));
            var found = await deployment.Organizations.GetAsync(arguments.GetRequiredValue(organization), cancellationToken);
            var path = Path.GetFullPath(arguments.GetRequiredValue(file));
            if (File.Exists(path))
                throw new CommandFailedException($"{path} is there already. Name another file.");

            var draft = new ExportDraft(path);
            var wanted = new ExportPlan
            {
                Organization = found.Id,
                Head = (await deployment.Get<ITreeHeads>().NewestAsync(found.Id, cancellationToken))?.Head.Number
                    ?? throw new CommandFailedException($"{found.Id} has no tree head yet. A running server signs one within a minute of the first message."),
                MadeAt = time.GetUtcNow(),
                MadeBy = AuditEvent.ByOperator,
                Selection = new ExportSelection
                {
                    Line = arguments.GetValue(line), Contact = arguments.GetValue(contact), From = arguments.GetValue(from), Until = arguments.GetValue(until),
                },
                WithContent = !arguments.GetValue(bare),
            };
            var plan = wanted;
            if (await draft.BegunAsync(cancellationToken) is { } begun)
            {
                plan = begun == wanted with { Head = begun.Head, MadeAt = begun.MadeAt }
                    ? begun
                    : throw new CommandFailedException(
                        $"An export into {path} was begun with another selection. Give the same one, or name another file.");
            }
            else
            {
                await RecordAsync(deployment, plan, arguments.GetRequiredValue(reason), cancellationToken);
                await draft.BeginAsync(plan, cancellationToken);
            }

            var export = deployment.Get<LedgerExport>();
            var said = new Progress(VerifyCommand.IsWanted(arguments.GetValue(progress)) ? streams.Error : null, "records", time);
            var records = await draft.WriteAsync(export, plan, said, cancellationToken);
            await said.EndAsync();
            await streams.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{records:N0} records up to tree head {plan.Head} of {found.Id} are in {path}. multiline verify checks it."));
        });
        return command;
    }

    /// <summary>Before anything of it is read.</summary>
    private static async Task RecordAsync(Deployment deployment, ExportPlan plan, string reason, CancellationToken cancellationToken)
    {
        var kept = AuditJournal.Reason(reason.Trim());
        var act = new ExportMade
        {
            At = plan.MadeAt,
            Person = plan.MadeBy,
            Export = Guid.CreateVersion7(plan.MadeAt).ToString("N"),
            Format = "jsonl",
            Head = plan.Head,
            Line = plan.Selection.Line,
            Contact = plan.Selection.Contact,
            From = plan.Selection.From,
            Until = plan.Selection.Until,
            WithContent = plan.WithContent,
            Commitment = kept.Commitment,
        };
        await deployment.Get<AuditJournal>().RecordAsync(plan.Organization, act, kept, once: ExportMade.NameOf(act.Export), cancellationToken);
    }

    private static Option<DateTimeOffset?> Time(string name, string description) => new(name)
    {
        Description = $"{description} As 2026-03-02 or 2026-03-02T09:00:00Z; UTC where no zone is named.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
                return time;
            result.AddError($"{name} is '{result.Tokens[0].Value}'; it must be a time such as 2026-03-02T09:00:00Z.");
            return null;
        },
    };
}
