using MultiLine.Simulator.Businesses;
using MultiLine.Simulator.Phones.Messages;
using MultiLine.Simulator.Settings;
using MultiLine.Simulator.State;
using MultiLine.Simulator.Webhooks.Messages;
using MultiLine.Simulator.Webhooks;

namespace MultiLine.Simulator.Phones.Calls;

/// <summary>A contact calls a business and hangs up, and the business is told. Nobody speaks.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference"/></remarks>
internal sealed class PhoneCalls(
    Database database,
    CallLog calls,
    CustomerWindows windows,
    BlockList blocks,
    WebhookQueue webhooks,
    TimeProvider time
)
{
    /// <summary>Calling opens the window as writing does, whether it is answered or not. Who is blocked by the business calls in vain.</summary>
    public Call Begin(Phone phone, BusinessNumber to) =>
        database.Step(_ =>
        {
            var call = new Call(Wacid.New(), to.Id, phone.Number, time.GetUtcNow()) { Untold = blocks.Has(to.Id, phone.Number) };
            calls.Save(call);
            if (call.Untold)
                return call;

            windows.Extend(to.Id, phone.Number, call.At);
            webhooks.Add(CallWebhook.OfBegin(call, phone, to));
            return call;
        });

    /// <param name="spoken">How long the two spoke; null if nobody took the call.</param>
    public Call End(Call call, Phone phone, BusinessNumber to, TimeSpan? spoken) =>
        database.Step(_ =>
        {
            var ended = call with { EndedAt = time.GetUtcNow() };
            calls.Save(ended);
            if (!ended.Untold)
                webhooks.Add(CallWebhook.OfEnd(ended, phone, to, spoken));
            return ended;
        });
}
