using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>The part of the model that codecs depend on. A change in documentation does not change it.</summary>
internal sealed record CodecModel(
    EquatableArray<ObjectCodecModel> Objects, EquatableArray<UnionCodecModel> Unions, EquatableArray<string> Enums)
{
    public static CodecModel Of(ApiModel model) => new(
        model.Objects.Select(type => new ObjectCodecModel(type.Name, Members(type))).ToEquatableArray(),
        model.Unions.Select(union => new UnionCodecModel(union.Name, union.Cases)).ToEquatableArray(),
        model.Enums.Select(type => type.Name).ToEquatableArray());

    private static EquatableArray<MemberCodecModel> Members(ObjectModel type) =>
        type.Properties.Select(property => new MemberCodecModel(property.Name, property.WireName, property.Type)
        {
            IsRequired = property.IsRequiredInRequests,
        }).ToEquatableArray();
}

/// <summary>The codec of a class.</summary>
internal sealed record ObjectCodecModel(string Name, EquatableArray<MemberCodecModel> Members);

/// <summary>A member in the codec of a class.</summary>
internal sealed record MemberCodecModel(string Name, string WireName, TypeReference Type)
{
    /// <summary>Whether a request must have the member.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>The codec of a union.</summary>
internal sealed record UnionCodecModel(string Name, EquatableArray<UnionCaseModel> Cases);

/// <summary>Emits the codecs, which read and write classes, unions, and open enums as UTF-8 JSON.</summary>
internal static class CodecEmitter
{
    private static readonly Regex Words = new(
        "(^|_)(type|object|role|state|status|country|region|city|code|currency|language|locale|browser|os|domain|workspace_id|app_id)$",
        RegexOptions.CultureInvariant);

    public static string Emit(CodecModel model, string targetNamespace)
    {
        var code = CodeWriter.File(
            targetNamespace,
            "System",
            "System.Collections.Generic",
            "System.Text.Json",
            "Intercom.Generated.Runtime",
            "Newtonsoft.Json.Linq");
        code.Line();
        code.Line("#pragma warning disable CS0612, CS0618 // Codecs also read and write obsolete members.");
        code.Line();
        Index(code, model);
        var checkedTypes = RequiredMembers.TypesToCheck(model);
        foreach (var type in model.Objects)
        {
            code.Line();
            Object(code, type, checkedTypes);
        }

        foreach (var union in model.Unions)
        {
            code.Line();
            Union(code, union, checkedTypes);
        }

        foreach (var name in model.Enums)
        {
            code.Line();
            Enum(code, name);
        }

        return code.ToString();
    }

    private static void Index(CodeWriter code, CodecModel model)
    {
        code.Summary("The codecs of this version. Each is created on first use.");
        code.Open("internal static class Codecs");
        foreach (var name in model.Objects.Select(type => type.Name).Concat(model.Unions.Select(union => union.Name)).Concat(model.Enums))
            code.Line($"public static {name}Codec {name} => field ??= new();");
        code.Close();
    }

    private static void Enum(CodeWriter code, string name)
    {
        code.Open($"internal sealed class {name}Codec : OpenEnumCodec<{name}>");
        code.Line($"protected override {name} Create(string text) => new(text);");
        code.Close();
    }

    private static void Object(CodeWriter code, ObjectCodecModel type, HashSet<string> checkedTypes)
    {
        CodecReference.Attributes(code, type.Name, isDerived: true);
        code.Line($"public sealed partial class {type.Name};");
        code.Line();
        code.Open($"internal sealed class {type.Name}Codec : ModelCodec<{type.Name}>");
        code.Array("protected override string[] Names =>", [.. type.Members.Select(member => CSharpText.Literal(member.WireName))]);
        code.Line();
        code.Line($"protected override {type.Name} Create() => new();");
        code.Line();
        code.Open($"protected override void ReadMembers(ref CodecReader reader, {type.Name} model)");
        code.Line("var member = -1;");
        code.Open("while (reader.ReadMember(Members, model, ref member))");
        code.Open("switch (member)");
        for (var ordinal = 0; ordinal < type.Members.Count; ordinal++)
        {
            if (type.Members[ordinal] is { Type.Kind: not TypeKind.File } member)
                code.Case($"{ordinal}", $"model.{member.Name} = {Read(member)};", "break;");
        }

        if (type.Members.Any(member => member.Type.Kind == TypeKind.File))
            code.Line("default: reader.KeepUnknown(Members, model, member); break;");
        code.Close();
        code.Close();
        code.Close();
        code.Line();
        code.Open($"protected override void WriteMembers(in MemberWriter writer, {type.Name} model)");
        for (var ordinal = 0; ordinal < type.Members.Count; ordinal++)
            code.Line($"writer.{Write(type.Members[ordinal], ordinal)};");
        code.Close();
        RequiredMembers.Check(code, type, checkedTypes);
        code.Close();
    }

