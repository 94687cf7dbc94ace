using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the part of a codec that finds the required members that a request does not have.</summary>
internal static class RequiredMembers
{
    /// <summary>Returns the types that have required members, or values of such types.</summary>
    public static HashSet<string> TypesToCheck(CodecModel model)
    {
        var uses = model.Objects.Select(type => (type.Name, Used: type.Members.Select(member => member.Type)))
            .Concat(model.Unions.Select(union => (union.Name, Used: union.Cases.Select(item => item.Type))))
            .ToList();
        var found = new HashSet<string>(
            model.Objects.Where(type => type.Members.Any(member => member.IsRequired)).Select(type => type.Name), StringComparer.Ordinal);
        int known;
        do
        {
            known = found.Count;
            found.UnionWith(uses.Where(use => use.Used.Any(type => IsChecked(type, found))).Select(use => use.Name));
        }
        while (found.Count > known);
        return found;
    }

    /// <summary>Emits the check of a class.</summary>
    public static void Check(CodeWriter code, ObjectCodecModel type, HashSet<string> checkedTypes)
    {
        if (!checkedTypes.Contains(type.Name))
            return;
        var checks = type.Members.SelectMany((member, ordinal) => Checks(member, ordinal, checkedTypes)).ToList();
        code.Line();
        code.Line($"public override string? FindMissing({type.Name} value) =>");
        for (var i = 0; i < checks.Count; i++)
            code.Continued($"{(i == 0 ? string.Empty : "?? ")}{checks[i]}{(i == checks.Count - 1 ? ";" : string.Empty)}");
    }

    /// <summary>Emits the check of a union.</summary>
    public static void Check(CodeWriter code, UnionCodecModel union, HashSet<string> checkedTypes)
    {
        if (!checkedTypes.Contains(union.Name))
            return;
        code.Line();
        code.Open($"public override string? FindMissing({union.Name} value) => value.Value switch");
        var number = 0;
        foreach (var type in union.Cases.Select(item => item.Type).Where(type => IsChecked(type, checkedTypes)))
        {
            code.Line($"{type.CSharp} case{number} => {CodecReference.Of(type)}.FindMissing(case{number}),");
            number++;
        }

        code.Line("_ => null,");
        code.Close("};");
    }

    private static IEnumerable<string> Checks(MemberCodecModel member, int ordinal, HashSet<string> checkedTypes)
    {
        var name = CSharpText.Literal(member.Name);
        if (member.IsRequired)
            yield return $"Missing(value, {ordinal}, {name}, value.{member.Name} is null)";
        if (!IsChecked(member.Type, checkedTypes))
            yield break;
        var codec = CodecReference.Of(member.Type.Kind == TypeKind.List ? member.Type.Element! : member.Type);
        yield return $"MissingIn({name}, value.{member.Name}, {codec})";
    }

    // Lists in lists and dictionaries of classes do not occur in requests.
    private static bool IsChecked(TypeReference type, HashSet<string> checkedTypes) =>
        type.Kind is TypeKind.Object or TypeKind.Union ? checkedTypes.Contains(type.Name!)
        : type is { Kind: TypeKind.List, Element: { Kind: TypeKind.Object or TypeKind.Union } item } && checkedTypes.Contains(item.Name!);
}
