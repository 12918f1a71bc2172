using System.Reflection;
using MultiLine.Domain.Content;
using MultiLine.Domain.Policy.Inspection;

namespace MultiLine.Domain.Tests.Policy.Rules;

public sealed class MessageTextsTests
{
    /// <summary>What only the provider writes, and what is made of the others.</summary>
    private static readonly string[] Technical = ["Media.Kind", "Media.ProviderId", "Media.MimeType", "Media.Sha256", "Order.CatalogId", "Raw", "PlainText"];

    [Fact]
    public void No_text_of_a_message_is_forgotten()
    {
        var made = new Dictionary<string, string>(StringComparer.Ordinal);
        var content = (MessageContent)Filled(typeof(MessageContent), "", made)!;

        Assert.Equal(
            made.Where(pair => !Technical.Contains(pair.Key)).Select(pair => pair.Value).Order(StringComparer.Ordinal),
            Visited(content).Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_text_can_be_changed_and_the_providers_own_JSON_goes()
    {
        var content = (MessageContent)Filled(typeof(MessageContent), "", [])!;

        var changed = MessageTexts.Rewrite(content, (part, text) => $"{part}: {text}");

        Assert.Equal(Visited(content).Select(pair => KeyValuePair.Create(pair.Key, $"{pair.Key}: {pair.Value}")), Visited(changed));
        Assert.Null(changed.Raw);
        Assert.Equal(content.Media! with { FileName = null }, changed.Media! with { FileName = null });
        Assert.Equal(content.Order!.CatalogId, changed.Order!.CatalogId);
    }

    [Fact]
    public void Each_part_has_a_name_of_its_own() =>
        Assert.Distinct(Enum.GetValues<MessagePartKind>().Select(kind => new MessagePart(kind).ToString()));

    private static Dictionary<MessagePart, string> Visited(MessageContent content)
    {
        var visitor = new Visitor([]);
        MessageTexts.Visit(content, ref visitor);
        return visitor.Texts;
    }

    /// <summary>A value whose every text is another one, whatever properties it has.</summary>
    private static object? Filled(Type type, string path, Dictionary<string, string> made)
    {
        if (type == typeof(string))
            return made[path] = $"text of {path}";
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var elements = Array.CreateInstance(type.GetGenericArguments()[0], 2);
            for (var i = 0; i < 2; i++)
                elements.SetValue(Filled(type.GetGenericArguments()[0], $"{path}[{i}]", made), i);
            return elements;
        }

        if (type.Namespace != typeof(MessageContent).Namespace)
            return type.IsValueType ? Activator.CreateInstance(type) : throw new NotSupportedException($"{path} is a {type}: say how policy looks at it.");
        var constructor = type.GetConstructors().OrderByDescending(candidate => candidate.GetParameters().Length).First();
        var value = constructor.Invoke(
            [.. constructor.GetParameters().Select(parameter => Filled(parameter.ParameterType, Join(path, parameter.Name!), made))]);
        HashSet<string> done = [.. constructor.GetParameters().Select(parameter => parameter.Name!)];
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && !done.Contains(property.Name)))
            property.SetValue(value, Filled(property.PropertyType, Join(path, property.Name), made));
        return value;
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private readonly record struct Visitor(Dictionary<MessagePart, string> Texts) : IMessageTextVisitor
    {
        public void Visit(MessagePart part, string text) => Texts.Add(part, text);
    }
}
