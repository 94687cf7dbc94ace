using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the open enums: structs over a string, with the known values as members.</summary>
internal static class EnumEmitter
{
    public static string Emit(EquatableArray<EnumModel> enums, string targetNamespace)
    {
        var code = CodeWriter.File(targetNamespace, "System", "Intercom.Generated.Runtime");
        if (enums.Any(type => type.Members.Any(member => member.Obsolete is not null)))
        {
            code.Line();
            code.Line("#pragma warning disable CS0618 // Known also returns obsolete values.");
        }

        foreach (var type in enums)
        {
            code.Line();
            Enum(code, type);
        }

        return code.ToString();
    }

    private static void Enum(CodeWriter code, EnumModel type)
    {
        code.Summary(type.Summary);
        code.Line("/// <remarks>An open enum keeps values that Intercom adds later.</remarks>");
        CodecReference.Attributes(code, type.Name, isDerived: false);
        code.Open($"public readonly struct {type.Name} : IOpenEnum, IEquatable<{type.Name}>");
        code.Line("private readonly string? _value;");
        code.Line();
        code.Line("/// <summary>Initializes a known or unknown value.</summary>");
        code.Line($"public {type.Name}(string value) => _value = value;");
        foreach (var member in type.Members)
        {
            code.Line();
            code.Line($"/// <summary><c>{XmlText.Content(member.Value)}</c></summary>");
            if (member.Obsolete is { } reason)
                code.Line($"[Obsolete({CSharpText.Literal(reason)})]");
            code.Member($"public static {type.Name} {member.Name} =>", $"new({CSharpText.Literal(member.Value)});");
        }

        Known(code, type);
        code.Line();
        code.Member(
            $"internal static {type.Name}? FromText(string? value) =>",
            $"value is null ? default({type.Name}?) : new {type.Name}(value);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public string Value => _value ?? string.Empty;");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public bool Equals({type.Name} other) => Value == other.Value;");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public override bool Equals(object? obj) => obj is {type.Name} other && Equals(other);");
        code.Line();
        code.Line("/// <inheritdoc/>");
        code.Line("public override int GetHashCode() => Value.GetHashCode();");
        code.Line();
        code.Line("/// <summary>Returns the string that Intercom sends.</summary>");
        code.Line("public override string ToString() => Value;");
        code.Line();
        code.Line("/// <summary>Converts a string to a value.</summary>");
        code.Line($"public static implicit operator {type.Name}(string value) => new(value);");
        code.Line();
        code.Line("/// <summary>Determines whether two values are equal.</summary>");
        code.Line($"public static bool operator ==({type.Name} left, {type.Name} right) => left.Equals(right);");
        code.Line();
        code.Line("/// <summary>Determines whether two values differ.</summary>");
        code.Line($"public static bool operator !=({type.Name} left, {type.Name} right) => !left.Equals(right);");
        KnownValues(code, type);
        code.Close();
    }

    private static void Known(CodeWriter code, EnumModel type)
    {
        code.Line();
        code.Line("/// <summary>The known value, for a switch, or null if this package does not know the value.</summary>");
        code.Open("public KnownValue? Known => _value switch");
        foreach (var member in type.Members)
            code.Line($"{CSharpText.Literal(member.Value)} => KnownValue.{member.Name},");
        code.Line("_ => null,");
        code.Close("};");
    }

    private static void KnownValues(CodeWriter code, EnumModel type)
    {
        code.Line();
        code.Line("/// <summary>The values that this package knows. Intercom can send others. Their numbers never change.</summary>");
        code.Open("public enum KnownValue");
        foreach (var member in type.Members)
        {
            code.Line($"/// <summary><c>{XmlText.Content(member.Value)}</c></summary>");
            if (member.Obsolete is { } reason)
                code.Line($"[Obsolete({CSharpText.Literal(reason)})]");
            code.Line($"{member.Name} = {StableNumber(member.Name)},");
        }

        code.Close();
    }

    // Compilers copy the number of a value into programs. So it depends only on the name (FNV-1a), not on the place in the list.
    private static int StableNumber(string name)
    {
        var hash = 2166136261;
        foreach (var unit in Encoding.UTF8.GetBytes(name))
            hash = unchecked((hash ^ unit) * 16777619);
        return (int)(hash & int.MaxValue);
    }
}
