using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Writes the public API of an assembly, one line with the full signature for each type and member.</summary>
internal sealed class PublicSurface
{
    private const BindingFlags Members = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(string)] = "string", [typeof(object)] = "object", [typeof(bool)] = "bool", [typeof(int)] = "int",
        [typeof(long)] = "long", [typeof(double)] = "double", [typeof(decimal)] = "decimal", [typeof(byte)] = "byte", [typeof(ulong)] = "ulong",
    };

    private readonly NullabilityInfoContext _nullability = new();
    private readonly StringBuilder _text = new();

    public static string Of(Assembly assembly)
    {
        var surface = new PublicSurface();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
            surface.Write(type);
        return surface._text.ToString();
    }

    private void Write(Type type)
    {
        _text.Append(Header(type)).Append('\n');
        foreach (var line in type.GetMembers(Members).SelectMany(Lines).Order(StringComparer.Ordinal))
            _text.Append("    ").Append(line).Append('\n');
    }

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => (type.IsDefined(typeof(IsReadOnlyAttribute), false) ? "readonly " : string.Empty) + "struct",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = new List<string>();
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && parent != typeof(Enum))
            bases.Add(Name(parent));
        bases.AddRange(type.GetInterfaces().Except(type.BaseType?.GetInterfaces() ?? []).Select(Name).Order(StringComparer.Ordinal));
        return $"public {kind} {type.Namespace}.{Name(type)}{(bases.Count > 0 && !type.IsEnum ? " : " + string.Join(", ", bases) : string.Empty)}";
    }

    private IEnumerable<string> Lines(MemberInfo member)
    {
        if (member.IsDefined(typeof(CompilerGeneratedAttribute), false) && member is not PropertyInfo)
            yield break;
        var obsolete = member.IsDefined(typeof(ObsoleteAttribute), false) ? "[Obsolete] " : string.Empty;
        switch (member)
        {
            case FieldInfo { IsSpecialName: false } field when IsVisible(field.Attributes & FieldAttributes.FieldAccessMask):
                yield return obsolete + (field.DeclaringType!.IsEnum
                    ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"
                    : $"{Access(field.IsPublic)} {(field.IsLiteral ? "const " : field.IsStatic ? "static " : string.Empty)}{Name(field.FieldType)} {field.Name}");
                break;
            case ConstructorInfo constructor when IsVisible(constructor):
                yield return $"{obsolete}{Access(constructor.IsPublic)} {Name(constructor.DeclaringType!)}({Parameters(constructor)})";
                break;
            case PropertyInfo property when property.GetAccessors(true).Any(IsVisible):
                yield return obsolete + Property(property);
                break;
            case MethodInfo method when IsVisible(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)):
                yield return obsolete + Method(method);
                break;
        }
    }

    private string Property(PropertyInfo property)
    {
        var accessors = string.Concat(
            property.GetMethod is { } get && IsVisible(get) ? "get; " : string.Empty,
            property.SetMethod is { } set && IsVisible(set) ? IsInit(set) ? "init; " : "set; " : string.Empty);
        var any = property.GetAccessors(true).First(IsVisible);
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(Parameter))}]" : string.Empty;
        return $"{Access(any.IsPublic)} {Modifiers(any)}{Name(property.PropertyType, _nullability.Create(property))} {(index.Length > 0 ? "this" : property.Name)}{index} {{ {accessors}}}";
    }

    private string Method(MethodInfo method)
    {
        var operation = method.GetCustomAttribute<IntercomOperationAttribute>() is { } attribute ? $"[{attribute.Method} {attribute.Path}] " : string.Empty;
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : string.Empty;
        var result = Name(method.ReturnType, _nullability.Create(method.ReturnParameter));
        return $"{Access(method.IsPublic)} {Modifiers(method)}{result} {method.Name}{generic}({Parameters(method)}) {operation}".TrimEnd();
    }

    private string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var passing = parameter.IsOut ? "out " : type.IsByRef ? "ref " : parameter.IsDefined(typeof(ParamArrayAttribute), false) ? "params " : string.Empty;
        var value = parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null")}" : string.Empty;
        return $"{passing}{Name(type.IsByRef ? type.GetElementType()! : type, _nullability.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Modifiers(MethodBase method) =>
        method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsVirtual: true, IsFinal: false } => ((method as MethodInfo)?.GetBaseDefinition() ?? method) == method ? "virtual " : "override ",
            _ => string.Empty,
        };

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string Access(bool isPublic) => isPublic ? "public" : "protected";

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldAttributes access) => access is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    private static string Name(Type type) => Name(type, null);

    private static string Name(Type type, NullabilityInfo? nullability)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        var mark = nullability is { ReadState: NullabilityState.Nullable } or { WriteState: NullabilityState.Nullable } && !type.IsValueType ? "?" : string.Empty;
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword + mark;
        if (type.IsArray)
            return $"{Name(type.GetElementType()!, nullability?.ElementType)}[]{mark}";
        if (!type.IsGenericType)
            return type.Name + mark;
        var arguments = type.GetGenericArguments();
        var names = arguments.Select((argument, i) => Name(argument, nullability?.GenericTypeArguments is { } states && i < states.Length ? states[i] : null));
        return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", names)}>{mark}";
    }
}
