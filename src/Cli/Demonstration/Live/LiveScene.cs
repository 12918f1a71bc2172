using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Demonstration.Scripts;
using MultiLine.Cli.Organizations;
using MultiLine.Cli.SignIn;
using MultiLine.Domain;
using MultiLine.Domain.Organizations;
using MultiLine.Domain.Templates;

namespace MultiLine.Cli.Demonstration.Live;

/// <summary>
/// Brings the prepared demonstration to life while server and simulator run. Each step finds what an earlier, interrupted try has done;
/// a mark in the data directory says that all are done.
/// </summary>
internal sealed class LiveScene(Deployment deployment, SimulatorClient simulator, Uri server, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan SignInWithin = TimeSpan.FromMinutes(1);

    public async Task PlayAsync(CancellationToken cancellationToken)
    {
        var bank = await deployment.Organizations.GetAsync(Bank.Id, cancellationToken);
        var number = bank.SendingNumber(Bank.Desk, Channel.WhatsApp);
        if (number is null || !await simulator.HasNumberAsync(number, cancellationToken))
            throw new CommandFailedException($"The simulator has no number {number}, with which the demonstration was prepared.");

        await HandOutPhonesAsync(cancellationToken);
        await simulator.PresentAsync(number, Bank.Profile, cancellationToken);
        await ApproveTemplatesAsync(bank.WhatsAppAccount!, cancellationToken);
        await AdministerAsync(cancellationToken);
        await ReadAsync(cancellationToken);
        await WriteAsync(number, cancellationToken);
    }

    private async Task HandOutPhonesAsync(CancellationToken cancellationToken)
    {
        foreach (var phone in Clients.All.Select(Phone.Of).Append(Today.Newcomer))
            await simulator.GiveAsync(phone, cancellationToken);
    }

    private async Task ApproveTemplatesAsync(string account, CancellationToken cancellationToken)
    {
        var known = await simulator.TemplatesAsync(account, cancellationToken);
        foreach (var template in Templates.All.Where(template => !known.ContainsKey(template.Name)))
            await simulator.SubmitAsync(account, template, Examples(template), cancellationToken);
        await UntilAsync("its templates are approved", async () =>
        {
            var reviewed = await simulator.TemplatesAsync(account, cancellationToken);
            return Templates.All.All(template => reviewed[template.Name] == "APPROVED");
        }, cancellationToken);
    }

    /// <summary>The templates are read, and the policy is put in force.</summary>
    private async Task AdministerAsync(CancellationToken cancellationToken)
    {
        using var administrator = await SignInAsync(Bank.Amir, cancellationToken);
        var known = await administrator.SyncTemplatesAsync(cancellationToken);
        if (Templates.All.FirstOrDefault(template => known.GetValueOrDefault(template.Name) != "approved") is { } missing)
            throw new CommandFailedException($"The server does not know the approved template {missing.Name}. Does it use the simulator that is named here?");
        await administrator.PutPolicyAsync(HousePolicy.Rules, cancellationToken);
    }

    /// <summary>The past has been read, but for the last messages of one client.</summary>
    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        // Once clients have begun to write, what is unread is theirs.
        var (phone, text) = Today.Messages[0];
        if (await simulator.HasWrittenAsync(phone, text, cancellationToken))
            return;
        using var user = await SignInAsync(Bank.Sofia, cancellationToken);
        foreach (var thread in await user.UnreadAsync(Bank.Desk, cancellationToken))
        {
            var place = thread.Name == Today.Unanswered.Name
                ? await user.LastAnswerAsync(Bank.Desk, thread.Contact, cancellationToken)
                : thread.Version;
            await user.MarkReadAsync(Bank.Desk, thread.Contact, place, cancellationToken);
        }
    }

    private async Task WriteAsync(string number, CancellationToken cancellationToken)
    {
        foreach (var (phone, text) in Today.Messages)
        {
            if (!await simulator.HasWrittenAsync(phone, text, cancellationToken))
                await simulator.WriteAsync(phone, text, number, cancellationToken);
        }

        await UntilAsync("the server has taken what the clients wrote", () => simulator.IsQuietAsync(cancellationToken), cancellationToken);
    }

    private async Task<ServerClient> SignInAsync(Person person, CancellationToken cancellationToken)
    {
        var token = await new OneTimeLinks(deployment.Links, time).IssueTokenAsync(Bank.Id, person.Id, SignInWithin, cancellationToken);
        return await ServerClient.SignInAsync(server, token, cancellationToken);
    }

    private async Task UntilAsync(string what, Func<Task<bool>> isSo, CancellationToken cancellationToken)
    {
        var end = time.GetUtcNow() + Patience;
        while (!await isSo())
        {
            if (time.GetUtcNow() > end)
                throw new CommandFailedException($"The simulator did not come to the point that {what}, after {Patience.TotalSeconds} seconds.");
            await Task.Delay(LookAgainAfter, time, cancellationToken);
        }
    }

    private static string[] Examples(MessageTemplate template) => Today.Examples[..template.BodyVariables.Length];
}
