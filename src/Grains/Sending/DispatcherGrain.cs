using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces.Contacts;
using MultiLine.Grains.Interfaces.Conversations;
using MultiLine.Grains.Interfaces.Sending;
using MultiLine.Grains.Sending.Providers;
using MultiLine.Grains.Telemetry;
using Orleans.Concurrency;

namespace MultiLine.Grains.Sending;

/// <summary>
/// Takes one message through attempt, provider call and outcome. The call happens outside any turn of the conversation, and only with
/// the order that the conversation gave after it had made the attempt durable.
/// </summary>
[GrainType("dispatcher"), StatelessWorker(MaxDispatchers)]
public sealed class DispatcherGrain(
    IEnumerable<IChannelSender> channels, Measures measures, TimeProvider time, IHostApplicationLifetime process, ILogger<DispatcherGrain> log)
    : Grain, IDispatcherGrain
{
    /// <summary>How many calls to the provider an organisation has under way at once.</summary>
    internal const int MaxDispatchers = 64;

    /// <summary>
    /// How long a message rests that is due for the sender and not for its conversation: their clocks differ, or an attempt is open. At once
    /// would be a loop that uses the pair's tokens up.
    /// </summary>
    private static readonly TimeSpan BeforeNextLook = TimeSpan.FromSeconds(1);

    /// <summary>How long a message waits after a fault of ours.</summary>
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(5);

    /// <summary>Long enough for a fault of the storage to pass, and shorter than an attempt may stay open.</summary>
    private static readonly TimeSpan[] ReportAgainAfter =
        [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(20)];

    public async Task Dispatch(DispatchOrder order)
    {
        // A permit that has expired belongs to somebody else by now. And a process that stops begins nothing: the queue has the message.
        if (order.ExpiresAt <= time.GetUtcNow() || process.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }

        var permit = new PermitReturn(order.Conversation, order.MessageId);
        try
        {
            permit = await Attempt(order, permit);
        }
        catch (Exception e)
        {
            log.DispatchFailed(e, order.MessageId, order.Conversation);
            permit = permit with { HoldFor = AfterFault };
        }

        await GrainFactory.GetGrain<ISenderGrain>(order.Sender).Release(permit);
    }

    /// <returns>The permit as it goes back.</returns>
    private async Task<PermitReturn> Attempt(DispatchOrder order, PermitReturn permit)
    {
        var conversation = GrainFactory.GetGrain<IConversationGrain>(order.Conversation);
        var attempt = new AttemptReport { MessageId = order.MessageId, AttemptId = Ids.New(time) };
        PreparedCall call;
        Channel channel;
        string? origin;
        try
        {
            if (await conversation.StartAttempt(attempt.MessageId, attempt.AttemptId) is not { } started)
            {
                return await conversation.ResolveAttempt(order.MessageId) ? permit with { HoldFor = BeforeNextLook } : permit;
            }

            origin = started.TraceParent;
            var sender = SenderKey.Parse(order.Sender);
            channel = sender.Channel;
            call = await channels.Single(candidate => candidate.Channel == channel).Prepare(sender, started);
        }
        catch (Exception e)
        {
            // Surely nothing went out, whether the attempt has begun by now or not; if it has not, the report finds nothing to end.
            log.AttemptNotMade(e, attempt.AttemptId, order.MessageId, order.Conversation);
            await End(conversation, attempt with { NotBefore = time.GetUtcNow() + AfterFault });
            return permit with { HoldFor = AfterFault };
        }

        using var span = Spans.Attempt(order.MessageId, origin);
        var answer = call switch
        {
            PreparedCall.Ready ready => await Call(channel, ready, attempt),
            PreparedCall.Impossible impossible => new ProviderAnswer(attempt with { Code = impossible.Code }),
            _ => throw new InvalidOperationException($"No dispatcher makes a call of the kind {call.GetType().Name}."),
        };
        if (answer.Report is { } report)
        {
            await End(conversation, report);
        }

        if (answer.Called is not (null, null))
        {
            await Learn(order.Conversation, answer.Called.Phone, answer.Called.Bsuid);
        }

        return permit with { Pause = answer.Pause, UsedUp = answer.UsedUp, Served = answer.Served };
    }

    private async Task<ProviderAnswer> Call(Channel channel, PreparedCall.Ready call, AttemptReport attempt)
    {
        var start = time.GetTimestamp();
        var answer = await call.Send(attempt);
        measures.ProviderCall(channel, time.GetElapsedTime(start), answer.Fault);
        return answer;
    }

    /// <summary>The provider may know the contact by another number or id than the one we wrote to.</summary>
    private Task Learn(string conversation, string? phone, string? bsuid)
    {
        var (organization, _, contact) = ConversationKey.Parse(conversation);
        return GrainFactory.GetGrain<IContactBookGrain>(organization).Learn(contact, phone, bsuid);
    }

    /// <summary>
    /// Reports again where it fails: without the report a sure answer would end as unknown. A process that stops is not kept waiting.
    /// </summary>
    private async Task End(IConversationGrain conversation, AttemptReport report)
    {
        foreach (var wait in ReportAgainAfter)
        {
            try
            {
                await conversation.EndAttempt(report);
                return;
            }
            catch (Exception e)
            {
                log.ReportNotTaken(e, report.AttemptId, wait);
                await Task.Delay(wait, time, process.ApplicationStopping)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }

        await conversation.EndAttempt(report);
    }
}
