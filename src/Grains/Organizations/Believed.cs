namespace MultiLine.Grains.Organizations;

/// <summary>
/// What was read of an organisation. The <c>multiline</c> command may change it beside the running system, so it is believed for a moment
/// only.
/// </summary>
internal sealed class Believed<T>(TimeProvider time) where T : class
{
    private static readonly TimeSpan For = TimeSpan.FromSeconds(2);

    private T? _value;
    private long _readAt;

    /// <summary>Null when nothing was read, or too long ago.</summary>
    public T? Value
    {
        get => _value is not null && time.GetElapsedTime(_readAt) < For ? _value : null;
        set => (_value, _readAt) = (value, time.GetTimestamp());
    }
}
