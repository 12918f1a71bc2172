using System.Diagnostics;

namespace MultiLine.Load.Running;

/// <summary>Product and simulator on one machine with an organisation, a line and people.</summary>
internal sealed class Deployment : ISystemUnderLoad, IDisposable
{
    private readonly string _directory;
    private readonly bool _isKept;
    private readonly ServerProcess _simulator;

    private Deployment(IReadOnlyDictionary<string, string> extra, string? directory)
    {
        _isKept = directory is not null;
        _directory = directory ?? Directory.CreateTempSubdirectory("multiline-load-").FullName;
        var (product, simulator) = (FreeAddress(), FreeAddress());
        Product = new ProductServers(product, ProductSettings(simulator, extra), _directory);
        _simulator = new ServerProcess(
            "Simulator", simulator, "/control/health", SimulatorSettings(product, extra), Path.Combine(_directory, "simulator.log"));
    }

    public ProductServers Product { get; }

    public IReadOnlyList<Uri> Servers => [Product.Address];

    public Uri Simulator => _simulator.Address;

    /// <summary>What product and simulator have had of the processors since they started.</summary>
    public ProcessorTimes ProcessorTimes => new(Product.ProcessorTime, _simulator.ProcessorTime);

    /// <summary>Where the product keeps everything.</summary>
    public string ProductData => Storage(_directory);

    /// <param name="extra">Settings of the product besides those it needs; and of the simulator, those that begin with its name.</param>
    /// <param name="directory">
    /// Holds what a deployment before has left, or nothing yet, and is left as it is at the end; without it, all is thrown away at the end.
    /// </param>
    public static async Task<Deployment> StartAsync(IReadOnlyDictionary<string, string> extra, string? directory = null)
    {
        var deployment = new Deployment(extra, directory);
        if (!Directory.Exists(Storage(deployment._directory)))
        {
            Found(deployment._directory);
        }

        try
        {
            await deployment._simulator.StartAsync(new Dictionary<string, string>(StringComparer.Ordinal));
            await deployment.Product.StartAsync();
            return deployment;
        }
        catch
        {
            // The log stays, which says why.
            deployment.Product.Dispose();
            deployment._simulator.Dispose();
            throw;
        }
    }

    /// <summary>Adds the people who run the system, among them <see cref="Bank.Operator"/>.</summary>
    public void FoundOperators()
    {
        Multiline(_directory, "org", "create", "--id", Bank.Operators, "--name", "Operators", "--administrator", "Admin");
        Multiline(_directory, "person", "add", "--organization", Bank.Operators, "--id", Bank.Operator, "--name", "Operator", "--role", "operator");
    }

    public Task<string> IssueLinkAsync(string person)
    {
        var organization = person == Bank.Operator ? Bank.Operators : Bank.Organization;
        var link = Multiline(_directory, "link", "--organization", organization, "--person", person);
        return Task.FromResult(link[(link.IndexOf("token=", StringComparison.Ordinal) + "token=".Length)..].Trim());
    }

    public async Task BreakAsync(Random chance)
    {
        await Product.KillAsync(chance);
        await Product.StartAsync();
    }

    /// <summary>How large the product's database is.</summary>
    public long StoredBytes => new DirectoryInfo(ProductData).EnumerateFiles("*.db*").Sum(file => file.Length);

    public void Dispose()
    {
        Product.Dispose();
        _simulator.Dispose();
        if (!_isKept && Directory.Exists(_directory))
        {
            Directory.Delete(_directory, recursive: true);
        }
    }

    /// <summary>Makes the organisation with its line and people in a directory from which a deployment is to start.</summary>
    public static void Found(string directory)
    {
        Multiline(
            directory, "org", "create", "--id", Bank.Organization, "--name", "Bench Bank", "--administrator", "Admin",
            "--whatsapp-account", Bank.Account, "--line", $"{Bank.Line}:Main line:{Bank.PhoneNumberId}:{Bank.Display}");
        Multiline(directory, "person", "add", "--organization", Bank.Organization, "--id", Bank.User, "--name", "User", "--role", "user", "--line", Bank.Line);
        Multiline(directory, "person", "add", "--organization", Bank.Organization, "--id", Bank.Officer, "--name", "Officer", "--role", "compliance");
    }

    /// <summary>Where the product's storage is in a deployment's directory.</summary>
    public static string Storage(string directory) => Path.Combine(directory, "product");

    private Dictionary<string, string> ProductSettings(Uri simulator, IReadOnlyDictionary<string, string> extra) => new(extra, StringComparer.Ordinal)
    {
        ["Storage__DataDirectory"] = Storage(_directory),
        ["WhatsApp__BaseAddress"] = simulator.ToString(),
        ["WhatsApp__AccessToken"] = Bank.AccessToken,
        ["WhatsApp__AppSecrets__0"] = Bank.AppSecret,
        ["WhatsApp__VerifyToken"] = Bank.VerifyToken,
        ["Cluster__SiloPort"] = $"{FreePort.Next()}",
        ["Cluster__GatewayPort"] = $"{FreePort.Next()}",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private Dictionary<string, string> SimulatorSettings(Uri product, IReadOnlyDictionary<string, string> extra) => new(
        extra.Where(setting => setting.Key.StartsWith("Simulator__", StringComparison.Ordinal)), StringComparer.Ordinal)
    {
        ["Simulator__DataDirectory"] = Path.Combine(_directory, "simulator"),
        ["Simulator__AccessToken"] = Bank.AccessToken,
        ["Simulator__AppSecret"] = Bank.AppSecret,
        ["Simulator__Webhooks__CallbackUrl"] = new Uri(product, "webhooks/whatsapp").ToString(),
        ["Simulator__Webhooks__VerifyToken"] = Bank.VerifyToken,
        ["Simulator__PairRate__Burst"] = "10000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    /// <summary>Has the command <c>multiline</c> do something to the storage in a deployment's directory.</summary>
    public static string Multiline(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Program("Cli"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["Storage__DataDirectory"] = Storage(directory);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"multiline {arguments[0]}: {error}");
    }

    internal static Uri FreeAddress() => new($"http://127.0.0.1:{FreePort.Next()}/");
}
