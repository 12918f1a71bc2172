namespace MultiLine.Embedded.Isolation;

/// <summary>One act of copying: an object met twice is copied once, so shared and cyclic references stay what they are.</summary>
internal sealed class CopyContext
{
    private Dictionary<object, object>? _copies;

    public bool TryGet(object original, out object? copy)
    {
        copy = null;
        return _copies is not null && _copies.TryGetValue(original, out copy);
    }

    public void Add(object original, object copy) =>
        (_copies ??= new(ReferenceEqualityComparer.Instance)).Add(original, copy);
}
