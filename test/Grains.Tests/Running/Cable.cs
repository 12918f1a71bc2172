using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;

namespace MultiLine.Grains.Tests.Running;

/// <summary>The way from the product to WhatsApp. It can be cut, and counts what sets out on it to send a message.</summary>
public sealed class Cable
{
    private int _calls;

    public bool IsCut { get; set; }

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>For <see cref="ProductSettings.Replace"/>.</summary>
    public void Lay(IServiceCollection services) => services.ConfigureAll<HttpClientFactoryOptions>(
        clients => clients.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(new Wire(this))));

    private sealed class Wire(Cable cable) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("/messages", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref cable._calls);
            }

            return cable.IsCut ? throw new HttpRequestException("There is no way.") : base.SendAsync(request, cancellationToken);
        }
    }
}
