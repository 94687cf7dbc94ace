namespace Intercom.Generated.OpenApi.Model;

/// <summary>The kinds of types that a schema can mean. One rule a kind; every room that handles types switches over these.</summary>
public enum TypeKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>An id that is written as a JSON string and read from a string or a number.</summary>
    Identifier,

    /// <summary>An id that is written as a JSON number and read from a string or a number; text in C# like every other id.</summary>
    NumericIdentifier,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A point in time, in JSON as Unix seconds.</summary>
    UnixTime,

    /// <summary>A point in time, in JSON as an ISO 8601 string.</summary>
    DateTime,

    /// <summary>Any JSON value.</summary>
    Any,

    /// <summary>Custom attributes: names with values of the workspace's own types.</summary>
    CustomAttributes,

    /// <summary>A file that is uploaded.</summary>
    File,

    /// <summary>A generated class.</summary>
    Object,

    /// <summary>A generated open enum.</summary>
    Enum,

    /// <summary>A generated union.</summary>
    Union,

    /// <summary>A list.</summary>
    List,

    /// <summary>An object used as a dictionary.</summary>
    Map,
}

/// <summary>A use of a type.</summary>
/// <param name="Kind">The kind of type.</param>
/// <param name="Name">The name of a generated type; null otherwise.</param>
/// <param name="Element">The element type of a list or map; null otherwise.</param>
public sealed record TypeReference(TypeKind Kind, string? Name = null, TypeReference? Element = null)
{
    /// <summary>Text.</summary>
    public static TypeReference Text { get; } = new(TypeKind.String);

    /// <summary>Any JSON value.</summary>
    public static TypeReference Any { get; } = new(TypeKind.Any);

    /// <summary>Whether the C# type is a value type.</summary>
    public bool IsValueType => Kind is TypeKind.Integer or TypeKind.Number or TypeKind.Boolean or TypeKind.UnixTime or TypeKind.DateTime or TypeKind.Enum;

    /// <summary>The C# type, without a question mark.</summary>
    public string CSharp => Kind switch
    {
        TypeKind.String or TypeKind.Identifier or TypeKind.NumericIdentifier => "string",
        TypeKind.Integer => "long",
        TypeKind.Number => "double",
        TypeKind.Boolean => "bool",
        TypeKind.UnixTime or TypeKind.DateTime => "DateTimeOffset",
        TypeKind.Any => "JToken",
        TypeKind.CustomAttributes => "CustomAttributes",
        TypeKind.File => "UploadFile",
        TypeKind.List => $"IList<{Element!.CSharp}>",
        TypeKind.Map => $"IDictionary<string, {Element!.CSharp}>",
        _ => Name!,
    };
}
