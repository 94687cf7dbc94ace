namespace Intercom.Generated.Descriptions.Model;

/// <summary>The model of a description: the clients and types of one API version.</summary>
/// <param name="Version">The value of the Intercom-Version header, such as <c>2.14</c> or <c>Preview</c>.</param>
/// <param name="Clients">The groups of operations, by name.</param>
/// <param name="Objects">The classes, by name.</param>
/// <param name="Unions">The unions, by name.</param>
/// <param name="Enums">The open enums, by name.</param>
/// <param name="Problems">The problems of the description.</param>
public sealed record ApiModel(
    string Version,
    EquatableArray<ClientModel> Clients,
    EquatableArray<ObjectModel> Objects,
    EquatableArray<UnionModel> Unions,
    EquatableArray<EnumModel> Enums,
    EquatableArray<DescriptionProblem> Problems);

/// <summary>A group of operations.</summary>
/// <param name="Name">The property of the main client, such as <c>Contacts</c>.</param>
/// <param name="Summary">The summary.</param>
/// <param name="Operations">The operations, in the published order.</param>
public sealed record ClientModel(string Name, string Summary, EquatableArray<OperationModel> Operations);

/// <summary>An operation.</summary>
/// <param name="Client">The client that has the operation.</param>
/// <param name="Name">The method name without the Async suffix.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path template.</param>
/// <param name="Summary">The summary.</param>
/// <param name="ReferenceUrl">The page in Intercom's reference.</param>
/// <param name="IsManaged">Whether Intercom has to enable the operation for a workspace.</param>
/// <param name="IsDeprecated">Whether the description marks the operation as deprecated.</param>
/// <param name="PathParameters">The placeholders of the path, in order.</param>
/// <param name="RequiredQuery">The required query parameters.</param>
/// <param name="Options">The optional query parameters, or null if there are none.</param>
/// <param name="Body">The request body, or null if there is none.</param>
/// <param name="Response">The body of a successful response.</param>
/// <param name="Paging">The paging of the list, or null if the operation does not return a list.</param>
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
    /// <summary>The name in code and diagnostics, such as <c>Contacts.Get</c>.</summary>
    public string Id => $"{Client}.{Name}";

    /// <summary>The version-neutral key, such as <c>GET /contacts/{}</c>.</summary>
    public string Key => DescriptionDocument.OperationKey(Method, Path);

    /// <summary>C# that shows the operation, or null if there is none.</summary>
    public string? Example { get; init; }

    /// <summary>The query parameters that have only one value. Every request sends them.</summary>
    public EquatableArray<FixedParameter> FixedQuery { get; init; }

    /// <summary>The value of the Intercom-Version header if the operation declares a different spelling of the version, or null.</summary>
    public string? VersionHeader { get; init; }

    /// <summary>The media types that the operation accepts for the request body.</summary>
    public EquatableArray<string> RequestMediaTypes { get; init; }

    /// <summary>The status codes of the responses.</summary>
    public EquatableArray<string> StatusCodes { get; init; }
}

/// <summary>A query parameter that has only one value.</summary>
/// <param name="WireName">The name in the URL.</param>
/// <param name="Value">The value.</param>
public sealed record FixedParameter(string WireName, string Value);

/// <summary>A path or query parameter.</summary>
/// <param name="Name">The C# name: camelCase for an argument, PascalCase for a property of the options.</param>
/// <param name="WireName">The name in the URL.</param>
/// <param name="Type">The type.</param>
/// <param name="Summary">The summary.</param>
public sealed record ParameterModel(string Name, string WireName, TypeReference Type, string Summary)
{
    /// <summary>The facts about the value that the C# type does not express.</summary>
    public ValueFacts Facts { get; init; } = ValueFacts.None;

    /// <summary>The reason that the parameter is deprecated, or null if it is not.</summary>
    public string? Obsolete { get; init; }
}

/// <summary>
/// The facts about a value that C# does not express, because every member is nullable and requests are not validated.
/// </summary>
/// <param name="IsRequired">Whether the value is required.</param>
/// <param name="IsNullable">Whether the value can be null.</param>
/// <param name="Default">The default value of the API as JSON, or null if the description does not state one.</param>
/// <param name="Limits">The limits of the value, such as <c>maxLength: 255</c>.</param>
public sealed record ValueFacts(bool IsRequired, bool IsNullable, string? Default, EquatableArray<ValueLimit> Limits)
{
    /// <summary>No facts.</summary>
    public static ValueFacts None { get; } = new(false, false, null, default);

    /// <summary>
    /// The values that this schema allows as JSON, if it lists them. Its open enum can have more values, from other schemas.
    /// </summary>
    public EquatableArray<string> Values { get; init; }
}

/// <summary>A limit of a value.</summary>
/// <param name="Keyword">The JSON Schema keyword, such as <c>maxLength</c>, or <c>items.maxLength</c> for the items of a list.</param>
/// <param name="Value">The value as JSON.</param>
public sealed record ValueLimit(string Keyword, string Value);

