using System.CommandLine;
using MultiLine.Cli.Demonstration.Cast;
using MultiLine.Cli.Demonstration.Live;
using MultiLine.Cli.Organizations;
using MultiLine.Cli.SignIn;
using MultiLine.Domain.Organizations;

namespace MultiLine.Cli.Demonstration;

/// <summary><c>multiline demo</c>.</summary>
internal static class DemonstrationCommands
{
    private const string TokenVariable = "WhatsApp__AccessToken";

    /// <summary>The file in the data directory that says that the demonstration is live.</summary>
    private const string LiveMark = "demonstration-live";

    public static Command Create(TimeProvider time) =>
        new("demo", "A demonstration with a bank, its clients and weeks of conversations. Against the simulator only.")
        {
            PrepareCommand(time), LiveCommand(time), LinksCommand(time),
        };

    private static Command PrepareCommand(TimeProvider time)
    {
        var simulator = SimulatorAddress.Option();
        var number = IdOption("--phone-number-id", "The simulator's id of the bank's number.", "106540352242922");
        var account = IdOption("--account", "The simulator's id of the business account.", "102290129340398");
        var display = new Option<string>("--display")
        {
            Description = "The number as people read it.", HelpName = "NUMBER", DefaultValueFactory = _ => "+49 30 5550100",
        };
        var sms = new Option<string>("--sms-number")
        {
            Description = "The bank's number for SMS.", HelpName = "NUMBER", DefaultValueFactory = _ => "+49 30 55501000",
        };
        sms.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && LineArgument.Sms(given) is null)
                result.AddError(LineArgument.NoSmsNumber(given));
        });
        var data = CommonOptions.Data();
        var command = new Command("prepare", "Makes the demonstration in an empty data directory, before the server starts. The second time it does nothing.")
        {
            simulator, number, account, display, sms, data,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            SimulatorAddress.Check(arguments.GetRequiredValue(simulator));
            var isNew = await new Preparation(time).PrepareAsync(
                arguments.GetRequiredValue(data),
                new BusinessNumber(
                    arguments.GetRequiredValue(number),
                    arguments.GetRequiredValue(account),
                    arguments.GetRequiredValue(display),
                    arguments.GetRequiredValue(sms)),
                cancellationToken);
            await arguments.InvocationConfiguration.Output.WriteLineAsync(isNew
                ? $"Prepared the demonstration: {Clients.All.Count} clients, {Scripts.AllThreads.Scripts.Count} conversations."
                : "The demonstration is there already; nothing was changed.");
        });
        return command;
    }

    /// <summary>An id of Meta's. The defaults are the simulator's.</summary>
    private static Option<string> IdOption(string name, string description, string ifNotGiven)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "ID", DefaultValueFactory = _ => ifNotGiven };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && !LineArgument.IsNumberId(given))
                result.AddError($"{name} is '{given}'; it must have digits only.");
        });
        return option;
    }

    private static Command LiveCommand(TimeProvider time)
    {
        var (simulator, data, url) = (SimulatorAddress.Option(), CommonOptions.Data(), CommonOptions.Url());
        var token = new Option<string>("--access-token")
        {
            Description = $"The token of the simulator's Graph API. Default: the environment variable {TokenVariable}, or the simulator's own default.",
            HelpName = "TOKEN",
            DefaultValueFactory = _ => Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } set ? set : "simulator-access-token",
        };
        var command = new Command("live", "With server and simulator running: gives the clients phones, has templates approved and lets clients write. Once.")
        {
            simulator, data, url, token,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var address = arguments.GetRequiredValue(simulator);
            SimulatorAddress.Check(address);
            var directory = arguments.GetRequiredValue(data);
            var output = arguments.InvocationConfiguration.Output;
            await using var deployment = Deployment.Open(directory);
            var mark = Path.Combine(directory, LiveMark);
            if (File.Exists(mark))
            {
                await output.WriteLineAsync("The demonstration is live already; nothing was changed.");
                return;
            }

            using var client = new SimulatorClient(address, arguments.GetRequiredValue(token));
            await new LiveScene(deployment, client, arguments.GetRequiredValue(url), time).PlayAsync(cancellationToken);
            await File.WriteAllTextAsync(mark, $"{time.GetUtcNow():O}\n", cancellationToken);
            await output.WriteLineAsync("The demonstration is live.");
        });
        return command;
    }

    private static Command LinksCommand(TimeProvider time)
    {
        var (data, url, validFor) = (CommonOptions.Data(), CommonOptions.Url(), CommonOptions.ValidFor(TimeSpan.FromDays(1)));
        var command = new Command("links", "Prints a one-time sign-in link for each person of the demonstration.") { data, url, validFor };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var deployment = Deployment.Open(arguments.GetRequiredValue(data));
            var links = new OneTimeLinks(deployment.Links, time);
            Organization[] organizations =
            [
                await deployment.Organizations.GetAsync(Bank.Id, cancellationToken),
                await deployment.Organizations.GetAsync(OrganizationRules.System, cancellationToken),
            ];
            foreach (var (organization, person) in organizations.SelectMany(organization => organization.People.Select(person => (organization, person))))
            {
                var link = await links.IssueAsync(
                    arguments.GetRequiredValue(url), organization.Id, person.Id, arguments.GetRequiredValue(validFor), cancellationToken);
                var roles = string.Join(", ", person.Roles.Select(RoleNames.Name));
                await arguments.InvocationConfiguration.Output.WriteLineAsync($"  {person.Name,-16} {roles,-14} {link}");
            }
        });
        return command;
    }
}
