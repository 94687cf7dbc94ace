using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>The expression that names the codec of a type.</summary>
internal static class CodecReference
{
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
