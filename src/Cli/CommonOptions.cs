using System.CommandLine;
using System.Globalization;
using MultiLine.Domain;

namespace MultiLine.Cli;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    private const string DataVariable = "Storage__DataDirectory";
    private const string DefaultData = "data/product";

    private static readonly TimeSpan LongestValidity = TimeSpan.FromDays(30);

    public static Option<string> Data() => new("--data")
    {
        Description = $"The server's data directory. Default: the environment variable {DataVariable}, or {DefaultData}.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } set ? set : DefaultData,
    };

    /// <summary>An address whose default is that of a server on this machine.</summary>
    public static Option<Uri> Address(string name, string description, Uri? ifNotGiven = null)
    {
        var option = new Option<Uri>(name)
        {
            Description = description,
            HelpName = "URL",
            Required = ifNotGiven is null,
            CustomParser = result =>
            {
                if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                    return address;
                result.AddError($"{name} is '{result.Tokens[0].Value}'; it must be an http:// or https:// address.");
                return null;
            },
        };
        if (ifNotGiven is not null)
            option.DefaultValueFactory = _ => ifNotGiven;
        return option;
    }

    public static Option<Uri> Url() => Address("--url", "The server's address, as people reach it; for links.", new Uri("http://127.0.0.1:5080"));

    public static Option<TimeSpan> ValidFor(TimeSpan ifNotGiven) => new("--valid-for")
    {
        Description = "How long the link can be used, as days.hours:minutes:seconds.",
        HelpName = "TIME",
        DefaultValueFactory = _ => ifNotGiven,
        CustomParser = result =>
        {
            if (!TimeSpan.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var time) || time <= TimeSpan.Zero || time > LongestValidity)
                result.AddError($"--valid-for is '{result.Tokens[0].Value}'; it must be above 0 and at most {LongestValidity.TotalDays} days, such as 00:15:00.");
            return time;
        },
    };

    /// <summary>A part of a key: what organisations, people and lines are called in addresses.</summary>
    public static Option<string> Key(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "ID", Required = true };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } given && !KeyPart.IsValid(given))
                result.AddError(BadKey(name, given));
        });
        return option;
    }

    public static Option<string> Text(string name, string description)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "NAME", Required = true };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
                result.AddError($"{name} is empty.");
        });
        return option;
    }

    public static string BadKey(string what, string given) =>
        $"{what} is '{given}'; it must be 1 to {KeyPart.MaxLength} lower-case letters, digits, hyphens or underscores.";
}
