using System.Collections;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;
using MultiLine.Connectors.Sms;
using MultiLine.Connectors.WhatsApp;

namespace MultiLine.Cli.Doctor;

/// <summary>The settings of the connections, read under the names that the server reads, and what is wrong with them.</summary>
internal sealed record DoctorSettings
{
    public required IConfiguration Configuration { get; init; }

    public required WhatsAppOptions WhatsApp { get; init; }

    public required SmsOptions Sms { get; init; }

    public IReadOnlyList<SettingFault> WhatsAppFaults { get; init; } = [];

    public IReadOnlyList<SettingFault> SmsFaults { get; init; } = [];

    /// <summary>The Graph API can be called: with what is a question of its own.</summary>
    public bool CanCall => !WhatsAppFaults.Any(fault => fault.Setting is nameof(WhatsAppOptions.BaseAddress)
        or nameof(WhatsAppOptions.GraphVersion) or nameof(WhatsAppOptions.Timeout) or null);

    /// <summary>There is something that may be a token.</summary>
    public bool HasToken => !WhatsAppFaults.Any(fault => fault.Setting is nameof(WhatsAppOptions.AccessToken) or null);

    /// <summary>What nobody may read in what the command prints.</summary>
    public IEnumerable<string> Secrets =>
        new[] { WhatsApp.AccessToken, WhatsApp.VerifyToken }.Concat(WhatsApp.AppSecrets).Concat(Sms.AuthTokens)
            .Where(secret => !string.IsNullOrEmpty(secret));

    /// <param name="file">The server's <c>appsettings.json</c>, if settings are kept there. The environment counts for more.</param>
    public static DoctorSettings Read(FileInfo? file)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
            builder.AddJsonFile(file.FullName, optional: false, reloadOnChange: false);
        return Read(builder.AddEnvironmentVariables().Build());
    }

    public static DoctorSettings Read(IConfiguration configuration)
    {
        var (whatsApp, whatsAppFaults) = Bind<WhatsAppOptions>(configuration, WhatsAppOptions.Section);
        var (sms, smsFaults) = Bind<SmsOptions>(configuration, SmsOptions.Section);
        return new DoctorSettings
        {
            Configuration = configuration, WhatsApp = whatsApp, Sms = sms, WhatsAppFaults = whatsAppFaults, SmsFaults = smsFaults,
        };
    }

    private static (T Options, IReadOnlyList<SettingFault> Faults) Bind<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            var options = configuration.GetSection(section).Get<T>() ?? new T();
            List<ValidationResult> results = [];
            Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
            return (options, [.. results.Select(result => Fault(options, result))]);
        }
        catch (InvalidOperationException notRead)
        {
            return (new T(), [new SettingFault(Setting: null, IsMissing: false, notRead.Message)]);
        }
    }

    private static SettingFault Fault<T>(T options, ValidationResult result)
    {
        var setting = result.MemberNames.FirstOrDefault();
        var value = setting is null ? null : typeof(T).GetProperty(setting)?.GetValue(options);
        return new SettingFault(setting, value is null or "" or ICollection { Count: 0 }, result.ErrorMessage ?? "");
    }
}

/// <param name="Setting">Below the section; null if the section can't be read at all.</param>
/// <param name="IsMissing">It is not there, rather than wrong.</param>
/// <param name="Words">Names the key, never the value.</param>
internal sealed record SettingFault(string? Setting, bool IsMissing, string Words);
