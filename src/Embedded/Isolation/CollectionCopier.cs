namespace MultiLine.Embedded.Isolation;

/// <summary>Copies the common mutable collections.</summary>
internal static class CollectionCopier
{
    public static ValueCopier? TryMake(Type type)
    {
        if (type.IsSZArray)
        {
            return Reflected.Make<ValueCopier>(typeof(ArrayCopier<>), [type.GetElementType()!]);
        }

        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : null;
        var copier = open == typeof(List<>) ? typeof(ListCopier<>)
            : open == typeof(HashSet<>) ? typeof(SetCopier<>)
            : open == typeof(Dictionary<,>) ? typeof(DictionaryCopier<,>)
            : null;
        return copier is null ? null : Reflected.Make<ValueCopier>(copier, type.GetGenericArguments());
    }

    private abstract class Typed<TCollection> : ValueCopier
        where TCollection : class
    {
        public override object? Copy(object? value, CopyContext context) =>
            value is null ? null : context.TryGet(value, out var copy) ? copy : Copy((TCollection)value, context);

        protected abstract TCollection Copy(TCollection original, CopyContext context);

        protected static T Element<T>(ValueCopier? copier, T value, CopyContext context) =>
            copier is null ? value : (T)copier.Copy(value, context)!;
    }

    private sealed class ArrayCopier<T> : Typed<T[]>
    {
        private readonly ValueCopier? _element = ValueCopier.ForDeclared(typeof(T));

        protected override T[] Copy(T[] original, CopyContext context)
        {
            var copy = (T[])original.Clone();
            context.Add(original, copy);
            for (var i = 0; _element is not null && i < copy.Length; i++)
            {
                copy[i] = Element(_element, copy[i], context);
            }

            return copy;
        }
    }

    private sealed class ListCopier<T> : Typed<List<T>>
    {
        private readonly ValueCopier? _element = ValueCopier.ForDeclared(typeof(T));

        protected override List<T> Copy(List<T> original, CopyContext context)
        {
            var copy = new List<T>(original.Count);
            context.Add(original, copy);
            copy.AddRange(_element is null ? original : original.Select(value => Element(_element, value, context)));
            return copy;
        }
    }

    private sealed class SetCopier<T> : Typed<HashSet<T>>
    {
        private readonly ValueCopier? _element = ValueCopier.ForDeclared(typeof(T));

        protected override HashSet<T> Copy(HashSet<T> original, CopyContext context)
        {
            var copy = new HashSet<T>(original.Count, original.Comparer);
            context.Add(original, copy);
            copy.UnionWith(original.Select(value => Element(_element, value, context)));
            return copy;
        }
    }

    private sealed class DictionaryCopier<TKey, TValue> : Typed<Dictionary<TKey, TValue>>
        where TKey : notnull
    {
        private readonly ValueCopier? _key = ValueCopier.ForDeclared(typeof(TKey));
        private readonly ValueCopier? _value = ValueCopier.ForDeclared(typeof(TValue));

        protected override Dictionary<TKey, TValue> Copy(Dictionary<TKey, TValue> original, CopyContext context)
        {
            var copy = new Dictionary<TKey, TValue>(original.Count, original.Comparer);
            context.Add(original, copy);
            foreach (var (key, value) in original)
            {
                copy.Add(Element(_key, key, context), Element(_value, value, context));
            }

            return copy;
        }
    }
}
