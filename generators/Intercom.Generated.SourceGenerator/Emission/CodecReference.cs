using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>How generated code names the codec of a type.</summary>
internal static class CodecReference
{
    /// <summary>The attributes by which everyone who reads or writes JSON finds the codec of a type.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name of the type.</param>
    /// <param name="isDerived">Whether the type has a base from which it inherits the attribute of Newtonsoft.Json.</param>
    public static void Attributes(CodeWriter code, string name, bool isDerived)
    {
        code.Line($"[JsonCodec(typeof({name}Codec))]");
        if (!isDerived)
            code.Line("[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftConverter))]");
        code.Line($"[System.Text.Json.Serialization.JsonConverter(typeof(SystemTextJsonConverter<{name}>))]");
    }

    /// <summary>The codec of a value that stands for itself: a body, an answer, a case of a union.</summary>
    public static string Of(TypeReference type) => type.Kind switch
    {
        TypeKind.String or TypeKind.Identifier or TypeKind.NumericIdentifier => "JsonCodecs.Text",
        TypeKind.Integer => "JsonCodecs.Integer",
        TypeKind.Number => "JsonCodecs.Number",
        TypeKind.Boolean => "JsonCodecs.Boolean",
        TypeKind.UnixTime or TypeKind.DateTime => "JsonCodecs.DateTime",
        TypeKind.CustomAttributes => "JsonCodecs.CustomAttributes",
        TypeKind.List => $"JsonCodecs.List({Of(type.Element!)})",
        TypeKind.Map => $"JsonCodecs.Map({Of(type.Element!)})",
        TypeKind.Object or TypeKind.Union or TypeKind.Enum => $"Codecs.{type.Name}",
        _ => "JsonCodecs.Token",
    };

    /// <summary>The codec of the items of a property, which are written in the form that the description gives them.</summary>
    public static string OfItem(TypeReference type) => type.Kind switch
    {
        TypeKind.NumericIdentifier => "JsonCodecs.NumericIdentifier",
        TypeKind.UnixTime => "JsonCodecs.UnixTime",
        _ => Of(type),
    };
}
