namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>
/// A kind of change and its impact on programs. The impact takes the design of the SDK into account: enums are open, model properties are
/// nullable, optional query parameters share one class, and every method ends with optional arguments.
/// </summary>
public sealed class ChangeRule
{
    private static readonly List<ChangeRule> Rules = [];

    private ChangeRule(string id, ChangeArea area, ChangeImpact impact, string meaning, bool showsInCSharp)
    {
        ShowsInCSharp = showsInCSharp;
        Id = id;
        Area = area;
        Impact = impact;
        Meaning = meaning;
    }

    /// <summary>The ID of the rule, such as <c>property-removed</c>.</summary>
    public string Id { get; }

    /// <summary>The part of the API that the change affects.</summary>
    public ChangeArea Area { get; }

    /// <summary>The impact on programs.</summary>
    public ChangeImpact Impact { get; }

    /// <summary>A sentence that describes the change.</summary>
    public string Meaning { get; }

    /// <summary>
    /// Whether the change shows in C# declarations. If not, reports show the text of the description, such as <c>maxLength: 255</c>.
    /// </summary>
    public bool ShowsInCSharp { get; }

    /// <summary>All rules, in the order of their definitions.</summary>
    public static IReadOnlyList<ChangeRule> All => Rules;

    /// <summary>A client was added.</summary>
    public static ChangeRule ClientAdded { get; } = Define(
        "client-added", ChangeArea.Client, ChangeImpact.Additive, "The client is new.");

    /// <summary>A client was removed.</summary>
    public static ChangeRule ClientRemoved { get; } = Define(
        "client-removed", ChangeArea.Client, ChangeImpact.SourceBreak, "The client was removed.");

    /// <summary>An operation was added.</summary>
    public static ChangeRule OperationAdded { get; } = Define(
        "operation-added", ChangeArea.Operation, ChangeImpact.Additive, "The operation is new.");

    /// <summary>An operation was removed.</summary>
    public static ChangeRule OperationRemoved { get; } = Define(
        "operation-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation was removed.");

    /// <summary>An operation has a new C# name.</summary>
    public static ChangeRule OperationRenamed { get; } = Define(
        "operation-renamed",
        ChangeArea.Operation,
        ChangeImpact.SourceBreak,
        "The method has a new name in C#. The HTTP method and path are the same.");

