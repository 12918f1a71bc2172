using System.Reflection;
using MultiLine.Domain;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>
/// Every name and number by which two versions know each other, one a line: in calls, on streams, and in what is stored. A line says all
/// that it is about, so that a change is one line gone and one come.
/// </summary>
internal static class ContractList
{
    private static readonly Dictionary<Type, string> Plain = new()
    {
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(double)] = "double",
        [typeof(long)] = "long",
        [typeof(byte[])] = "bytes",
        [typeof(TimeSpan)] = "TimeSpan",
        [typeof(DateTimeOffset)] = "DateTimeOffset",
    };

    public static IReadOnlyList<string> Today { get; } =
    [
        .. Declared.Interfaces.SelectMany(Calls)
            .Concat(Declared.Grains.SelectMany(Grain))
            .Concat(typeof(GrainKeys).GetMethods(BindingFlags.Public | BindingFlags.Static).Select(Key))
            .Concat(Declared.Records.Concat(Declared.States.Select(state => state.Type)).SelectMany(Record))
            .Concat(Declared.States.Select(state => $"state {state.Name} of {state.Grain} in {state.Store}: {Name(state.Type)}"))
            .Concat(Constants(typeof(Streams)).Select(constant => $"stream {constant.Name}: {constant.GetRawConstantValue()}"))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Calls(Type grain) => grain.GetMethods().Select(method =>
    {
        // A cancellation goes beside the call.
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).Where(type => type != typeof(CancellationToken));
        var result = method.ReturnType.IsGenericType ? $" -> {Name(method.ReturnType.GetGenericArguments()[0])}" : "";
        return $"call {Declared.Alias(grain)} {Declared.Alias(method)}({string.Join(", ", parameters.Select(Name))}){result}";
    });

    private static IEnumerable<string> Grain(Type grain)
    {
        var type = Declared.GrainType(grain);
        foreach (var served in grain.GetInterfaces().Intersect(Declared.Interfaces))
        {
            var key = typeof(IGrainWithStringKey).IsAssignableFrom(served) ? "string" : "another";
            yield return $"grain {type}: {Declared.Alias(served)}, {key} key";
        }

        if (Declared.StreamNamespace(grain) is { } streams)
        {
            yield return $"grain {type} follows {streams}";
        }

        foreach (var reminder in Reminders(grain))
        {
            yield return $"reminder of {type}: {reminder}";
        }
    }

    private static List<string> Reminders(Type grain)
    {
        if (!typeof(IRemindable).IsAssignableFrom(grain))
        {
            return [];
        }

        List<string> names = [];
        for (var type = grain; type is not null && type != typeof(Grain); type = type.BaseType)
        {
            names.AddRange(Constants(type).Where(constant => constant.Name.StartsWith("Reminder", StringComparison.Ordinal))
                .Select(constant => $"{constant.GetRawConstantValue()}"));
        }

        Assert.True(names.Count > 0, $"{grain} has reminders, but no constant Reminder… that names them.");
        return names;
    }

    private static IEnumerable<string> Record(Type record) => Declared.Members(record).Select(member =>
        $"record {Declared.Alias(record)} {member.GetCustomAttribute<IdAttribute>()?.Id,2} {member.Name}: {Name(member.PropertyType)}");

    private static string Key(MethodInfo key)
    {
        var arguments = key.GetParameters();
        var parts = arguments.Select(argument => argument.ParameterType == typeof(int) ? 7
            : argument.ParameterType == typeof(Channel) ? (object)Channel.WhatsApp
            : argument.Name!);
        return $"key {key.Name}({string.Join(", ", arguments.Select(argument => argument.Name))}): {key.Invoke(null, [.. parts])}";
    }

    private static IEnumerable<FieldInfo> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.IsLiteral && field.FieldType == typeof(string));

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return $"{Name(underlying)}?";
        }

        return Plain.GetValueOrDefault(type)
            ?? (type.IsGenericType
                ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
                : Declared.Alias(type));
    }
}
