using System.Text.Json.Nodes;
using MultiLine.Simulator.Phones;
using MultiLine.Simulator.Phones.Calls;
using MultiLine.Simulator.Settings;

namespace MultiLine.Simulator.Webhooks.Messages;

/// <summary>A call, as the business is told of it.</summary>
/// <remarks><see href="https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/reference"/></remarks>
internal static class CallWebhook
{
    /// <summary>An offer that nobody can answer: there is no sound in the simulator.</summary>
    private const string Sdp = "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";

    public static Webhook OfBegin(Call call, Phone from, BusinessNumber to) =>
        Of(call, from, to, "connect", call.At, item => item["session"] = new JsonObject { ["sdp_type"] = "offer", ["sdp"] = Sdp });

    /// <param name="spoken">Null if nobody took the call: then it failed, and has no duration.</param>
    public static Webhook OfEnd(Call call, Phone from, BusinessNumber to, TimeSpan? spoken) =>
        Of(
            call,
            from,
            to,
            "terminate",
            call.EndedAt!.Value,
            item =>
            {
                item["status"] = spoken is null ? "FAILED" : "COMPLETED";
                if (spoken is not { } duration)
                    return;
                item["start_time"] = MessageValue.Seconds(call.EndedAt.Value - duration);
                item["end_time"] = MessageValue.Seconds(call.EndedAt.Value);
                item["duration"] = (int)duration.TotalSeconds;
            }
        );

    private static Webhook Of(Call call, Phone from, BusinessNumber to, string happened, DateTimeOffset at, Action<JsonObject> add)
    {
        var item = new JsonObject { ["id"] = call.Id, ["to"] = to.Digits };
        if (!from.PhoneWithheld)
            item["from"] = from.Spelled;
        item["from_user_id"] = from.UserId;
        item["event"] = happened;
        item["timestamp"] = MessageValue.Seconds(at);
        item["direction"] = "USER_INITIATED";
        add(item);

        var value = MessageValue.For(to);
        value["contacts"] = MessageValue.Contacts(from);
        value["calls"] = new JsonArray(item);
        return new Webhook(to.WabaId, "calls", value, call.Id, from.Number);
    }
}
