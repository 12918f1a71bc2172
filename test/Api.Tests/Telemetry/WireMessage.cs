using System.Buffers.Binary;
using System.Text;

namespace MultiLine.Api.Tests.Telemetry;

/// <summary>A message in the encoding of Protocol Buffers (<see href="https://protobuf.dev/programming-guides/encoding/"/>), read by field numbers.</summary>
internal sealed class WireMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public WireMessage(ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var key = Varint(ref bytes);
            var (number, content) = (key & 7) switch
            {
                0 => (Varint(ref bytes), default),
                1 => (BinaryPrimitives.ReadUInt64LittleEndian(Take(ref bytes, 8).Span), default),
                2 => (0UL, Take(ref bytes, (int)Varint(ref bytes))),
                5 => (BinaryPrimitives.ReadUInt32LittleEndian(Take(ref bytes, 4).Span), default),
                var type => throw new InvalidDataException($"There is no wire type {type}."),
            };
            _fields.Add(((int)(key >> 3), number, content));
        }
    }

    public bool Has(int field) => _fields.Exists(f => f.Field == field);

    public ulong Number(int field) => _fields.Find(f => f.Field == field).Number;

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public string Hex(int field) => Convert.ToHexStringLower(Bytes(field));

    public IEnumerable<WireMessage> Messages(params ReadOnlySpan<int> path)
    {
        IEnumerable<WireMessage> found = [this];
        foreach (var field in path)
        {
            found = found.SelectMany(message => message._fields.Where(f => f.Field == field).Select(f => new WireMessage(f.Bytes)));
        }

        return found;
    }

    private ReadOnlySpan<byte> Bytes(int field) => _fields.Find(f => f.Field == field).Bytes.Span;

    private static ulong Varint(ref ReadOnlyMemory<byte> bytes)
    {
        for (var (value, shift) = (0UL, 0); ; shift += 7)
        {
            var next = Take(ref bytes, 1).Span[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }

    private static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> bytes, int count)
    {
        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
