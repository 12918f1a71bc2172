using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>
/// Values of contracts, made from nothing but the declaration: each plain member has a value of its own, told by where it stands, so that
/// two that were swapped or lost are seen. The same at each run, because golden files hold them.
/// </summary>
internal static class Sample
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(2));

    /// <summary>Nothing is null, nothing has its default, and each list holds two.</summary>
    public static object Full(Type contract) => Record(contract, Declared.Alias(contract), bare: false);

    /// <summary>What may be null is null, and each list is empty.</summary>
    public static object Bare(Type contract) => Record(contract, Declared.Alias(contract), bare: true);

    private static object Record(Type type, string path, bool bare)
    {
        // Whatever the constructor wants, the members say it all.
        var record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var member in Declared.Members(type))
        {
            member.SetValue(record, bare && MayBeNull(member) ? null : Value(member.PropertyType, $"{path}.{member.Name}", bare));
        }

        return record;
    }

    private static object Value(Type type, string path, bool bare)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain switch
        {
            _ when plain == typeof(string) => path,
            _ when plain == typeof(bool) => true,
            _ when plain == typeof(int) => (int)Number(path),
            _ when plain == typeof(double) => Number(path) / 1024d,
            // More than 32 bits.
            _ when plain == typeof(long) => Number(path) << 20,
            _ when plain == typeof(byte[]) => Encoding.UTF8.GetBytes(path),
            _ when plain == typeof(TimeSpan) => TimeSpan.FromTicks(Number(path)),
            _ when plain == typeof(DateTimeOffset) => At.AddTicks(Number(path)),
            _ when Declared.IsContract(plain) => Record(plain, path, bare),
            _ when plain.IsGenericType => Collection(plain, path, bare),
            _ => throw new NotSupportedException($"There is no sample of {type}, which {path} is."),
        };
    }

    private static object Collection(Type type, string path, bool bare)
    {
        var arguments = type.GetGenericArguments();
        var isMap = type.GetGenericTypeDefinition() == typeof(IDictionary<,>);
        var collection = Activator.CreateInstance((isMap ? typeof(Dictionary<,>) : typeof(List<>)).MakeGenericType(arguments))!;
        var add = collection.GetType().GetMethod("Add", arguments)!;
        for (var i = 0; i < (bare ? 0 : 2); i++)
        {
            add.Invoke(collection, [.. arguments.Select((element, place) => Value(element, isMap && place == 0 ? $"{path}[{i}].Key" : $"{path}[{i}]", bare))]);
        }

        return collection;
    }

    private static bool MayBeNull(PropertyInfo member) => new NullabilityInfoContext().Create(member).ReadState == NullabilityState.Nullable;

    /// <summary>Positive, of 31 bits: FNV-1a, which is the same on every machine.</summary>
    private static long Number(string path) => path.Aggregate(2166136261u, (hash, letter) => unchecked((hash ^ letter) * 16777619)) >> 1;
}
