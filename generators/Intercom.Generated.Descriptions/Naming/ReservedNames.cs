namespace Intercom.Generated.Descriptions.Naming;

/// <summary>
/// The names that generated code already uses. A generated type with such a name would hide the existing type, or would be ambiguous in a
/// program that uses both namespaces.
/// </summary>
public static class ReservedNames
{
    // The suffixes of generated types that are not schemas.
    private static readonly string[] TypeEndings = ["Client", "Codec", "Extensions", "Fields", "Options"];

    // The prefixes of runtime types and of union members.
    private static readonly string[] TypeBeginnings = ["Intercom", "TryPick"];

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        // Namespaces.
        "Intercom", "Newtonsoft", "System", "Webhooks",
        // Types of .NET and Newtonsoft.Json.
        "ArgumentException", "ArgumentNullException", "CancellationToken", "DateTimeOffset", "Func", "IAsyncEnumerable",
        "IDictionary", "IEnumerable", "IEquatable", "IList",
        "IReadOnlyDictionary", "IReadOnlyList", "JToken", "List", "NotNullWhen", "NotNullWhenAttribute", "Obsolete", "ObsoleteAttribute",
        "ReadOnlySpan", "StringComparison", "TResult", "Task", "Uri", "Utf8JsonReader",
        "Utf8JsonWriter",
        // Types of the runtime that do not begin with Intercom.
        "ApiCall", "ApiCatalog", "ApiOperation", "ApiRequest", "ApiVersion", "AttributeChanges", "AttributeValues", "BooleanSearchField",
        "CatalogDifference", "CatalogEntry",
        "CatalogMember",
        "CatalogOperation", "CatalogType", "CatalogTypeKind", "CodecReader", "CompactInteger", "CompactNumber",
        "CompactTime", "ContactUpsert", "CustomAttributeValue",
        "CustomAttributes", "CustomObjectReferences", "DateSearchField",
        "DifferenceImpact", "ConnectionSettings", "IOpenEnum", "IResponseObserver", "IdentifierListSearchField", "IdentifierSearchField",
        "IdentifierSearchFieldWithoutLists", "JsonCodec",
        "JobOperation", "JsonCodecAttribute", "JsonCodecs", "JsonKinds", "MemberNames", "MemberWriter", "ModelCodec", "NewtonsoftConverter",
        "NumberSearchField",
        "NumberSearchFieldWithBounds", "OpenEnumCodec", "OperationInvoker", "PagingInput", "RateLimit", "RequestBatches",
        "RequiredInRequestsAttribute",
        "ResponseProblem",
        "ScrollFailureReason",
        "SearchExpression", "SearchField", "SystemTextJsonConverter", "TextSearchField", "TicketAttributeNames", "TicketListItems",
        "TimeSearchField", "TimeSearchFieldWithBounds",
        "TimeSearchFieldWithLists", "TimeSearchFieldWithListsAndBounds", "UnionCase", "UnionCodec", "UploadFile", "VersionCandidate",
        "VersionFailureReason", "VersionMismatch", "VersionMismatchPolicy", "VersionNegotiation", "VersionNegotiationAttempt",
        "VersionNegotiationOutcome",
        // Types of the webhooks package that do not begin with Intercom.
        "INotificationIdStore", "INotificationOutbox", "InMemoryNotificationIdStore", "InMemoryNotificationOutbox",
        "InvalidNotificationException", "NotificationEnvelope", "NotificationReader", "NotificationTopic", "NotificationTopics",
        "OutboxResult", "OutboxStatus", "ReceivedNotification", "WebhookSignature", "WebhookSignatureHash",
        // The generated index of the codecs.
        "Codecs",
        // Members of generated types, which cannot have the name of their type.
        "AdditionalProperties", "Assign", "Compact", "Expand", "FromText", "Known", "KnownValue", "Match", "Value",
    };

    private static readonly HashSet<string> ObjectMembers = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    private static readonly HashSet<string> ClientMembers = new(StringComparer.Ordinal)
    {
        "Dispose", "Intercom", "Invoker", "List", "RateLimit", "SendAsync", "StreamEventsAsync", "Version",
    };

    private static readonly HashSet<string> Arguments =
        new(StringComparer.Ordinal) { "cancellationToken", "client", "expression", "options", "query", "request" };

    /// <summary>Whether a schema cannot have the name.</summary>
    public static bool IsType(string name) =>
        Types.Contains(name) || IsObjectMember(name)
        || Array.Exists(TypeBeginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal))
        || Array.Exists(TypeEndings, ending => name.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Returns the name, or a similar one that is not reserved.</summary>
    public static string FreeType(string name)
    {
        if (Array.Exists(TypeBeginnings, beginning => name.StartsWith(beginning, StringComparison.Ordinal)))
            name = "Api" + name;
        return IsType(name) ? name + "Model" : name;
    }

    /// <summary>Whether every class has a member with this name.</summary>
    public static bool IsObjectMember(string name) => ObjectMembers.Contains(name);

    /// <summary>Whether a client cannot have the name, because the main client has a member with this name.</summary>
    public static bool IsClient(string name) =>
        ClientMembers.Contains(name) || IsObjectMember(name) || name.StartsWith("Intercom", StringComparison.Ordinal);

    /// <summary>Whether a known value of an open enum cannot have the name.</summary>
    public static bool IsEnumMember(string name) => name is "Value" or "FromText" or "Known" or "KnownValue" || IsObjectMember(name);

    /// <summary>Whether a property of a class cannot have the name.</summary>
    public static bool IsProperty(string name) => name is "AdditionalProperties" or "Assign" or "Compact" or "Expand";

    /// <summary>Whether an option cannot have the name, because all options classes have a member with this name.</summary>
    public static bool IsOption(string name) =>
        name is "Headers" or "KeepRawBody" or "MaxRetries" or "OnRequest" or "OnResponse" or "Query" or "RetryWrites" or "Timeout"
        || IsObjectMember(name);

    /// <summary>Whether a union case cannot have the name, because <c>Match</c> has an argument with this name.</summary>
    public static bool IsCase(string name) => name == "Unknown";

    /// <summary>Whether generated methods have a common argument with this name.</summary>
    public static bool IsArgument(string name) => Arguments.Contains(name);
}
