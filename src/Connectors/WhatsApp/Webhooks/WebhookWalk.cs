using System.Runtime.InteropServices;
using System.Text.Json;
using MultiLine.Connectors.WhatsApp.Webhooks.Contacts;

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
        var field = WebhookFields.Find(change.Text("field"));
        var fieldOrigin = origin with { Field = Raw(change, "field") };
        foreach (var value in change.All("value"))
        {
            switch (field)
            {
                case { Whole: { } read }:
                    _items.Add(read(value, new ChangePlace(entry, Raw(change), origin)));
                    break;
                case { IsUnderstood: true }:
                    Lists(value, field.Lists, fieldOrigin);
                    break;
                default:
                    var reason = field is null ? UnhandledReason.UnknownField : UnhandledReason.NotUsed;
                    Keep(change, origin, reason, value.Member("metadata").Id("phone_number_id"));
                    break;
            }
        }
    }

    private void Lists(JsonElement value, IReadOnlyDictionary<string, ItemReader> readers, WebhookOrigin origin)
    {
        var contacts = WebhookContact.ReadAll(value, Raw);
        var number = value.Member("metadata").Id("phone_number_id");
        var inValue = origin with { Metadata = Raw(value, "metadata"), Contacts = Raw(value, "contacts") };
        foreach (var member in value.EnumerateObject())
        {
            var inMember = inValue with { Member = member.Name, InList = true };
            if (readers.TryGetValue(member.Name, out var read))
            {
                VisitEach(member.Value, number, contacts, inMember, read);
            }
            else if (member.Name is not ("messaging_product" or "metadata" or "contacts") && MayHoldItems(member.Value))
            {
                Keep(member.Value, inMember with { InList = false }, UnhandledReason.UnknownMember, number);
            }
        }
    }

    // A mere attribute that Meta adds one day shouldn't fill the raw inbox.
    private static bool MayHoldItems(JsonElement element) => element.ValueKind is JsonValueKind.Array or JsonValueKind.Object;

    private void VisitEach(
        JsonElement list, string? number, IReadOnlyList<WebhookContact> contacts, WebhookOrigin origin, ItemReader read)
    {
        if (list.ValueKind == JsonValueKind.Null) return;
        if (list.ValueKind != JsonValueKind.Array)
        {
            Keep(list, origin with { InList = false }, UnhandledReason.Malformed, number);
            return;
        }

        var place = number is null ? null : new ItemPlace(number, contacts, origin, Raw);
        foreach (var element in list.EnumerateArray())
        {
            if (place is null) Keep(element, origin, UnhandledReason.NoPhoneNumberId);
            else Visit(element, origin, item => AddEach(read(item, place)), number);
        }
    }

    // One by one: what was found before something can't be read stays found.
    private void AddEach(IEnumerable<WebhookItem> items)
    {
        foreach (var item in items) _items.Add(item);
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
        _items.Add(new UnhandledItem(reason, number) { Raw = origin is null ? body : Raw(element), Origin = origin });

    private ReadOnlyMemory<byte> Raw(JsonElement parent, string name) =>
        parent.Member(name) is { ValueKind: not JsonValueKind.Undefined } member ? Raw(member) : default;

    private ReadOnlyMemory<byte> Raw(JsonElement element)
    {
        var raw = JsonMarshal.GetRawUtf8Value(element);
        body.Span.Overlaps(raw, out var offset);
        return body.Slice(offset, raw.Length);
    }
}
