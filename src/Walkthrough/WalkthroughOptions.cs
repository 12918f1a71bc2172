using System.Globalization;

namespace MultiLine.Walkthrough;

/// <summary>What the walkthrough is told by its arguments.</summary>
internal sealed record WalkthroughOptions
{
    public const string Usage =
        """
        usage: walkthrough --steps
               walkthrough --product URL --simulator URL --line LINE --window SECONDS
                           --user LINK --administrator LINK --compliance LINK --multiline FILE
                           [--pid-file FILE[,FILE] --kill-after STEP]

          --steps        lists the steps of the story
          --window       how long a session is open in the configuration of the product and the simulator
          --user …       the one-time links of three people
          --multiline    the program of the command, which verifies an export
          --kill-after   number or name of a step, or "every": then the product is killed with SIGKILL; somebody else must start it again
          --pid-file     where that somebody writes the numbers of the product's processes; all are killed at once
        """;

    public required Uri Product { get; init; }

    public required Uri Simulator { get; init; }

    public required string Line { get; init; }

    public required TimeSpan Window { get; init; }

    public required Uri UserLink { get; init; }

    public required Uri AdministratorLink { get; init; }

    public required Uri ComplianceLink { get; init; }

    /// <summary>The program of the command <c>multiline</c>.</summary>
    public required string Multiline { get; init; }

    /// <summary>A step's number or name, or <c>every</c>.</summary>
    public string? KillAfter { get; init; }

    public IReadOnlyList<string> PidFiles { get; init; } = [];

    /// <exception cref="FormatException">An argument is missing or can't be read.</exception>
    public static WalkthroughOptions Read(IReadOnlyList<string> arguments)
    {
        var given = arguments.Chunk(2).ToDictionary(pair => pair[0], pair => pair.ElementAtOrDefault(1), StringComparer.Ordinal);
        var options = new WalkthroughOptions
        {
            Product = Address("--product"),
            Simulator = Address("--simulator"),
            Line = Needed("--line"),
            Window = TimeSpan.FromSeconds(double.Parse(Needed("--window"), CultureInfo.InvariantCulture)),
            UserLink = Address("--user"),
            AdministratorLink = Address("--administrator"),
            ComplianceLink = Address("--compliance"),
            Multiline = Needed("--multiline"),
            KillAfter = given.GetValueOrDefault("--kill-after"),
            PidFiles = given.GetValueOrDefault("--pid-file")?.Split(',') ?? [],
        };
        return options is { KillAfter: not null, PidFiles: [] } ? throw new FormatException("--kill-after needs --pid-file.") : options;

        string Needed(string name) => given.GetValueOrDefault(name) ?? throw new FormatException($"{name} is missing.");

        Uri Address(string name) =>
            Uri.TryCreate(Needed(name), UriKind.Absolute, out var address) ? address : throw new FormatException($"{name} must be an address.");
    }
}
