using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Writes references to codecs in generated code.</summary>
internal static class CodecReference
{
    /// <summary>Writes the attributes that connect a type to its codec for every JSON library.</summary>
    /// <param name="code">The writer.</param>
    /// <param name="name">The name of the type.</param>
    /// <param name="isDerived">Whether the type inherits the attribute for Newtonsoft.Json from its base class.</param>
    public static void Attributes(CodeWriter code, string name, bool isDerived)
    {
        code.Line($"[JsonCodec(typeof({name}Codec))]");
        if (!isDerived)
            code.Line("[Newtonsoft.Json.JsonConverter(typeof(NewtonsoftConverter))]");
        code.Line($"[System.Text.Json.Serialization.JsonConverter(typeof(SystemTextJsonConverter<{name}>))]");
    }

    /// <summary>Returns the codec of a request body, a response, or a union case.</summary>
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

    /// <summary>Returns the codec of the items of a property, which are written in the format that the description states.</summary>
    public static string OfItem(TypeReference type) => type.Kind switch
    {
        TypeKind.NumericIdentifier => "JsonCodecs.NumericIdentifier",
        TypeKind.UnixTime => "JsonCodecs.UnixTime",
        _ => Of(type),
    };
}
