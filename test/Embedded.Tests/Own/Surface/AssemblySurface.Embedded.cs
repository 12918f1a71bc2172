using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace MultiLine.Embedded.Tests.Own.Surface;

/// <summary>The public types of an assembly, read from its metadata alone: nothing is loaded, so what it depends on may be missing.</summary>
internal static class AssemblySurface
{
    private static readonly TypeNames s_names = new();

    public static IReadOnlyList<TypeShape> Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return [.. reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(IsPublic).Select(type => Shape(reader, type))];
    }

    private static bool IsPublic(TypeDefinition type) => (type.Attributes & TypeAttributes.VisibilityMask) is TypeAttributes.Public;

    private static TypeShape Shape(MetadataReader reader, TypeDefinition type)
    {
        var baseName = type.BaseType.IsNil ? "" : Name(reader, type.BaseType);
        var isSealed = type.Attributes.HasFlag(TypeAttributes.Sealed);
        var kind = type.Attributes.HasFlag(TypeAttributes.Interface) ? "interface"
            : baseName == "System.Enum" ? "enum"
            : baseName == "System.ValueType" ? "struct"
            : isSealed && type.Attributes.HasFlag(TypeAttributes.Abstract) ? "static class"
            : "class";
        var interfaces = type.GetInterfaceImplementations().Select(handle => Name(reader, reader.GetInterfaceImplementation(handle).Interface));
        var methods = type.GetMethods().Select(reader.GetMethodDefinition).Where(IsVisible).Select(method => Describe(reader, method));
        var fields = type.GetFields().Select(reader.GetFieldDefinition).Where(IsVisible).Select(field => Describe(reader, field));
        return new(
            $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}",
            kind,
            isSealed,
            baseName,
            interfaces.ToHashSet(),
            methods.Concat(fields).ToHashSet(),
            Usage(reader, type));
    }

    private static bool IsVisible(MethodDefinition method) =>
        (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem;

    private static bool IsVisible(FieldDefinition field) =>
        (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string Describe(MetadataReader reader, MethodDefinition method)
    {
        var signature = method.DecodeSignature(s_names, null);
        var parameters = method.GetParameters().Select(reader.GetParameter).Where(p => p.SequenceNumber > 0)
            .ToDictionary(p => p.SequenceNumber - 1);
        var access = (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public ? "public" : "protected";
        var binding = method.Attributes switch
        {
            var a when a.HasFlag(MethodAttributes.Static) => " static",
            var a when a.HasFlag(MethodAttributes.Abstract) => " abstract",
            var a when a.HasFlag(MethodAttributes.Virtual) && !a.HasFlag(MethodAttributes.Final) && a.HasFlag(MethodAttributes.NewSlot) => " virtual",
            var a when a.HasFlag(MethodAttributes.Virtual) && !a.HasFlag(MethodAttributes.NewSlot) => " override",
            _ => "",
        };
        var generics = method.GetGenericParameters().Select(reader.GetGenericParameter)
            .Select(g => string.Join(" and ", g.GetConstraints().Select(c => Name(reader, reader.GetGenericParameterConstraint(c).Type))));
        var arguments = signature.ParameterTypes.Select((type, i) => parameters.TryGetValue(i, out var p)
            ? $"{type} {reader.GetString(p.Name)}{(p.Attributes.HasFlag(ParameterAttributes.Optional) ? " = …" : "")}"
            : type);
        return $"{access}{binding} {signature.ReturnType} {reader.GetString(method.Name)}"
            + $"{(signature.GenericParameterCount > 0 ? $"<{string.Join(", ", generics)}>" : "")}({string.Join(", ", arguments)})";
    }

    private static string Describe(MetadataReader reader, FieldDefinition field)
    {
        var constant = field.GetDefaultValue() is { IsNil: false } handle
            ? $" = {Convert.ToHexString(reader.GetBlobBytes(reader.GetConstant(handle).Value))}"
            : "";
        return $"field {field.DecodeSignature(s_names, null)} {reader.GetString(field.Name)}{constant}";
    }

    private static string Usage(MetadataReader reader, TypeDefinition type)
    {
        foreach (var attribute in type.GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind is HandleKind.MemberReference
                && Name(reader, reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent) == "System.AttributeUsageAttribute")
            {
                var value = attribute.DecodeValue(s_names);
                var named = value.NamedArguments.Where(n => !(n.Name == "AllowMultiple" && n.Value is false)).Select(n => $"{n.Name}={n.Value}").Order();
                return string.Join(", ", named.Prepend($"{(AttributeTargets)value.FixedArguments[0].Value!}"));
            }
        }

        return "";
    }

    private static string Name(MetadataReader reader, EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => s_names.GetTypeFromDefinition(reader, (TypeDefinitionHandle)handle, 0),
        HandleKind.TypeReference => s_names.GetTypeFromReference(reader, (TypeReferenceHandle)handle, 0),
        _ => s_names.GetTypeFromSpecification(reader, null, (TypeSpecificationHandle)handle, 0),
    };
}
