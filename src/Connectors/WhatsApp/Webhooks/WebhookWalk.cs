using System.Runtime.InteropServices;
using System.Text.Json;

namespace MultiLine.Connectors.WhatsApp.Webhooks;

/// <summary>
/// One walk over one body, from the body through entries and changes to their items. Whatever stands at any level, and
/// whatever is wrong with it, ends in at least one item.
/// </summary>
internal sealed class WebhookWalk(ReadOnlyMemory<byte> body)
{
    private readonly List<WebhookItem> _items = [];

    public IReadOnlyList<WebhookItem> Items(JsonElement root)
    {
        Visit(root, origin: null, Body);
        return _items;
    }

    private void Body(JsonElement root)
    {
        if (root.Text("object") != WebhookOrigin.BusinessAccount)
        {
            Keep(root, origin: null, UnhandledReason.UnknownObject);
            return;
        }

        foreach (var entry in root.Elements("entry")) Visit(entry, new WebhookOrigin(), Entry);
    }

    private void Entry(JsonElement entry)
    {
        var origin = new WebhookOrigin { InEntry = true, EntryId = Raw(entry, "id"), EntryTime = Raw(entry, "time") };
        foreach (var change in entry.Elements("changes")) Visit(change, origin, element => Change(element, entry, origin));
    }

    private void Change(JsonElement change, JsonElement entry, WebhookOrigin origin)
    {
        var field = change.Text("field");
        var fieldOrigin = origin with { Field = Raw(change, "field") };
        foreach (var value in change.All("value"))
        {
            switch (field)
            {
                case "messages":
                    Messages(value, fieldOrigin);
                    break;
                case "message_template_status_update":
                    _items.Add(TemplateStatusReader.Read(value, entry, Raw(change), origin));
                    break;
                default:
                    Keep(change, origin, UnhandledReason.UnknownField, value.Member("metadata").Id("phone_number_id"));
                    break;
            }
        }
    }

    private void Messages(JsonElement value, WebhookOrigin origin)
    {
        var contacts = WebhookContact.ReadAll(value, Raw);
        var number = value.Member("metadata").Id("phone_number_id");
        var inValue = origin with { Metadata = Raw(value, "metadata"), Contacts = Raw(value, "contacts") };
        foreach (var member in value.EnumerateObject())
        {
            var name = member.Name;
            var inMember = inValue with { Member = name, InList = true };
            switch (name)
            {
                case "messaging_product" or "metadata" or "contacts":
                    break;
                case "messages":
                    VisitEach(member.Value, inMember, number, (message, id) => Message(message, id, contacts, inMember));
                    break;
                case "statuses":
                    // A status names its recipient itself.
                    var withoutContacts = inMember with { Contacts = default };
                    VisitEach(member.Value, withoutContacts, number, (status, id) => MessageStatusReader.Read(status, id, Raw, withoutContacts));
                    break;
                case "errors":
                    VisitEach(member.Value, inMember, number, (error, id) => Unhandled(error, inMember, UnhandledReason.ProviderError, id));
                    break;
                case var _ when MayHoldItems(member.Value):
                    Keep(member.Value, inMember with { InList = false }, UnhandledReason.UnknownMember, number);
                    break;
            }
        }
    }

    // A mere attribute that Meta adds one day shouldn't fill the raw inbox.
    private static bool MayHoldItems(JsonElement element) => element.ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    private WebhookItem Message(JsonElement message, string number, IReadOnlyList<WebhookContact> contacts, WebhookOrigin origin)
    {
        var contact = WebhookContact.SenderOf(message, contacts);
        var own = contact is null ? origin : origin with { Contacts = contact.AsList() };
        return InboundMessageReader.Read(message, number, contact, Raw(message), own);
    }

    private void VisitEach(JsonElement list, WebhookOrigin origin, string? number, Func<JsonElement, string, WebhookItem> read)
    {
        if (list.ValueKind == JsonValueKind.Null) return;
        if (list.ValueKind != JsonValueKind.Array)
        {
            Keep(list, origin with { InList = false }, UnhandledReason.Malformed, number);
            return;
        }

        foreach (var element in list.EnumerateArray())
        {
            if (number is null) Keep(element, origin, UnhandledReason.NoPhoneNumberId);
            else Visit(element, origin, item => _items.Add(read(item, number)), number);
        }
    }

    private void Visit(JsonElement element, WebhookOrigin? origin, Action<JsonElement> visit, string? number = null)
    {
        var before = _items.Count;
        try
        {
            visit(element);
            if (_items.Count == before) Keep(element, origin, UnhandledReason.Empty, number);
        }
        catch (Exception e) when (e is InvalidOperationException or FormatException)
        {
            // Of the wrong type, or text that can't be decoded. What was found in it before is found again when this is replayed,
            // and known by its id then.
            Keep(element, origin, UnhandledReason.Malformed, number);
        }
    }

    private void Keep(JsonElement element, WebhookOrigin? origin, string reason, string? number = null) =>
        _items.Add(Unhandled(element, origin, reason, number));

    private UnhandledItem Unhandled(JsonElement element, WebhookOrigin? origin, string reason, string? number) =>
        new(reason, number) { Raw = origin is null ? body : Raw(element), Origin = origin };

    private ReadOnlyMemory<byte> Raw(JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: not JsonValueKind.Undefined } member ? Raw(member) : default;

    private ReadOnlyMemory<byte> Raw(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        body.Span.Overlaps(raw, out var offset);
        return body.Slice(offset, raw.Length);
    }
}
