using System.Reflection;
using MultiLine.Grains.Conversations;
using MultiLine.Grains.Interfaces;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>What two versions of a cluster have to agree on, as the product declares it.</summary>
internal static class Declared
{
    public static IReadOnlyList<Type> Interfaces { get; } =
        [.. typeof(GrainKeys).Assembly.GetTypes().Where(type => type.IsInterface && typeof(IGrain).IsAssignableFrom(type))];

    /// <summary>What crosses grain calls and streams.</summary>
    public static IReadOnlyList<Type> Records { get; } = [.. typeof(GrainKeys).Assembly.GetTypes().Where(IsContract)];

    public static IReadOnlyList<Type> Grains { get; } =
        [.. typeof(ConversationGrain).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(Grain).IsAssignableFrom(type))];

    /// <summary>What grains have stored by the host.</summary>
    public static IReadOnlyList<DeclaredState> States { get; } =
    [
        .. from grain in Grains
           from constructor in grain.GetConstructors()
           from parameter in constructor.GetParameters()
           let attribute = parameter.GetCustomAttribute<PersistentStateAttribute>()
           where attribute is not null
           select new DeclaredState(GrainType(grain), attribute.StateName, attribute.StorageName, parameter.ParameterType.GetGenericArguments()[0]),
    ];

    public static bool IsContract(Type type) => type.GetCustomAttribute<GenerateSerializerAttribute>() is not null && type.IsPublic;

    public static string Alias(MemberInfo named) => named.GetCustomAttribute<AliasAttribute>()?.Alias ?? throw new InvalidOperationException($"{named} has no alias.");

    public static string GrainType(Type grain) => Argument<GrainTypeAttribute>(grain)!;

    /// <summary>The namespace of the streams that the grain is subscribed to, if it is to any.</summary>
    public static string? StreamNamespace(Type grain) => Argument<ImplicitStreamSubscriptionAttribute>(grain);

    /// <summary>What is written of a record or a state.</summary>
    public static IEnumerable<PropertyInfo> Members(Type record) =>
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(member => member.GetCustomAttribute<IdAttribute>()?.Id);

    /// <summary>As written in the source: the hosts' attributes show it in different ways.</summary>
    private static string? Argument<T>(Type type) =>
        (string?)type.GetCustomAttributesData().SingleOrDefault(attribute => attribute.AttributeType == typeof(T))?.ConstructorArguments[0].Value;
}

/// <param name="Grain">The type name of the grain.</param>
/// <param name="Name">The name of the state.</param>
/// <param name="Store">Where it is stored.</param>
/// <param name="Type">What it is.</param>
internal sealed record DeclaredState(string Grain, string Name, string? Store, Type Type);
