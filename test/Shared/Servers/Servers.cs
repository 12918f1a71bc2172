using Microsoft.AspNetCore.Builder;

namespace MultiLine.Tests.Shared;

/// <summary>
/// The product's programs in this process, composed as they are deployed on this actor host: the API alone on the embedded one, a silo and
/// the API as its client on Orleans. The file named after the host says how.
/// </summary>
internal sealed partial class Servers : IAsyncDisposable
{
    private const string AnyPort = "http://127.0.0.1:0";

    /// <summary>Composed and not yet started, so that a test can add to it.</summary>
    public required WebApplication Api { get; init; }

    /// <summary>The services where the grains are.</summary>
    public required IServiceProvider Backstage { get; init; }

    /// <summary>Where the API listens.</summary>
    public Uri Address => new(Api.Urls.Single());

    /// <param name="settings">The command line of each program.</param>
    /// <param name="configure">Applied last to each program.</param>
    /// <param name="urls">Where the API is to listen.</param>
    public static Servers Create(IReadOnlyList<string> settings, Action<WebApplicationBuilder> configure, string urls = AnyPort) =>
        Compose([.. settings], urls, configure);

    public partial Task StartAsync();

    public partial ValueTask DisposeAsync();

    private static partial Servers Compose(string[] settings, string urls, Action<WebApplicationBuilder> configure);
}
