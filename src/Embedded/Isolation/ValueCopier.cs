using System.Collections.Concurrent;
using System.Reflection;
using Orleans;

namespace MultiLine.Embedded.Isolation;

/// <summary>
/// Copies values on their way between grains, so that neither side sees what the other does to them. Only types with
/// <see cref="GenerateSerializerAttribute"/>, <see cref="ImmutableAttribute"/>, common collections and simple values may cross, as in a cluster.
/// </summary>
internal abstract class ValueCopier
{
    private static readonly ConcurrentDictionary<Type, ValueCopier?> s_known = new();

    /// <returns>A copier for the declared type of a parameter; null if its values cross as they are.</returns>
    public static ValueCopier? ForParameter(ParameterInfo parameter) => ForParameter(parameter, parameter.ParameterType);

    /// <inheritdoc cref="ForParameter(ParameterInfo)"/>
    public static ValueCopier? ForParameter(ParameterInfo parameter, Type type) =>
        parameter.IsDefined(typeof(ImmutableAttribute)) ? null : ForDeclared(type);

    /// <returns>A copier for a place that can hold values of this type and derived ones; null if they all cross as they are.</returns>
    public static ValueCopier? ForDeclared(Type type) =>
        type.IsSealed || type.IsValueType || type.IsArray ? ForExact(type) : ByRuntimeType.Instance;

    /// <returns>A copier for values of exactly this type; null if they cross as they are.</returns>
    /// <exception cref="NotSupportedException">They may not cross at all.</exception>
    public static ValueCopier? ForExact(Type type) => s_known.TryGetValue(type, out var known) ? known : s_known.GetOrAdd(type, Make(type));

    public abstract object? Copy(object? value, CopyContext context);

    private static ValueCopier? Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return ForExact(underlying);
        }

        if (ImmutableTypes.Contains(type))
        {
            return null;
        }

        if (CollectionCopier.TryMake(type) is { } collection)
        {
            return collection;
        }

        if (type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false) || MemberwiseCopier.IsTuple(type))
        {
            var copier = new MemberwiseCopier(type);
            return copier.IsNeeded ? copier : null;
        }

        throw new NotSupportedException(
            $"{type} may not cross a grain call: it is neither [Immutable] nor [GenerateSerializer], nor a simple value or collection.");
    }

    /// <summary>For places declared as an open type, an interface or <see cref="object"/>.</summary>
    private sealed class ByRuntimeType : ValueCopier
    {
        public static readonly ByRuntimeType Instance = new();

        public override object? Copy(object? value, CopyContext context) => value switch
        {
            null => null,
            IGrainBase grain => throw new NotSupportedException($"{grain.GetType()} is a grain itself; pass this.AsReference<…>() instead."),
            _ => ForExact(value.GetType()) is { } copier ? copier.Copy(value, context) : value,
        };
    }
}