    /// <summary>An operation has a different HTTP method or path.</summary>
    public static ChangeRule OperationMoved { get; } = Define(
        "operation-moved",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The method has the same name in C# but calls a different HTTP method or path.");

    /// <summary>A path placeholder was renamed.</summary>
    public static ChangeRule PlaceholderRenamed { get; } = Define(
        "placeholder-renamed", ChangeArea.Operation, ChangeImpact.None, "A placeholder in the path was renamed.");

    /// <summary>An operation that returned nothing returns a result.</summary>
    public static ChangeRule OperationResultAdded { get; } = Define(
        "operation-result-added",
        ChangeArea.Operation,
        ChangeImpact.SourceBreak,
        "The operation used to return nothing and now returns a result. Calls compile, but overrides do not.");

    /// <summary>An operation no longer returns a result.</summary>
    public static ChangeRule OperationResultRemoved { get; } = Define(
        "operation-result-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation no longer returns a result.");

    /// <summary>An operation returns a different type.</summary>
    public static ChangeRule OperationResultChanged { get; } = Define(
        "operation-result-changed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation returns a different type.");

    /// <summary>A list takes its paging input in a different place.</summary>
    public static ChangeRule OperationPagingChanged { get; } = Define(
        "operation-paging-changed",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The list is paged differently. Enumerating it works as before.");

    /// <summary>The items of a list moved within the response.</summary>
    public static ChangeRule OperationItemsMoved { get; } = Define(
        "operation-items-moved",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The items moved to another place in the response. Enumerating the list works as before.");

    /// <summary>A request body or result has the same C# type but different JSON.</summary>
    public static ChangeRule OperationFormatChanged { get; } = Define(
        "operation-format-changed",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The request or the result has the same type in C#, but its JSON changed.");

    /// <summary>An operation gained an overload that takes a search expression.</summary>
    public static ChangeRule SearchOverloadAdded { get; } = Define(
        "search-overload-added", ChangeArea.Operation, ChangeImpact.Additive, "The operation also accepts a search expression.");

    /// <summary>An operation lost the overload that takes a search expression.</summary>
    public static ChangeRule SearchOverloadRemoved { get; } = Define(
        "search-overload-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation no longer accepts a search expression.");

    /// <summary>An operation gained a request body.</summary>
    public static ChangeRule BodyAdded { get; } = Define(
        "body-added", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation now takes a request body.");

    /// <summary>An operation lost its request body.</summary>
    public static ChangeRule BodyRemoved { get; } = Define(
        "body-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation no longer takes a request body.");

    /// <summary>An operation takes a different type of request body.</summary>
    public static ChangeRule BodyChanged { get; } = Define(
        "body-changed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation takes a different type of request body.");

    /// <summary>An operation became deprecated.</summary>
    public static ChangeRule OperationDeprecated { get; } = Define(
        "operation-deprecated",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The operation is deprecated. The compiler warns when it is used.");

    /// <summary>An operation is no longer deprecated.</summary>
    public static ChangeRule OperationUndeprecated { get; } = Define(
        "operation-undeprecated", ChangeArea.Operation, ChangeImpact.None, "The operation is no longer deprecated.");

    /// <summary>Intercom now has to enable an operation for a workspace.</summary>
    public static ChangeRule OperationManaged { get; } = Define(
        "operation-managed", ChangeArea.Operation, ChangeImpact.Behavior, "Intercom has to enable the operation for a workspace.");

    /// <summary>An operation became available to every workspace.</summary>
    public static ChangeRule OperationUnmanaged { get; } = Define(
        "operation-unmanaged", ChangeArea.Operation, ChangeImpact.None, "The operation is available to every workspace.");

    /// <summary>A method gained a required argument.</summary>
    public static ChangeRule ArgumentAdded { get; } = Define(
        "argument-added", ChangeArea.Operation, ChangeImpact.SourceBreak, "The method has a new required argument.");

    /// <summary>A method lost an argument.</summary>
    public static ChangeRule ArgumentRemoved { get; } = Define(
        "argument-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The method no longer has the argument.");

    /// <summary>An argument has a new C# name.</summary>
    public static ChangeRule ArgumentRenamed { get; } = Define(
        "argument-renamed",
        ChangeArea.Operation,
        ChangeImpact.SourceBreak,
        "The argument has a new name in C#. Calls that pass it by name do not compile.");

    /// <summary>An argument has a different type.</summary>
    public static ChangeRule ArgumentTypeChanged { get; } = Define(
        "argument-type-changed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The argument has a different type.");

    /// <summary>An argument has the same C# type but a different format in the URL.</summary>
    public static ChangeRule ArgumentFormatChanged { get; } = Define(
        "argument-format-changed",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The argument has the same type in C# but a different format in the URL.");

    /// <summary>The arguments are in a different order.</summary>
    public static ChangeRule ArgumentsReordered { get; } = Define(
        "arguments-reordered",
        ChangeArea.Operation,
        ChangeImpact.SourceBreak,
        "The arguments are in a different order. Calls that pass them by position change their meaning or do not compile.");

    /// <summary>A required argument became an optional query parameter.</summary>
    public static ChangeRule ArgumentBecameOption { get; } = Define(
        "argument-became-option", ChangeArea.Operation, ChangeImpact.SourceBreak, "The argument is now an optional query parameter.");

    /// <summary>An optional query parameter became a required argument.</summary>
    public static ChangeRule OptionBecameArgument { get; } = Define(
        "option-became-argument",
        ChangeArea.Operation,
        ChangeImpact.SourceBreak,
        "The optional query parameter is now a required argument.");

    /// <summary>An operation gained its first optional query parameters.</summary>
    public static ChangeRule OptionsAdded { get; } = Define(
        "options-added",
        ChangeArea.Operation,
        ChangeImpact.Additive,
        "The operation has its first optional query parameters. A new overload takes them.");

    /// <summary>An operation lost all its optional query parameters.</summary>
    public static ChangeRule OptionsRemoved { get; } = Define(
        "options-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation no longer has optional query parameters.");

    /// <summary>The class of the optional query parameters was renamed.</summary>
    public static ChangeRule OptionsRenamed { get; } = Define(
        "options-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The class of the optional query parameters was renamed.");

    /// <summary>An optional query parameter was added.</summary>
    public static ChangeRule OptionAdded { get; } = Define(
        "option-added", ChangeArea.Type, ChangeImpact.Additive, "The optional query parameter is new.");

    /// <summary>An optional query parameter was removed.</summary>
    public static ChangeRule OptionRemoved { get; } = Define(
        "option-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The optional query parameter was removed.");

    /// <summary>An optional query parameter has a new C# name.</summary>
    public static ChangeRule OptionRenamed { get; } = Define(
        "option-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The optional query parameter has a new name in C#.");

    /// <summary>An optional query parameter has a different type.</summary>
    public static ChangeRule OptionTypeChanged { get; } = Define(
        "option-type-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "The optional query parameter has a different type.");

    /// <summary>The format of an optional query parameter in the URL changed. The C# type did not.</summary>
    public static ChangeRule OptionFormatChanged { get; } = Define(
        "option-format-changed",
        ChangeArea.Type,
        ChangeImpact.None,
        "The optional query parameter has the same type in C# but a different format in the URL.");

    /// <summary>An optional query parameter became deprecated.</summary>
    public static ChangeRule OptionDeprecated { get; } = Define(
        "option-deprecated",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The optional query parameter is deprecated. The compiler warns when it is used.");

    /// <summary>An optional query parameter is no longer deprecated.</summary>
    public static ChangeRule OptionUndeprecated { get; } = Define(
        "option-undeprecated", ChangeArea.Type, ChangeImpact.None, "The optional query parameter is no longer deprecated.");

    /// <summary>A type was added.</summary>
    public static ChangeRule TypeAdded { get; } = Define(
        "type-added", ChangeArea.Type, ChangeImpact.Additive, "The type is new.");

    /// <summary>A type was removed.</summary>
    public static ChangeRule TypeRemoved { get; } = Define(
        "type-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The type was removed.");

    /// <summary>A type has a new C# name.</summary>
    public static ChangeRule TypeRenamed { get; } = Define(
        "type-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The type has a new name in C#. The schema is the same.");

    /// <summary>A type changed its kind, such as from a class to a union.</summary>
    public static ChangeRule TypeKindChanged { get; } = Define(
        "type-kind-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "The type is of a different kind: class, union, or open enum.");

    /// <summary>A property was added.</summary>
    public static ChangeRule PropertyAdded { get; } = Define(
        "property-added", ChangeArea.Type, ChangeImpact.Additive, "The property is new.");

    /// <summary>A property was removed.</summary>
    public static ChangeRule PropertyRemoved { get; } = Define(
        "property-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The property was removed.");

    /// <summary>A property has a new C# name.</summary>
    public static ChangeRule PropertyRenamed { get; } = Define(
        "property-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The property has a new name in C#. The name in JSON is the same.");

    /// <summary>A C# property maps to a different JSON property.</summary>
    public static ChangeRule PropertyMoved { get; } = Define(
        "property-moved",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The property has the same name in C# but maps to a different JSON property.");

    /// <summary>A property has a different type.</summary>
    public static ChangeRule PropertyTypeChanged { get; } = Define(
        "property-type-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "The property has a different type.");

    /// <summary>A property has the same C# type but a different format in JSON.</summary>
    public static ChangeRule PropertyFormatChanged { get; } = Define(
        "property-format-changed",
        ChangeArea.Type,
        ChangeImpact.None,
        "The property has the same type in C# but a different format in JSON.");

    /// <summary>The initial value of a request property changed.</summary>
    public static ChangeRule PropertyConstantChanged { get; } = Define(
        "property-constant-changed", ChangeArea.Type, ChangeImpact.Behavior, "The initial value of the property changed.");

    /// <summary>A known value was added to an open enum.</summary>
    public static ChangeRule EnumMemberAdded { get; } = Define(
        "enum-member-added", ChangeArea.Type, ChangeImpact.Additive, "The known value is new.");

    /// <summary>A known value was removed from an open enum.</summary>
    public static ChangeRule EnumMemberRemoved { get; } = Define(
        "enum-member-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The value is no longer a known value.");

    /// <summary>A known value has a new C# name.</summary>
    public static ChangeRule EnumMemberRenamed { get; } = Define(
        "enum-member-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The known value has a new name in C#.");

    /// <summary>A C# enum member maps to a different value.</summary>
    public static ChangeRule EnumMemberMoved { get; } = Define(
        "enum-member-moved",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The member has the same name in C# but stands for a different value.");

    /// <summary>A case was added to a union.</summary>
    public static ChangeRule UnionCaseAdded { get; } = Define(
        "union-case-added", ChangeArea.Type, ChangeImpact.Additive, "The union has a new case.");

    /// <summary>A case was removed from a union.</summary>
    public static ChangeRule UnionCaseRemoved { get; } = Define(
        "union-case-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The union no longer has the case.");

    /// <summary>A case of a union has a new C# name.</summary>
    public static ChangeRule UnionCaseRenamed { get; } = Define(
        "union-case-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The case has a new name in C#.");

    /// <summary>The discriminator values of a union case changed.</summary>
    public static ChangeRule UnionCaseDiscriminatorsChanged { get; } = Define(
        "union-case-discriminators-changed", ChangeArea.Type, ChangeImpact.None, "The discriminator values that select the case changed.");

    /// <summary>The Match method of a union takes different functions.</summary>
    public static ChangeRule UnionMatchChanged { get; } = Define(
        "union-match-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "Match takes one function per case, and the cases changed.");

    /// <summary>A request body can be sent in another media type.</summary>
    public static ChangeRule RequestMediaTypeAdded { get; } = DefineFact(
        "request-body-media-type-added", ChangeArea.Operation, ChangeImpact.None, "The request body can be sent in another media type.");

    /// <summary>A request body can no longer be sent in a media type.</summary>
    public static ChangeRule RequestMediaTypeRemoved { get; } = DefineFact(
        "request-body-media-type-removed",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The API no longer accepts the media type. Programs compiled against the previous version may still send it.");

    /// <summary>The API accepts fewer values for a request body.</summary>
    public static ChangeRule RequestBodyTightened { get; } = DefineFact(
        "request-body-constraint-tightened",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The API accepts fewer values for the request body and rejects the others.");

    /// <summary>The API accepts more values for a request body.</summary>
    public static ChangeRule RequestBodyLoosened { get; } = DefineFact(
        "request-body-constraint-loosened",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The API accepts more values for the request body.");

    /// <summary>A request body can no longer be null.</summary>
    public static ChangeRule RequestBodyBecameNotNullable { get; } = DefineFact(
        "request-body-became-not-nullable",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The API no longer accepts null as the request body.");

    /// <summary>A status code was added for success.</summary>
    public static ChangeRule SuccessStatusAdded { get; } = DefineFact(
        "response-success-status-added", ChangeArea.Operation, ChangeImpact.None, "The description lists another status code for success.");

    /// <summary>A status code was removed for success.</summary>
    public static ChangeRule SuccessStatusRemoved { get; } = DefineFact(
        "response-success-status-removed",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The description no longer lists the status code for success. "
            + "If 202 replaces 200, the work is not finished when the response arrives.");

    /// <summary>A status code was added for failure.</summary>
    public static ChangeRule FailureStatusAdded { get; } = DefineFact(
        "response-non-success-status-added",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The description lists another status code for failure. The SDK throws for every failure, listed or not.");

    /// <summary>A status code was removed for failure.</summary>
    public static ChangeRule FailureStatusRemoved { get; } = DefineFact(
        "response-non-success-status-removed",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The description no longer lists the status code for failure. The SDK throws for every failure, listed or not.");

    /// <summary>The API accepts fewer values for a path or query parameter.</summary>
    public static ChangeRule ParameterTightened { get; } = DefineFact(
        "request-parameter-constraint-tightened",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The API accepts fewer values for the parameter and rejects the others.");

    /// <summary>A parameter no longer accepts a value that its open enum still has.</summary>
    public static ChangeRule ParameterValueRemoved { get; } = DefineFact(
        "request-parameter-enum-value-removed",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The API no longer accepts the value for the parameter.");

    /// <summary>The API accepts more values for a path or query parameter.</summary>
    public static ChangeRule ParameterLoosened { get; } = DefineFact(
        "request-parameter-constraint-loosened",
        ChangeArea.Operation,
        ChangeImpact.None,
        "The API accepts more values for the parameter.");

    /// <summary>The default of a query parameter changed.</summary>
    public static ChangeRule ParameterDefaultChanged { get; } = DefineFact(
        "request-parameter-default-value-changed",
        ChangeArea.Operation,
        ChangeImpact.Behavior,
        "The API uses a different default when the query parameter is not set.");

    /// <summary>A required property was added to a request.</summary>
    public static ChangeRule RequiredPropertyAdded { get; } = Define(
        "new-required-request-property",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The new property is required in requests. The API rejects requests without it that it used to accept.");

    /// <summary>A request property became required.</summary>
    public static ChangeRule RequestPropertyBecameRequired { get; } = DefineFact(
        "request-property-became-required",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The property is now required in requests. The API rejects requests without it that it used to accept.");

    /// <summary>A request property became optional.</summary>
    public static ChangeRule RequestPropertyBecameOptional { get; } = DefineFact(
        "request-property-became-optional", ChangeArea.Type, ChangeImpact.None, "The property is no longer required in requests.");

    /// <summary>A request property can no longer be null.</summary>
    public static ChangeRule RequestPropertyBecameNotNullable { get; } = DefineFact(
        "request-property-became-not-nullable",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The API no longer accepts null for the property in requests.");

    /// <summary>A request property can be null.</summary>
    public static ChangeRule RequestPropertyBecameNullable { get; } = DefineFact(
        "request-property-became-nullable", ChangeArea.Type, ChangeImpact.None, "The API accepts null for the property in requests.");

    /// <summary>The API accepts fewer values for a request property.</summary>
    public static ChangeRule RequestPropertyTightened { get; } = DefineFact(
        "request-property-constraint-tightened",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The API accepts fewer values for the property and rejects the others.");

    /// <summary>The API accepts more values for a request property.</summary>
    public static ChangeRule RequestPropertyLoosened { get; } = DefineFact(
        "request-property-constraint-loosened", ChangeArea.Type, ChangeImpact.None, "The API accepts more values for the property.");

    /// <summary>A request property no longer accepts a value that its open enum still has.</summary>
    public static ChangeRule RequestPropertyValueRemoved { get; } = DefineFact(
        "request-property-enum-value-removed",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The API no longer accepts the value for the property.");

    /// <summary>The default of a request property changed.</summary>
    public static ChangeRule RequestPropertyDefaultChanged { get; } = DefineFact(
        "request-property-default-value-changed",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The API uses a different default when the request does not set the property.");

    /// <summary>A response property became optional.</summary>
    public static ChangeRule ResponsePropertyBecameOptional { get; } = DefineFact(
        "response-property-became-optional",
        ChangeArea.Type,
        ChangeImpact.None,
        "The property can be missing from responses. It was already nullable in C#.");

    /// <summary>A response property is always present.</summary>
    public static ChangeRule ResponsePropertyBecameRequired { get; } = DefineFact(
        "response-property-became-required",
        ChangeArea.Type,
        ChangeImpact.None,
        "The property is always present in responses. It stays nullable in C#.");

    /// <summary>A response property can be null.</summary>
    public static ChangeRule ResponsePropertyBecameNullable { get; } = DefineFact(
        "response-property-became-nullable",
        ChangeArea.Type,
        ChangeImpact.None,
        "The property can be null in responses. It was already nullable in C#.");

    /// <summary>A response property is never null.</summary>
    public static ChangeRule ResponsePropertyBecameNotNullable { get; } = DefineFact(
        "response-property-became-not-nullable",
        ChangeArea.Type,
        ChangeImpact.None,
        "The property is never null in responses. It stays nullable in C#.");

    /// <summary>The constraints on a response property changed.</summary>
    public static ChangeRule ResponsePropertyConstraintChanged { get; } = DefineFact(
        "response-property-constraint-changed",
        ChangeArea.Type,
        ChangeImpact.None,
        "The constraints on the values of the property changed. The SDK does not check them.");

    /// <summary>A property became deprecated.</summary>
    public static ChangeRule PropertyDeprecated { get; } = Define(
        "property-deprecated", ChangeArea.Type, ChangeImpact.Behavior, "The property is deprecated. The compiler warns when it is used.");

    /// <summary>A property is no longer deprecated.</summary>
    public static ChangeRule PropertyUndeprecated { get; } = Define(
        "property-undeprecated", ChangeArea.Type, ChangeImpact.None, "The property is no longer deprecated.");

    /// <summary>A known value became deprecated.</summary>
    public static ChangeRule EnumMemberDeprecated { get; } = Define(
        "enum-member-deprecated",
        ChangeArea.Type,
        ChangeImpact.Behavior,
        "The known value is deprecated. The compiler warns when it is used.");

    /// <summary>A known value is no longer deprecated.</summary>
    public static ChangeRule EnumMemberUndeprecated { get; } = Define(
        "enum-member-undeprecated", ChangeArea.Type, ChangeImpact.None, "The known value is no longer deprecated.");

    /// <summary>
    /// Whether a program that worked before can stop working: it does not compile, does not run, or behaves differently at run time.
    /// A deprecation is not breaking, because deprecated members still work.
    /// </summary>
    public bool IsBreaking => Impact >= ChangeImpact.Behavior && !IsDeprecation;

    private bool IsDeprecation =>
        this == OperationDeprecated || this == PropertyDeprecated || this == OptionDeprecated || this == EnumMemberDeprecated;

    /// <summary>Returns the ID.</summary>
    public override string ToString() => Id;

    private static ChangeRule Define(string id, ChangeArea area, ChangeImpact impact, string meaning) =>
        Defined(new ChangeRule(id, area, impact, meaning, showsInCSharp: true));

    private static ChangeRule DefineFact(string id, ChangeArea area, ChangeImpact impact, string meaning) =>
        Defined(new ChangeRule(id, area, impact, meaning, showsInCSharp: false));

    private static ChangeRule Defined(ChangeRule rule)
    {
        Rules.Add(rule);
        return rule;
    }
}
