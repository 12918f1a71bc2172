using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MultiLine.Hosting.Cluster;

/// <summary>
/// How the silos of a cluster and the servers that call them find each other, on Orleans. Configuration section <c>Cluster</c>; the same
/// for all processes of a deployment, but for the ports.
/// </summary>
public sealed class ClusterSettings : IValidatableObject
{
    public const string Section = "Cluster";

    private const int LargestPort = 65_535;

    /// <summary>Which cluster a process belongs to; the same for silos and clients. Default <c>multiline</c>.</summary>
    [Required(ErrorMessage = "Cluster:ClusterId must name the cluster.")]
    public string ClusterId { get; set; } = "multiline";

    /// <summary>What the stored states and reminders belong to; it outlives clusters and never changes. Default <c>multiline</c>.</summary>
    [Required(ErrorMessage = "Cluster:ServiceId must name the service.")]
    public string ServiceId { get; set; } = "multiline";

    /// <summary>Where the members of the cluster are listed. Default <see cref="Membership.Localhost"/>.</summary>
    [EnumDataType(typeof(Membership), ErrorMessage = "Cluster:Membership must be Localhost or AzureTables.")]
    public Membership Membership { get; set; } = Membership.Localhost;

    /// <summary>The silo's port for other silos. Default 11111.</summary>
    [Range(1, LargestPort, ErrorMessage = "Cluster:SiloPort must be between 1 and 65535.")]
    public int SiloPort { get; set; } = 11_111;

    /// <summary>The silo's port for clients. Default 30000.</summary>
    [Range(1, LargestPort, ErrorMessage = "Cluster:GatewayPort must be between 1 and 65535.")]
    public int GatewayPort { get; set; } = 30_000;

    /// <summary>
    /// On <see cref="Membership.Localhost"/>, the silo port of the first silo of this machine, which lists the others; without it the silo is
    /// the first itself.
    /// </summary>
    [Range(1, LargestPort, ErrorMessage = "Cluster:PrimarySiloPort must be between 1 and 65535.")]
    public int? PrimarySiloPort { get; set; }

    /// <summary>
    /// On <see cref="Membership.Localhost"/>, the gateway ports of the silos on this machine, for the servers that call them. Without any,
    /// <see cref="GatewayPort"/>.
    /// </summary>
    public IList<int> GatewayPorts { get; init; } = [];

    /// <summary>
    /// On <see cref="Membership.AzureTables"/>, the address under which other processes reach this silo. Without it, the one that the machine's
    /// name has.
    /// </summary>
    [RegularExpression(@"^[0-9A-Fa-f.:]+$", ErrorMessage = "Cluster:AdvertisedAddress must be an IP address.")]
    public string? AdvertisedAddress { get; set; }

    public AzureStorageSettings Azure { get; init; } = new();

    /// <summary>What is configured, right or not: whether it is right, the options say at the start.</summary>
    public static ClusterSettings Read(IConfiguration configuration) =>
        configuration.GetSection(Section).Get<ClusterSettings>() ?? new ClusterSettings();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (GatewayPorts.Any(port => port is < 1 or > LargestPort))
        {
            yield return new ValidationResult("Cluster:GatewayPorts must be between 1 and 65535.", [nameof(GatewayPorts)]);
        }

        if (AdvertisedAddress is { } address && !IPAddress.TryParse(address, out _))
        {
            yield return new ValidationResult("Cluster:AdvertisedAddress must be an IP address.", [nameof(AdvertisedAddress)]);
        }

        if (Membership == Membership.AzureTables)
        {
            foreach (var missing in Azure.Missing())
            {
                yield return new ValidationResult(missing, [nameof(Azure)]);
            }
        }
    }
}

/// <summary>Where the members of a cluster are listed.</summary>
public enum Membership
{
    /// <summary>In memory: one silo, or several on one machine, without any service beside them.</summary>
    Localhost,

    /// <summary>In Azure Table Storage, which then keeps grain states and reminders as well; streams go through Azure Queues.</summary>
    AzureTables,
}

public static class ClusterSettingsExtensions
{
    /// <summary>Checks the section when the host starts.</summary>
    public static IServiceCollection AddClusterSettings(this IServiceCollection services)
    {
        services.AddOptions<ClusterSettings>().BindConfiguration(ClusterSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        return services;
    }
}
