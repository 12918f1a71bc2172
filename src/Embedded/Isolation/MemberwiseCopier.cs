using System.Reflection;
using System.Runtime.CompilerServices;

namespace MultiLine.Embedded.Isolation;

/// <summary>Copies an object field by field.</summary>
internal sealed class MemberwiseCopier : ValueCopier
{
    private static readonly Func<object, object> s_clone =
        typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!.CreateDelegate<Func<object, object>>();

    private readonly FieldInfo[] _fields;
    private readonly Lazy<ValueCopier?[]> _copiers;

    public MemberwiseCopier(Type type)
    {
        _fields = [.. Fields(type)];
        // Later, because a type may hold itself.
        _copiers = new(() => Array.ConvertAll(_fields, field => ForDeclared(field.FieldType)));
    }

    /// <summary>Whether there is anything in it that could be changed.</summary>
    public bool IsNeeded => !Array.TrueForAll(_fields, f => f.IsInitOnly && ImmutableTypes.Contains(f.FieldType));

    public static bool IsTuple(Type type) => typeof(ITuple).IsAssignableFrom(type)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    public override object? Copy(object? value, CopyContext context)
    {
        if (value is null)
        {
            return null;
        }

        if (context.TryGet(value, out var copy))
        {
            return copy;
        }

        copy = s_clone(value);
        context.Add(value, copy);
        for (var i = 0; i < _fields.Length; i++)
        {
            if (_copiers.Value[i] is { } copier)
            {
                _fields[i].SetValue(copy, copier.Copy(_fields[i].GetValue(value), context));
            }
        }

        return copy;
    }

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            foreach (var field in t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field;
            }
        }
    }
}