    private static string Read(MemberCodecModel member) => member.Type.Kind switch
    {
        TypeKind.String or TypeKind.Identifier when IsWord(member.WireName) => "reader.Word()",
        TypeKind.String or TypeKind.Identifier or TypeKind.NumericIdentifier => "reader.Text()",
        TypeKind.Integer => "reader.Integer()",
        TypeKind.Number => "reader.Number()",
        TypeKind.Boolean => "reader.Boolean()",
        TypeKind.UnixTime or TypeKind.DateTime => "reader.Time()",
        TypeKind.CustomAttributes => "reader.CustomAttributes()",
        TypeKind.Enum => $"{member.Type.Name}.FromText(reader.Word())",
        TypeKind.Object or TypeKind.Union => $"reader.Value(Codecs.{member.Type.Name})",
        TypeKind.List => $"reader.List({CodecReference.OfItem(member.Type.Element!)})",
        TypeKind.Map => $"reader.Map({CodecReference.OfItem(member.Type.Element!)})",
        _ => "reader.Token()",
    };

    private static string Write(MemberCodecModel member, int ordinal) => member.Type.Kind switch
    {
        TypeKind.String when !IsWord(member.WireName) => $"Text({ordinal}, model.{member.Name})",
        TypeKind.String or TypeKind.Identifier => $"Word({ordinal}, model.{member.Name})",
        TypeKind.Enum => $"Word({ordinal}, model.{member.Name}?.Value)",
        TypeKind.NumericIdentifier or TypeKind.Integer or TypeKind.Number or TypeKind.Boolean
            or TypeKind.UnixTime or TypeKind.DateTime or TypeKind.File =>
            $"{member.Type.Kind}({ordinal}, model.{member.Name})",
        TypeKind.List or TypeKind.Map =>
            $"{member.Type.Kind}({ordinal}, model.{member.Name}, {CodecReference.OfItem(member.Type.Element!)})",
        _ => $"Value({ordinal}, model.{member.Name}, {CodecReference.Of(member.Type)})",
    };

    // A property whose values repeat in many objects, even if the description does not list them.
    private static bool IsWord(string wireName) => Words.IsMatch(wireName);

    private static void Union(CodeWriter code, UnionCodecModel union, HashSet<string> checkedTypes)
    {
        code.Open($"internal sealed class {union.Name}Codec : UnionCodec<{union.Name}>");
        code.Line("protected override UnionCase[] Cases =>");
        code.Line("[");
        foreach (var item in union.Cases)
            code.Continued($"{Case(item)},");
        code.Line("];");
        code.Line();
        code.Open($"protected override {union.Name}? ReadCase(int number, ref CodecReader reader)");
        code.Open("switch (number)");
        for (var number = 0; number < union.Cases.Count; number++)
        {
            code.Case(
                $"{number} when {CodecReference.Of(union.Cases[number].Type)}.TryRead(ref reader, out var case{number})",
                $"return new {union.Name}(case{number});");
        }

        code.Line("default: return null;");
        code.Close();
        code.Close();
        code.Line();
        code.Line($"protected override {union.Name} Unknown(JToken json) => new(json);");
        code.Line();
        code.Open($"public override void Write(Utf8JsonWriter writer, {union.Name} value)");
        code.Open("switch (value.Value)");
        for (var number = 0; number < union.Cases.Count; number++)
        {
            if (union.Cases[number].Type is { Kind: not TypeKind.Any } type)
                code.Case($"{type.CSharp} case{number}", $"{CodecReference.Of(type)}.Write(writer, case{number});", "break;");
        }

        code.Line("default: JsonCodecs.Token.Write(writer, (JToken)value.Value); break;");
        code.Close();
        code.Close();
        RequiredMembers.Check(code, union, checkedTypes);
        code.Close();
    }

    private static string Case(UnionCaseModel item)
    {
        var kinds = item.Type.Kind switch
        {
            TypeKind.String or TypeKind.Identifier or TypeKind.NumericIdentifier => "JsonKinds.Text",
            TypeKind.UnixTime or TypeKind.DateTime or TypeKind.Enum => "JsonKinds.Text",
            TypeKind.Integer => "JsonKinds.Integer",
            TypeKind.Number => "JsonKinds.Integer | JsonKinds.Fraction",
            TypeKind.Boolean => "JsonKinds.Boolean",
            TypeKind.List => "JsonKinds.List",
            TypeKind.Object or TypeKind.Map or TypeKind.CustomAttributes => "JsonKinds.Object",
            TypeKind.Any => "JsonKinds.Any",
            _ => "JsonKinds.None",
        };
        if (item.Discriminators.Count + item.Properties.Count == 0)
            return $"new({kinds})";
        var discriminators = item.Discriminators.Select(
            discriminator => CSharpText.Literal($"{discriminator.Property}={discriminator.Value}"));
        return $"new({kinds}, [{string.Join(", ", discriminators)}], {CSharpText.Literal(string.Join(" ", item.Properties))})";
    }
}
