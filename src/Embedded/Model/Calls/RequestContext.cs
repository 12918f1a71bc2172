using System.Collections.Immutable;

namespace Orleans.Runtime;

/// <summary>Values that travel with a call and the calls it leads to.</summary>
public static class RequestContext
{
    private static readonly AsyncLocal<ImmutableDictionary<string, object>?> s_values = new();

    public static IEnumerable<string> Keys => s_values.Value?.Keys ?? [];

    public static IEnumerable<KeyValuePair<string, object>> Entries => s_values.Value ?? [];

    internal static ImmutableDictionary<string, object>? Values
    {
        get => s_values.Value;
        set => s_values.Value = value;
    }

    public static object? Get(string key) => s_values.Value?.GetValueOrDefault(key);

    public static void Set(string key, object value) =>
        s_values.Value = (s_values.Value ?? ImmutableDictionary<string, object>.Empty).SetItem(key, value);

    public static bool Remove(string key)
    {
        if (s_values.Value is not { } values || !values.ContainsKey(key))
        {
            return false;
        }

        s_values.Value = values.Count == 1 ? null : values.Remove(key);
        return true;
    }

    public static void Clear() => s_values.Value = null;
}
