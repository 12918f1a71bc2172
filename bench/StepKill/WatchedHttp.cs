namespace MultiLine.StepKill;

/// <summary>Watches calls of the providers: <c>Http.POST</c>, about the last part of the address.</summary>
internal sealed class WatchedHttp(KillOrder order) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (order.Interface != "Http" || order.Method != request.Method.Method)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var about = (string[])[request.RequestUri!.AbsolutePath.Split('/')[^1]];
        await order.Reach("before", about);
        var reply = await base.SendAsync(request, cancellationToken);
        await order.Reach("after", about);
        return reply;
    }
}
