namespace Intercom.Generated.Descriptions.Model;

/// <summary>The kinds of types that a schema can have. Code that handles types switches over these.</summary>
public enum TypeKind
{
    /// <summary>Text.</summary>
    String,

    /// <summary>An ID that is written as a JSON string and read from a string or a number.</summary>
    Identifier,

    /// <summary>An ID that is written as a JSON number and read from a string or a number. It is text in C#, like every other ID.</summary>
    NumericIdentifier,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A point in time that is Unix seconds in JSON.</summary>
    UnixTime,

    /// <summary>A point in time that is an ISO 8601 string in JSON.</summary>
    DateTime,

    /// <summary>Any JSON value.</summary>
    Any,

    /// <summary>Custom attributes, whose names and types the workspace defines.</summary>
    CustomAttributes,

    /// <summary>A file to upload.</summary>
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
/// <param name="Name">The name of a generated type, or null for other kinds.</param>
/// <param name="Element">The element type of a list or map, or null for other kinds.</param>
public sealed record TypeReference(TypeKind Kind, string? Name = null, TypeReference? Element = null)
{
    /// <summary>Text.</summary>
    public static TypeReference Text { get; } = new(TypeKind.String);

    /// <summary>Any JSON value.</summary>
    public static TypeReference Any { get; } = new(TypeKind.Any);

    /// <summary>Whether the C# type is a value type.</summary>
    public bool IsValueType =>
        Kind is TypeKind.Integer or TypeKind.Number or TypeKind.Boolean or TypeKind.UnixTime or TypeKind.DateTime or TypeKind.Enum;

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