/// <summary>The class with the optional query parameters of an operation.</summary>
/// <param name="Name">The name of the class.</param>
/// <param name="Parameters">The properties.</param>
public sealed record OptionsModel(string Name, EquatableArray<ParameterModel> Parameters);

/// <summary>A request body.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsMultipart">Whether the body is sent as multipart/form-data instead of JSON.</param>
public sealed record BodyModel(TypeReference Type, bool IsMultipart)
{
    /// <summary>The facts about the value that the C# type does not express.</summary>
    public ValueFacts Facts { get; init; } = ValueFacts.None;
}

/// <summary>The kinds of response bodies.</summary>
public enum ResponseKind
{
    /// <summary>No body.</summary>
    None,

    /// <summary>A JSON value.</summary>
    Json,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A file, possibly after a redirect.</summary>
    Stream,
}

/// <summary>The body of a successful response.</summary>
/// <param name="Kind">The kind of body.</param>
/// <param name="Type">The type of a JSON body, or null for other kinds.</param>
public sealed record ResponseModel(ResponseKind Kind, TypeReference? Type);

/// <summary>The place in a request that selects the page of a list.</summary>
public enum PagingInput
{
    /// <summary>The query parameters that the previous response names.</summary>
    Query,

    /// <summary>A page number in the query, even if the previous response does not name a next page.</summary>
    QueryPage,

    /// <summary>The <c>pagination</c> object of the JSON body.</summary>
    BodyPagination,

    /// <summary>The <c>page</c> and <c>per_page</c> properties of the JSON body.</summary>
    BodyPage,
}

/// <summary>The paging of a list, as far as the description states it. The responses decide the rest at run time.</summary>
/// <param name="Item">The type of an item.</param>
/// <param name="ItemsPath">The dotted path of the items in the response, or an empty string if the response is the list.</param>
/// <param name="Input">The place in a request that selects the page.</param>
/// <param name="IsScroll">Whether Intercom keeps the position in the list on the server.</param>
public sealed record PagingModel(TypeReference Item, string ItemsPath, PagingInput Input, bool IsScroll = false)
{
    /// <summary>The path of the items in the published description, or null if the overlay does not change it.</summary>
    public string? PublishedItemsPath { get; init; }
}

/// <summary>A class.</summary>
/// <param name="Key">The key of its schema.</param>
/// <param name="Name">The name.</param>
/// <param name="Summary">The summary.</param>
/// <param name="Properties">The properties, in the published order.</param>
public sealed record ObjectModel(string Key, string Name, string Summary, EquatableArray<PropertyModel> Properties)
{
    /// <summary>Whether the class is part of a request.</summary>
    public bool IsSent { get; init; }
}

/// <summary>A property of a class.</summary>
/// <param name="Key">The key of its schema. It can start with the key of another schema, because one class can represent several.</param>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Type">The type.</param>
/// <param name="Constant">The only value that a request can send, which is the initial value, or null.</param>
/// <param name="Summary">The summary.</param>
public sealed record PropertyModel(string Key, string Name, string WireName, TypeReference Type, string? Constant, string Summary)
{
    /// <summary>The facts about the value that the C# type does not express.</summary>
    public ValueFacts Facts { get; init; } = ValueFacts.None;

    /// <summary>The reason that the property is deprecated, or null if it is not.</summary>
    public string? Obsolete { get; init; }

    /// <summary>
    /// Whether a request must have the property. False for classes that are also part of a response, because a response can lack it.
    /// </summary>
    public bool IsRequiredInRequests { get; init; }
}

/// <summary>A union: a value of one of several types.</summary>
/// <param name="Key">The key of its schema.</param>
/// <param name="Name">The name.</param>
/// <param name="Summary">The summary.</param>
/// <param name="Cases">The cases, in the published order.</param>
public sealed record UnionModel(string Key, string Name, string Summary, EquatableArray<UnionCaseModel> Cases);

/// <summary>A case of a union.</summary>
/// <param name="Name">The name, unique in the union.</param>
/// <param name="Type">The type.</param>
/// <param name="Discriminators">The property values that identify a JSON object as this case.</param>
/// <param name="Properties">The properties that an object of this case can have. Properties of inline objects are dotted paths.</param>
public sealed record UnionCaseModel(
    string Name, TypeReference Type, EquatableArray<Discriminator> Discriminators, EquatableArray<string> Properties);

/// <summary>A property value that identifies a case of a union.</summary>
/// <param name="Property">The name in JSON.</param>
/// <param name="Value">The value.</param>
public sealed record Discriminator(string Property, string Value);

/// <summary>An open enum: a string with known values.</summary>
/// <param name="Key">The key of a schema that has the values.</param>
/// <param name="Name">The name.</param>
/// <param name="Summary">The summary.</param>
/// <param name="Members">The known values, in the published order.</param>
public sealed record EnumModel(string Key, string Name, string Summary, EquatableArray<EnumMemberModel> Members);

/// <summary>A known value of an open enum.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Value">The value in JSON.</param>
public sealed record EnumMemberModel(string Name, string Value)
{
    /// <summary>The reason that the value is deprecated, or null if it is not.</summary>
    public string? Obsolete { get; init; }
}
