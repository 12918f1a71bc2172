using System.Collections;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.WhatsApp;

namespace MultiLine.Cli.Doctor;

/// <summary>The settings of the connections, read under the names that the server reads, and what is wrong with them.</summary>
internal sealed record DoctorSettings
{
    private static readonly string[] SecretSettings =
        [nameof(WhatsAppOptions.AccessToken), nameof(WhatsAppOptions.VerifyToken), nameof(WhatsAppOptions.AppSecrets), nameof(SmsOptions.AuthTokens)];

    /// <summary>What can be read of the two sections.</summary>
    public required IConfiguration Configuration { get; init; }

    public required WhatsAppOptions WhatsApp { get; init; }

    public required SmsOptions Sms { get; init; }

    public IReadOnlyList<SettingFault> WhatsAppFaults { get; init; } = [];

    public IReadOnlyList<SettingFault> SmsFaults { get; init; } = [];

    /// <summary>What nobody may read in what the command prints, whether or not the server could use it.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>The Graph API can be called: with what is a question of its own.</summary>
    public bool CanCall => !WhatsAppFaults.Any(fault => fault.Setting is nameof(WhatsAppOptions.BaseAddress)
        or nameof(WhatsAppOptions.GraphVersion) or nameof(WhatsAppOptions.Timeout));

    /// <summary>There is something that may be a token.</summary>
    public bool HasToken => !WhatsAppFaults.Any(fault => fault.Setting is nameof(WhatsAppOptions.AccessToken));

    /// <summary>The id of the app; null if there is none, or something that is none.</summary>
    public string? AppId =>
        string.IsNullOrEmpty(WhatsApp.AppId) || WhatsAppFaults.Any(fault => fault.Setting is nameof(WhatsAppOptions.AppId)) ? null : WhatsApp.AppId;

    /// <param name="file">The server's <c>appsettings.json</c>, if settings are kept there. The environment counts for more.</param>
    public static DoctorSettings Read(FileInfo? file)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
            builder.AddJsonFile(file.FullName, optional: false, reloadOnChange: false);
        try
        {
            return Read(builder.AddEnvironmentVariables().Build());
        }
        catch (InvalidDataException)
        {
            throw new CommandFailedException($"{file} is not JSON, or has a key twice.");
        }
    }

    public static DoctorSettings Read(IConfiguration configuration)
    {
        var whatsApp = configuration.GetSection(WhatsAppOptions.Section).GetChildren().ToList();
        var sms = configuration.GetSection(SmsOptions.Section).GetChildren().ToList();
        var whatsAppFaults = Unreadable<WhatsAppOptions>(whatsApp).ToList();
        var smsFaults = Unreadable<SmsOptions>(sms).ToList();
        var readable = Memory([.. Without(whatsAppFaults, whatsApp), .. Without(smsFaults, sms)]);
        var whatsAppOptions = readable.GetSection(WhatsAppOptions.Section).Get<WhatsAppOptions>() ?? new WhatsAppOptions();
        var smsOptions = readable.GetSection(SmsOptions.Section).Get<SmsOptions>() ?? new SmsOptions();
        return new DoctorSettings
        {
            Configuration = readable,
            WhatsApp = whatsAppOptions,
            Sms = smsOptions,
            WhatsAppFaults = [.. whatsAppFaults, .. Validate(whatsAppOptions)],
            SmsFaults = [.. smsFaults, .. Validate(smsOptions)],
            Secrets = [.. SecretsIn([.. whatsApp, .. sms])],
        };
    }

    /// <summary>What can't be made what it should be. The binder's own words would repeat the value.</summary>
    private static IEnumerable<SettingFault> Unreadable<T>(IReadOnlyList<IConfigurationSection> settings) =>
        from property in typeof(T).GetProperties()
        from setting in settings
        where setting.Key.Equals(property.Name, StringComparison.OrdinalIgnoreCase) && !CanBe(property.PropertyType, setting)
        select new SettingFault(property.Name, IsMissing: false, $"{setting.Path} can't be read as a {property.PropertyType.Name}.");

    private static bool CanBe(Type type, IConfigurationSection setting)
    {
        try
        {
            Memory(Values(setting)).GetSection(setting.Path).Get(type);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Without(
        IReadOnlyList<SettingFault> faults, IReadOnlyList<IConfigurationSection> settings) =>
        settings.Where(setting => !faults.Any(fault => setting.Key.Equals(fault.Setting, StringComparison.OrdinalIgnoreCase))).SelectMany(Values);

    /// <summary>What a setting holds, each value under its whole key. JSON's null is as good as nothing, and read as that.</summary>
    private static IEnumerable<KeyValuePair<string, string?>> Values(IConfigurationSection setting)
    {
        var parts = setting.GetChildren().ToList();
        return parts.Count == 0 ? [new(setting.Path, setting.Value ?? "")] : parts.SelectMany(Values);
    }

    private static IConfigurationRoot Memory(IEnumerable<KeyValuePair<string, string?>> values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values).Build();

    private static IEnumerable<string> SecretsIn(IEnumerable<IConfigurationSection> settings) =>
        settings.Where(setting => SecretSettings.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            .SelectMany(Values)
            .Select(value => value.Value)
            .OfType<string>()
            .Where(secret => !string.IsNullOrWhiteSpace(secret));

    private static IEnumerable<SettingFault> Validate<T>(T options)
        where T : class
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => Fault(options, result));
    }

    private static SettingFault Fault<T>(T options, ValidationResult result)
    {
        var setting = result.MemberNames.FirstOrDefault();
        var value = setting is null ? null : typeof(T).GetProperty(setting)?.GetValue(options);
        return new SettingFault(setting, value is null or "" or ICollection { Count: 0 }, result.ErrorMessage ?? "");
    }
}

/// <param name="Setting">Below the section; null if the fault is of several together.</param>
/// <param name="IsMissing">It is not there, rather than wrong.</param>
/// <param name="Words">Names the key, never the value.</param>
internal sealed record SettingFault(string? Setting, bool IsMissing, string Words);
