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
}

/// <summary>A path or query parameter.</summary>
/// <param name="Name">Its C# name: an argument in camelCase, or a property of the options in PascalCase.</param>
/// <param name="WireName">Its name in the URL.</param>
/// <param name="Type">Its type.</param>
/// <param name="Summary">What it means.</param>
public sealed record ParameterModel(string Name, string WireName, TypeReference Type, string Summary);

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
public sealed record PagingModel(TypeReference Item, string ItemsPath, PagingInput Input);

/// <summary>A class.</summary>
/// <param name="Key">The key of its schema.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Properties">Its properties in the published order.</param>
public sealed record ObjectModel(string Key, string Name, string Summary, EquatableArray<PropertyModel> Properties);

/// <summary>A property of a class.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="WireName">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="Constant">The only value that a request may send there, which is set from the start; null otherwise.</param>
/// <param name="Summary">What it means.</param>
public sealed record PropertyModel(string Name, string WireName, TypeReference Type, string? Constant, string Summary);

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
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Members">Its known values in the published order.</param>
public sealed record EnumModel(string Name, string Summary, EquatableArray<EnumMemberModel> Members);

/// <summary>A known value of an open enum.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Value">The value in JSON.</param>
public sealed record EnumMemberModel(string Name, string Value);
