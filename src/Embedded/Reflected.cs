using System.Globalization;
using System.Reflection;

namespace MultiLine.Embedded;

/// <summary>Makes objects of generic classes whose type arguments are known only at run time.</summary>
internal static class Reflected
{
    /// <summary>Constructs it; what the constructor throws comes out as it is.</summary>
    public static T Make<T>(Type genericClass, Type[] typeArguments, params object?[] arguments) => (T)Activator.CreateInstance(
        genericClass.MakeGenericType(typeArguments),
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions,
        binder: null,
        arguments,
        CultureInfo.InvariantCulture)!;
}
