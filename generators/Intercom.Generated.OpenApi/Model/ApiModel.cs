namespace Intercom.Generated.OpenApi.Model;

/// <summary>The meaning of a description: what the SDK of one API version offers.</summary>
/// <param name="Version">The API version as the Intercom-Version header names it, such as <c>2.14</c> or <c>Preview</c>.</param>
/// <param name="Clients">The groups of operations, by name.</param>
/// <param name="Objects">The classes, by name.</param>
/// <param name="Unions">The unions, by name.</param>
/// <param name="Enums">The open enums, by name.</param>
/// <param name="Problems">What is wrong with the description.</param>
public sealed record ApiModel(
    string Version,
    EquatableArray<ClientModel> Clients,
    EquatableArray<ObjectModel> Objects,
    EquatableArray<UnionModel> Unions,
    EquatableArray<EnumModel> Enums,
    EquatableArray<DescriptionProblem> Problems);

/// <summary>A group of operations.</summary>
/// <param name="Name">The property of the main client, such as <c>Contacts</c>.</param>
/// <param name="Summary">What the group is for.</param>
/// <param name="Operations">Its operations in the published order.</param>
public sealed record ClientModel(string Name, string Summary, EquatableArray<OperationModel> Operations);

/// <summary>An operation.</summary>
/// <param name="Client">The client that holds it.</param>
/// <param name="Name">Its method name without the Async suffix.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template.</param>
/// <param name="Summary">What it does.</param>
/// <param name="ReferenceUrl">Its page in Intercom's reference.</param>
/// <param name="IsManaged">Whether Intercom has to enable it for a workspace.</param>
/// <param name="IsDeprecated">Whether the description marks it as deprecated.</param>
/// <param name="PathParameters">The placeholders of the path, in order.</param>
/// <param name="RequiredQuery">The query parameters that every call needs.</param>
/// <param name="Options">The optional query parameters; null when there are none.</param>
/// <param name="Body">The request body; null when there is none.</param>
/// <param name="Response">What a successful call gives.</param>
/// <param name="Paging">How its list is paged; null when it gives no list.</param>
public sealed record OperationModel(
    string Client,
    string Name,
    string Method,
    string Path,
    string Summary,
    string ReferenceUrl,
    bool IsManaged,
    bool IsDeprecated,
    EquatableArray<ParameterModel> PathParameters,
    EquatableArray<ParameterModel> RequiredQuery,
    OptionsModel? Options,
    BodyModel? Body,
    ResponseModel Response,
    PagingModel? Paging)
{
    /// <summary>The operation's name in code and diagnostics, such as <c>Contacts.Get</c>.</summary>
    public string Id => $"{Client}.{Name}";

    /// <summary>The version-neutral key, such as <c>GET /contacts/{}</c>.</summary>
    public string Key => DescriptionDocument.OperationKey(Method, Path);

    /// <summary>C# that shows the operation, or null if there is none.</summary>
    public string? Example { get; init; }

    /// <summary>The query parameters that have only one value. Every request sends them.</summary>
    public EquatableArray<FixedParameter> FixedQuery { get; init; }

    /// <summary>The value of the Intercom-Version header if the operation declares another one than its version; otherwise null.</summary>
    public string? VersionHeader { get; init; }

    /// <summary>The media types in which the request body can be sent.</summary>
    public EquatableArray<string> RequestMediaTypes { get; init; }

    /// <summary>The status codes with which the API can answer.</summary>
    public EquatableArray<string> StatusCodes { get; init; }
}

/// <summary>A query parameter that has only one value.</summary>
/// <param name="WireName">Its name in the URL.</param>
/// <param name="Value">The value.</param>
public sealed record FixedParameter(string WireName, string Value);

/// <summary>A path or query parameter.</summary>
/// <param name="Name">Its C# name: an argument in camelCase, or a property of the options in PascalCase.</param>
/// <param name="WireName">Its name in the URL.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What it means.</param>
public sealed record ParameterModel(string Name, string WireName, TypeReference Type, string Summary)
{
    /// <summary>What the API says of the value beside its type.</summary>
    public ValueFacts Facts { get; init; } = ValueFacts.None;
}

/// <summary>
/// What the API says of a value and C# does not express, since every member is nullable and nothing is checked before it is sent.
/// </summary>
/// <param name="IsRequired">Whether the value has to be there.</param>
/// <param name="IsNullable">Whether it may be null.</param>
/// <param name="Default">What the API takes when there is none, as JSON; null when it does not say.</param>
/// <param name="Limits">What the value has to keep to, such as <c>maxLength: 255</c>.</param>
public sealed record ValueFacts(bool IsRequired, bool IsNullable, string? Default, EquatableArray<ValueLimit> Limits)
{
    /// <summary>Nothing is said.</summary>
    public static ValueFacts None { get; } = new(false, false, null, default);
}

