namespace Intercom.Generated.OpenApi.Comparison;

/// <summary>
/// A kind of change, and what it means for a program that uses this SDK: its enums are open, its models' properties nullable, its
/// optional query parameters one class, and every method ends in optional arguments.
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

    /// <summary>The rule's name, such as <c>property-removed</c>.</summary>
    public string Id { get; }

    /// <summary>What it is about.</summary>
    public ChangeArea Area { get; }

    /// <summary>What it means for a program.</summary>
    public ChangeImpact Impact { get; }

    /// <summary>The rule in a sentence.</summary>
    public string Meaning { get; }

    /// <summary>Whether a change is told by declarations in C#; else by what the description says, such as <c>maxLength: 255</c>.</summary>
    public bool ShowsInCSharp { get; }

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<ChangeRule> All => Rules;

    /// <summary>A client is new.</summary>
    public static ChangeRule ClientAdded { get; } = Define("client-added", ChangeArea.Client, ChangeImpact.Additive, "The client is new.");

    /// <summary>A client is gone.</summary>
    public static ChangeRule ClientRemoved { get; } = Define("client-removed", ChangeArea.Client, ChangeImpact.SourceBreak, "The client is gone.");

    /// <summary>An operation is new.</summary>
    public static ChangeRule OperationAdded { get; } = Define("operation-added", ChangeArea.Operation, ChangeImpact.Additive, "The operation is new.");

    /// <summary>An operation is gone.</summary>
    public static ChangeRule OperationRemoved { get; } = Define("operation-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation is gone.");

    /// <summary>An operation has another C# name.</summary>
    public static ChangeRule OperationRenamed { get; } = Define("operation-renamed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The same method and path have another name in C#.");

    /// <summary>An operation has another method or path.</summary>
    public static ChangeRule OperationMoved { get; } = Define("operation-moved", ChangeArea.Operation, ChangeImpact.Behaviour, "The same name in C# calls another method or path.");

    /// <summary>A placeholder of a path has another name.</summary>
    public static ChangeRule PlaceholderRenamed { get; } = Define("placeholder-renamed", ChangeArea.Operation, ChangeImpact.None, "A placeholder of the path has another name.");

    /// <summary>An operation that gave nothing gives a result.</summary>
    public static ChangeRule OperationResultAdded { get; } = Define("operation-result-added", ChangeArea.Operation, ChangeImpact.BinaryBreak, "The operation gave nothing and has a result now.");

    /// <summary>An operation gives no result any more.</summary>
    public static ChangeRule OperationResultRemoved { get; } = Define("operation-result-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation had a result and gives nothing now.");

    /// <summary>An operation gives something else.</summary>
    public static ChangeRule OperationResultChanged { get; } = Define("operation-result-changed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation has a result of another type.");

    /// <summary>The paging input of a list goes elsewhere.</summary>
    public static ChangeRule OperationPagingChanged { get; } = Define("operation-paging-changed", ChangeArea.Operation, ChangeImpact.None, "The list is paged in another way, which walking it hides.");

    /// <summary>The items of a list are elsewhere in the answer.</summary>
    public static ChangeRule OperationItemsMoved { get; } = Define("operation-items-moved", ChangeArea.Operation, ChangeImpact.None, "The items are at another place of the answer.");

    /// <summary>A request body or a result has the same C# type and another form when it is sent.</summary>
    public static ChangeRule OperationFormatChanged { get; } = Define("operation-format-changed", ChangeArea.Operation, ChangeImpact.None, "What is sent or answered has the same type in C# and another form on the wire.");

    /// <summary>A list with a body can be called with a search expression.</summary>
    public static ChangeRule SearchOverloadAdded { get; } = Define("search-overload-added", ChangeArea.Operation, ChangeImpact.Additive, "The operation also takes a search expression.");

    /// <summary>An operation cannot be called with a search expression any more.</summary>
    public static ChangeRule SearchOverloadRemoved { get; } = Define("search-overload-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation no longer takes a search expression.");

    /// <summary>An operation takes a request.</summary>
    public static ChangeRule BodyAdded { get; } = Define("body-added", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation takes a request now.");

    /// <summary>An operation takes no request any more.</summary>
    public static ChangeRule BodyRemoved { get; } = Define("body-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation no longer takes a request.");

    /// <summary>An operation takes another request.</summary>
    public static ChangeRule BodyChanged { get; } = Define("body-changed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation takes a request of another type.");

    /// <summary>An operation became deprecated.</summary>
    public static ChangeRule OperationDeprecated { get; } = Define("operation-deprecated", ChangeArea.Operation, ChangeImpact.Behaviour, "The operation is deprecated: the compiler warns of its use.");

    /// <summary>An operation is no longer deprecated.</summary>
    public static ChangeRule OperationUndeprecated { get; } = Define("operation-undeprecated", ChangeArea.Operation, ChangeImpact.None, "The operation is no longer deprecated.");

    /// <summary>An operation has to be enabled for a workspace.</summary>
    public static ChangeRule OperationManaged { get; } = Define("operation-managed", ChangeArea.Operation, ChangeImpact.Behaviour, "Intercom has to enable the operation for a workspace.");

    /// <summary>An operation is there for every workspace.</summary>
    public static ChangeRule OperationUnmanaged { get; } = Define("operation-unmanaged", ChangeArea.Operation, ChangeImpact.None, "The operation is there for every workspace.");

    /// <summary>A method has an argument more.</summary>
    public static ChangeRule ArgumentAdded { get; } = Define("argument-added", ChangeArea.Operation, ChangeImpact.SourceBreak, "The method has another argument that every call has to give.");

    /// <summary>A method has an argument less.</summary>
    public static ChangeRule ArgumentRemoved { get; } = Define("argument-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The method no longer has the argument.");

    /// <summary>An argument has another C# name.</summary>
    public static ChangeRule ArgumentRenamed { get; } = Define("argument-renamed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The argument has another name in C#: calls that name it do not compile.");

    /// <summary>An argument has another type.</summary>
    public static ChangeRule ArgumentTypeChanged { get; } = Define("argument-type-changed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The argument has another type.");

    /// <summary>An argument has the same C# type and another form when it is sent.</summary>
    public static ChangeRule ArgumentFormatChanged { get; } = Define("argument-format-changed", ChangeArea.Operation, ChangeImpact.None, "The argument has the same type in C# and another form in the URL.");

    /// <summary>The arguments have another order.</summary>
    public static ChangeRule ArgumentsReordered { get; } = Define("arguments-reordered", ChangeArea.Operation, ChangeImpact.SourceBreak, "The arguments have another order: calls by position mean something else.");

    /// <summary>What every call had to give is an option now.</summary>
    public static ChangeRule ArgumentBecameOption { get; } = Define("argument-became-option", ChangeArea.Operation, ChangeImpact.SourceBreak, "The argument is one of the optional query parameters now.");

    /// <summary>What was an option has to be given by every call.</summary>
    public static ChangeRule OptionBecameArgument { get; } = Define("option-became-argument", ChangeArea.Operation, ChangeImpact.SourceBreak, "The optional query parameter is an argument that every call has to give now.");

    /// <summary>An operation has its first optional query parameters.</summary>
    public static ChangeRule OptionsAdded { get; } = Define("options-added", ChangeArea.Operation, ChangeImpact.Additive, "The operation has its first optional query parameters: the method has an overload for them.");

    /// <summary>An operation has no optional query parameters any more.</summary>
    public static ChangeRule OptionsRemoved { get; } = Define("options-removed", ChangeArea.Operation, ChangeImpact.SourceBreak, "The operation has no optional query parameters any more.");

    /// <summary>The class of the optional query parameters has another name.</summary>
    public static ChangeRule OptionsRenamed { get; } = Define("options-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The class of the optional query parameters has another name.");

    /// <summary>There is another optional query parameter.</summary>
    public static ChangeRule OptionAdded { get; } = Define("option-added", ChangeArea.Type, ChangeImpact.Additive, "There is another optional query parameter.");

    /// <summary>An optional query parameter is gone.</summary>
    public static ChangeRule OptionRemoved { get; } = Define("option-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The optional query parameter is gone.");

    /// <summary>An optional query parameter has another C# name.</summary>
    public static ChangeRule OptionRenamed { get; } = Define("option-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The optional query parameter has another name in C#.");

    /// <summary>An optional query parameter has another type.</summary>
    public static ChangeRule OptionTypeChanged { get; } = Define("option-type-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "The optional query parameter has another type.");

    /// <summary>An optional query parameter has the same C# type and another form when it is sent.</summary>
    public static ChangeRule OptionFormatChanged { get; } = Define("option-format-changed", ChangeArea.Type, ChangeImpact.None, "The optional query parameter has the same type in C# and another form in the URL.");

    /// <summary>A type is new.</summary>
    public static ChangeRule TypeAdded { get; } = Define("type-added", ChangeArea.Type, ChangeImpact.Additive, "The type is new.");

    /// <summary>A type is gone.</summary>
    public static ChangeRule TypeRemoved { get; } = Define("type-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The type is gone.");

    /// <summary>A type has another C# name.</summary>
    public static ChangeRule TypeRenamed { get; } = Define("type-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The same schema has another name in C#.");

    /// <summary>A class became a union and the like.</summary>
    public static ChangeRule TypeKindChanged { get; } = Define("type-kind-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "The type is of another kind: class, union or open enum.");

    /// <summary>A property is new.</summary>
    public static ChangeRule PropertyAdded { get; } = Define("property-added", ChangeArea.Type, ChangeImpact.Additive, "The property is new.");

    /// <summary>A property is gone.</summary>
    public static ChangeRule PropertyRemoved { get; } = Define("property-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The property is gone.");

    /// <summary>A property has another C# name.</summary>
    public static ChangeRule PropertyRenamed { get; } = Define("property-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The same JSON property has another name in C#.");

    /// <summary>A property stands for another one in JSON.</summary>
    public static ChangeRule PropertyMoved { get; } = Define("property-moved", ChangeArea.Type, ChangeImpact.Behaviour, "The same name in C# stands for another JSON property.");

    /// <summary>A property has another type.</summary>
    public static ChangeRule PropertyTypeChanged { get; } = Define("property-type-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "The property has another type.");

    /// <summary>A property has the same C# type and another form in JSON.</summary>
    public static ChangeRule PropertyFormatChanged { get; } = Define("property-format-changed", ChangeArea.Type, ChangeImpact.None, "The property has the same type in C# and another form in JSON.");

    /// <summary>A property of a request is sent from the start with another value, or no longer.</summary>
    public static ChangeRule PropertyConstantChanged { get; } = Define("property-constant-changed", ChangeArea.Type, ChangeImpact.Behaviour, "The value that the property has from the start is another one.");

    /// <summary>An open enum has another known value.</summary>
    public static ChangeRule EnumMemberAdded { get; } = Define("enum-member-added", ChangeArea.Type, ChangeImpact.Additive, "There is another known value.");

    /// <summary>A known value of an open enum is gone.</summary>
    public static ChangeRule EnumMemberRemoved { get; } = Define("enum-member-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The value is no longer a known one.");

    /// <summary>A known value has another C# name.</summary>
    public static ChangeRule EnumMemberRenamed { get; } = Define("enum-member-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The same value has another name in C#.");

    /// <summary>A known value stands for another text.</summary>
    public static ChangeRule EnumMemberMoved { get; } = Define("enum-member-moved", ChangeArea.Type, ChangeImpact.Behaviour, "The same name in C# stands for another value.");

    /// <summary>A union has another case.</summary>
    public static ChangeRule UnionCaseAdded { get; } = Define("union-case-added", ChangeArea.Type, ChangeImpact.Additive, "The union has another case.");

    /// <summary>A case of a union is gone.</summary>
    public static ChangeRule UnionCaseRemoved { get; } = Define("union-case-removed", ChangeArea.Type, ChangeImpact.SourceBreak, "The union no longer has the case.");

    /// <summary>A case of a union has another C# name.</summary>
    public static ChangeRule UnionCaseRenamed { get; } = Define("union-case-renamed", ChangeArea.Type, ChangeImpact.SourceBreak, "The case has another name in C#.");

    /// <summary>A case of a union is told by other values.</summary>
    public static ChangeRule UnionCaseMarksChanged { get; } = Define("union-case-marks-changed", ChangeArea.Type, ChangeImpact.None, "JSON tells by other values that it is this case.");

    /// <summary>Match of a union takes other functions.</summary>
    public static ChangeRule UnionMatchChanged { get; } = Define("union-match-changed", ChangeArea.Type, ChangeImpact.SourceBreak, "Match takes a function for each case, and the cases are others.");

    /// <summary>A request can be sent in another media type.</summary>
    public static ChangeRule RequestMediaTypeAdded { get; } = DefineFact("request-body-media-type-added", ChangeArea.Operation, ChangeImpact.None, "The request can be sent in another media type.");

    /// <summary>A request cannot be sent in a media type any more.</summary>
    public static ChangeRule RequestMediaTypeRemoved { get; } = DefineFact("request-body-media-type-removed", ChangeArea.Operation, ChangeImpact.Behaviour, "The request can no longer be sent in a media type: what was compiled before may send it.");

    /// <summary>Success has another status code.</summary>
    public static ChangeRule SuccessStatusAdded { get; } = DefineFact("response-success-status-added", ChangeArea.Operation, ChangeImpact.None, "The API can say with another status code that it worked.");

    /// <summary>Success has a status code no more.</summary>
    public static ChangeRule SuccessStatusRemoved { get; } = DefineFact("response-success-status-removed", ChangeArea.Operation, ChangeImpact.Behaviour, "The API no longer says with the status code that it worked: 202 instead of 200 means that it is not done yet.");

    /// <summary>Failure has another status code.</summary>
    public static ChangeRule FailureStatusAdded { get; } = DefineFact("response-non-success-status-added", ChangeArea.Operation, ChangeImpact.None, "The description names another status code of failure; each is an exception, named or not.");

    /// <summary>Failure has a status code no more.</summary>
    public static ChangeRule FailureStatusRemoved { get; } = DefineFact("response-non-success-status-removed", ChangeArea.Operation, ChangeImpact.None, "The description no longer names a status code of failure; each is an exception, named or not.");

    /// <summary>The API takes fewer values for a query parameter.</summary>
    public static ChangeRule ParameterTightened { get; } = DefineFact("request-parameter-constraint-tightened", ChangeArea.Operation, ChangeImpact.Behaviour, "The API takes fewer values for the query parameter: others are refused when they are sent.");

    /// <summary>The API takes more values for a query parameter.</summary>
    public static ChangeRule ParameterLoosened { get; } = DefineFact("request-parameter-constraint-loosened", ChangeArea.Operation, ChangeImpact.None, "The API takes more values for the query parameter.");

    /// <summary>The API takes another value for a query parameter that is not sent.</summary>
    public static ChangeRule ParameterDefaultChanged { get; } = DefineFact("request-parameter-default-value-changed", ChangeArea.Operation, ChangeImpact.Behaviour, "The API takes another value when the query parameter is not given.");

    /// <summary>A new property of a request has to be sent.</summary>
    public static ChangeRule RequiredPropertyAdded { get; } = Define("new-required-request-property", ChangeArea.Type, ChangeImpact.Behaviour, "The new property has to be in a request: without it the API refuses what it took before.");

    /// <summary>A property of a request has to be sent.</summary>
    public static ChangeRule RequestPropertyBecameRequired { get; } = DefineFact("request-property-became-required", ChangeArea.Type, ChangeImpact.Behaviour, "The property has to be in a request now: without it the API refuses what it took before.");

    /// <summary>A property of a request can be left out.</summary>
    public static ChangeRule RequestPropertyBecameOptional { get; } = DefineFact("request-property-became-optional", ChangeArea.Type, ChangeImpact.None, "The property can be left out of a request.");

    /// <summary>A property of a request cannot be null any more.</summary>
    public static ChangeRule RequestPropertyBecameNotNullable { get; } = DefineFact("request-property-became-not-nullable", ChangeArea.Type, ChangeImpact.Behaviour, "The API no longer takes null for the property in a request.");

    /// <summary>A property of a request can be null.</summary>
    public static ChangeRule RequestPropertyBecameNullable { get; } = DefineFact("request-property-became-nullable", ChangeArea.Type, ChangeImpact.None, "The API takes null for the property in a request.");

    /// <summary>The API takes fewer values for a property.</summary>
    public static ChangeRule RequestPropertyTightened { get; } = DefineFact("request-property-constraint-tightened", ChangeArea.Type, ChangeImpact.Behaviour, "The API takes fewer values for the property: others are refused when they are sent.");

    /// <summary>The API takes more values for a property.</summary>
    public static ChangeRule RequestPropertyLoosened { get; } = DefineFact("request-property-constraint-loosened", ChangeArea.Type, ChangeImpact.None, "The API takes more values for the property.");

    /// <summary>The API takes another value for a property that is not sent.</summary>
    public static ChangeRule RequestPropertyDefaultChanged { get; } = DefineFact("request-property-default-value-changed", ChangeArea.Type, ChangeImpact.Behaviour, "The API takes another value when the property is not in the request.");

    /// <summary>A property of an answer can be missing.</summary>
    public static ChangeRule ResponsePropertyBecameOptional { get; } = DefineFact("response-property-became-optional", ChangeArea.Type, ChangeImpact.None, "The property can be missing in an answer; it is nullable in C# in any case.");

    /// <summary>A property of an answer is always there.</summary>
    public static ChangeRule ResponsePropertyBecameRequired { get; } = DefineFact("response-property-became-required", ChangeArea.Type, ChangeImpact.None, "The property is always there in an answer; it is nullable in C# in any case.");

    /// <summary>A property of an answer can be null.</summary>
    public static ChangeRule ResponsePropertyBecameNullable { get; } = DefineFact("response-property-became-nullable", ChangeArea.Type, ChangeImpact.None, "The property can be null in an answer; it is nullable in C# in any case.");

    /// <summary>A property of an answer is never null.</summary>
    public static ChangeRule ResponsePropertyBecameNotNullable { get; } = DefineFact("response-property-became-not-nullable", ChangeArea.Type, ChangeImpact.None, "The property is never null in an answer; it is nullable in C# in any case.");

    /// <summary>The values of a property of an answer keep to something else.</summary>
    public static ChangeRule ResponsePropertyConstraintChanged { get; } = DefineFact("response-property-constraint-changed", ChangeArea.Type, ChangeImpact.None, "The values of the property keep to something else, which the SDK does not check.");

    /// <summary>A property became deprecated.</summary>
    public static ChangeRule PropertyDeprecated { get; } = Define("property-deprecated", ChangeArea.Type, ChangeImpact.Behaviour, "The property is deprecated: the compiler warns of its use.");

    /// <summary>A property is no longer deprecated.</summary>
    public static ChangeRule PropertyUndeprecated { get; } = Define("property-undeprecated", ChangeArea.Type, ChangeImpact.None, "The property is no longer deprecated.");

    /// <summary>A known value became deprecated.</summary>
    public static ChangeRule EnumMemberDeprecated { get; } = Define("enum-member-deprecated", ChangeArea.Type, ChangeImpact.Behaviour, "The known value is deprecated: the compiler warns of its use.");

    /// <summary>A known value is no longer deprecated.</summary>
    public static ChangeRule EnumMemberUndeprecated { get; } = Define("enum-member-undeprecated", ChangeArea.Type, ChangeImpact.None, "The known value is no longer deprecated.");

    /// <summary>
    /// Whether a program that worked before may not: it does not compile, does not run, or is refused or answered otherwise. What is
    /// deprecated works as before: the warning is there so that nothing breaks.
    /// </summary>
    public bool IsBreaking => Impact >= ChangeImpact.Behaviour && this != OperationDeprecated && this != PropertyDeprecated && this != EnumMemberDeprecated;

    /// <summary>The rule's name.</summary>
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
