using System.Text;

namespace Orleans.Runtime;

/// <summary>The identity of a stream: a namespace and a key; written <c>namespace/key</c>.</summary>
[GenerateSerializer, Immutable]
public readonly struct StreamId : IEquatable<StreamId>
{
    private readonly byte[] _fullKey;
    private readonly ushort _keyIndex;

    private StreamId(string? ns, string key)
    {
        _fullKey = Encoding.UTF8.GetBytes(ns + key);
        _keyIndex = checked((ushort)Encoding.UTF8.GetByteCount(ns ?? ""));
    }

    public ReadOnlyMemory<byte> FullKey => _fullKey;

    public ReadOnlyMemory<byte> Namespace => _fullKey.AsMemory(0, _keyIndex);

    public ReadOnlyMemory<byte> Key => _fullKey.AsMemory(_keyIndex);

    public static StreamId Create(string? ns, string key) => new(ns, key);

    public string GetKeyAsString() => Encoding.UTF8.GetString(Key.Span);

    public string? GetNamespace() => _keyIndex == 0 ? null : Encoding.UTF8.GetString(Namespace.Span);

    public bool Equals(StreamId other) => _keyIndex == other._keyIndex && _fullKey.AsSpan().SequenceEqual(other._fullKey);

    public override bool Equals(object? obj) => obj is StreamId other && Equals(other);

    public override int GetHashCode() => unchecked((int)StableHash.ComputeHash(_fullKey));

    public override string ToString() => $"{GetNamespace() ?? "null"}/{GetKeyAsString()}";

    public static bool operator ==(StreamId s1, StreamId s2) => s1.Equals(s2);

    public static bool operator !=(StreamId s1, StreamId s2) => !s1.Equals(s2);
}