/// <summary>Something that a value has to keep to.</summary>
/// <param name="Keyword">The keyword of JSON Schema, such as <c>maxLength</c>.</param>
/// <param name="Value">Its value as JSON.</param>
public sealed record ValueLimit(string Keyword, string Value);

/// <summary>The optional query parameters of an operation, as one class.</summary>
/// <param name="Name">The class.</param>
/// <param name="Parameters">Its properties.</param>
public sealed record OptionsModel(string Name, EquatableArray<ParameterModel> Parameters);

/// <summary>A request body.</summary>
/// <param name="Type">Its type.</param>
/// <param name="IsMultipart">Whether it is sent as multipart/form-data instead of JSON.</param>
public sealed record BodyModel(TypeReference Type, bool IsMultipart);

/// <summary>The kinds of successful answers.</summary>
public enum ResponseKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A JSON value.</summary>
    Json,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A file, perhaps behind a redirect.</summary>
    Stream,
}

/// <summary>What a successful call gives.</summary>
/// <param name="Kind">The kind of answer.</param>
/// <param name="Type">The type of a JSON answer; null otherwise.</param>
public sealed record ResponseModel(ResponseKind Kind, TypeReference? Type);

/// <summary>Where the paging input of a list goes.</summary>
public enum PagingInput
{
    /// <summary>Into the query, as the answer says.</summary>
    Query,

    /// <summary>Into the query as a page number, also when the answer names no next page.</summary>
    QueryPage,

    /// <summary>Into <c>pagination</c> of the JSON body.</summary>
    BodyPagination,

    /// <summary>Into <c>page</c> and <c>per_page</c> of the JSON body.</summary>
    BodyPage,
}

/// <summary>How a list is paged, as far as the description tells; the answers decide the rest.</summary>
/// <param name="Item">The type of an item.</param>
/// <param name="ItemsPath">The place of the items in the answer, dotted; empty when the answer is the list.</param>
/// <param name="Input">Where the paging input goes.</param>
/// <param name="IsScroll">Whether Intercom keeps the position in the list.</param>
public sealed record PagingModel(TypeReference Item, string ItemsPath, PagingInput Input, bool IsScroll = false)
{
    /// <summary>The place of the items in the published description; null if the overlay has not changed it.</summary>
    public string? PublishedItemsPath { get; init; }
}

/// <summary>A class.</summary>
/// <param name="Key">The key of its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Properties">Its properties in the published order.</param>
public sealed record ObjectModel(string Key, string Name, string Summary, EquatableArray<PropertyModel> Properties)
{
    /// <summary>Whether it is part of what a program sends.</summary>
    public bool IsSent { get; init; }
}

/// <summary>A property of a class.</summary>
/// <param name="Key">The key of its schema, which is not always below that of its class: one class can stand for several schemas.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="Constant">The only value that a request may send there, which is set from the start; null otherwise.</param>
/// <param name="Summary">What it means.</param>
public sealed record PropertyModel(string Key, string Name, string WireName, TypeReference Type, string? Constant, string Summary)
{
    /// <summary>What the API says of the value beside its type.</summary>
    public ValueFacts Facts { get; init; } = ValueFacts.None;

    /// <summary>Why it should not be used any more; null when it may be.</summary>
    public string? Obsolete { get; init; }
}

/// <summary>A union: a value of one of several types.</summary>
/// <param name="Key">The key of its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Cases">Its cases in the published order.</param>
public sealed record UnionModel(string Key, string Name, string Summary, EquatableArray<UnionCaseModel> Cases);

/// <summary>A case of a union.</summary>
/// <param name="Name">Its name, unique in the union.</param>
/// <param name="Type">Its type.</param>
/// <param name="Discriminators">The values by which a JSON object tells that it is this case.</param>
/// <param name="Properties">The properties that an object of this case can have, those of inline objects dotted.</param>
public sealed record UnionCaseModel(string Name, TypeReference Type, EquatableArray<Discriminator> Discriminators, EquatableArray<string> Properties);

/// <summary>A property and a value that mark a case of a union.</summary>
/// <param name="Property">The name in JSON.</param>
/// <param name="Value">The value there.</param>
public sealed record Discriminator(string Property, string Value);

/// <summary>An open enum: a string with known values.</summary>
/// <param name="Key">The key of a schema that has the values.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Members">Its known values in the published order.</param>
public sealed record EnumModel(string Key, string Name, string Summary, EquatableArray<EnumMemberModel> Members);

/// <summary>A known value of an open enum.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Value">The value in JSON.</param>
public sealed record EnumMemberModel(string Name, string Value)
{
    /// <summary>Why it should not be used any more; null when it may be.</summary>
    public string? Obsolete { get; init; }
}
