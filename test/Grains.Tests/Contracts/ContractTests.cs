using System.Reflection;
using ImmutableAttribute = Orleans.ImmutableAttribute;

namespace MultiLine.Grains.Tests.Contracts;

/// <summary>What may cross a grain call, so that both actor hosts, and two versions of a cluster, understand it.</summary>
public sealed class ContractTests
{
    /// <summary>What both hosts carry without being told how.</summary>
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(byte[]), typeof(TimeSpan), typeof(DateTimeOffset),
    ];

    public static TheoryData<Type> Interfaces => [.. Declared.Interfaces];

    public static TheoryData<Type> Records => [.. Declared.Records];

    public static TheoryData<Type> Grains => [.. Declared.Grains];

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void A_grain_interface_and_each_of_its_methods_has_a_name_of_its_own_that_outlives_a_renaming(Type grain)
    {
        Assert.NotNull(grain.GetCustomAttribute<AliasAttribute>());
        Assert.All(grain.GetMethods(), method => Assert.NotNull(method.GetCustomAttribute<AliasAttribute>()));
        Assert.Equal(grain.GetMethods().Length, grain.GetMethods().Select(method => method.GetCustomAttribute<AliasAttribute>()!.Alias).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public void Only_contract_records_and_plain_values_cross_a_grain_call(Type grain) => Assert.All(
        grain.GetMethods().SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(Result(method)))
            // Both hosts carry it themselves.
            .Where(type => type != typeof(CancellationToken)),
        type => Assert.True(MayCross(type), $"{type} crosses a call of {grain.Name}."));

    [Theory]
    [MemberData(nameof(Records))]
    public void A_contract_record_is_sealed_immutable_and_numbered(Type record)
    {
        Assert.True(record.IsSealed);
        Assert.NotNull(record.GetCustomAttribute<ImmutableAttribute>());
        Assert.NotNull(record.GetCustomAttribute<AliasAttribute>());
        var properties = record.GetProperties().Where(property => property.GetMethod is { IsStatic: false, IsPublic: true }).ToList();
        Assert.All(properties, property =>
        {
            Assert.True(MayCross(property.PropertyType), $"{property.PropertyType} is in {record.Name}.");
            Assert.True(IsInitOnly(property), $"{record.Name}.{property.Name} can be changed.");
            Assert.NotNull(property.GetCustomAttribute<IdAttribute>());
        });
        Assert.Equal(properties.Count, properties.Select(property => property.GetCustomAttribute<IdAttribute>()!.Id).Distinct().Count());
    }

    [Fact]
    public void No_two_contracts_have_the_same_name()
    {
        var names = Declared.Records.Concat(Declared.Interfaces).Select(type => type.GetCustomAttribute<AliasAttribute>()?.Alias).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Grains))]
    public void A_grain_is_sealed_and_has_a_type_name_that_outlives_a_renaming(Type grain)
    {
        Assert.True(grain.IsSealed);
        Assert.NotNull(grain.GetCustomAttribute<GrainTypeAttribute>());
    }

    [Fact]
    public void Every_contract_was_found()
    {
        Assert.InRange(Interfaces.Count, 14, int.MaxValue);
        Assert.InRange(Records.Count, 40, int.MaxValue);
        Assert.Equal(Interfaces.Count, Grains.Count);
    }

    private static Type Result(MethodInfo method) =>
        method.ReturnType.IsGenericType ? method.ReturnType.GetGenericArguments()[0] : typeof(string);

    private static bool MayCross(Type type) =>
        Plain.Contains(type)
        || Declared.IsContract(type)
        || (Nullable.GetUnderlyingType(type) is { } underlying && Plain.Contains(underlying))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) && MayCross(type.GetGenericArguments()[0]));

    private static bool IsInitOnly(PropertyInfo property) =>
        property.SetMethod is null
        || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));
}
