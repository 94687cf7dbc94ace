namespace Intercom.Generated.Descriptions.Search;

/// <summary>The search facts of one API version.</summary>
/// <param name="Searches">The searches that the version has, in the order of the file.</param>
/// <param name="Problems">The problems of the file. If there are any, <paramref name="Searches"/> is empty.</param>
public sealed record SearchFacts(EquatableArray<SearchModel> Searches, EquatableArray<DescriptionProblem> Problems);

/// <summary>A search and the fields by which it filters.</summary>
/// <param name="Operation">The key of the operation, such as <c>POST /contacts/search</c>.</param>
/// <param name="Name">The class that holds the fields, such as <c>ContactFields</c>.</param>
/// <param name="Summary">The summary of the class.</param>
/// <param name="Remarks">The remarks on the class, or null.</param>
/// <param name="Limits">The limits of a query.</param>
/// <param name="Fields">The fields, in the order of the file.</param>
public sealed record SearchModel(
    string Operation, string Name, string Summary, string? Remarks, SearchLimits Limits, EquatableArray<SearchFieldModel> Fields);

/// <summary>The limits of a query.</summary>
/// <param name="Levels">The maximum number of levels of groups.</param>
/// <param name="Filters">The maximum number of filters in a group.</param>
/// <param name="DefaultPageSize">The number of results per page if the request does not state one.</param>
/// <param name="MaximumPageSize">The maximum number of results per page, or null if it is not documented.</param>
public sealed record SearchLimits(int Levels, int Filters, int DefaultPageSize, int? MaximumPageSize);

/// <summary>A field.</summary>
/// <param name="Member">The C# name, such as <c>CreatedAt</c>.</param>
/// <param name="WireName">The name in a query. For attributes, the part before the name of the attribute.</param>
/// <param name="Type">The type.</param>
/// <param name="Summary">The summary.</param>
/// <param name="Remarks">Remarks, or null.</param>
/// <param name="Attribute">The parameter that completes the name of an attribute, or null for other fields.</param>
public sealed record SearchFieldModel(
    string Member, string WireName, SearchFieldType Type, string Summary, string? Remarks, SearchFieldParameter? Attribute);

/// <summary>The parameter for the name or ID of an attribute.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Summary">The summary.</param>
public sealed record SearchFieldParameter(string Name, string Summary);

/// <summary>The type of a field.</summary>
/// <param name="Kind">The kind of the values.</param>
/// <param name="Operators">The operators that the field takes.</param>
/// <param name="CSharp">The runtime's type that offers exactly these operators.</param>
/// <param name="Days">The time zone of the calendar days, or null if it is not documented.</param>
/// <param name="IncludesValue">Whether <c>&gt;</c> and <c>&lt;</c> include the value itself.</param>
/// <param name="IsSortable">Whether results can be sorted by the field.</param>
public sealed record SearchFieldType(
    SearchFieldKind Kind, EquatableArray<string> Operators, string CSharp, SearchDays? Days, bool IncludesValue, bool IsSortable);

/// <summary>The kinds of values of a field.</summary>
public enum SearchFieldKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A time that is filtered to the second.</summary>
    Time,

    /// <summary>A time that is filtered by calendar day.</summary>
    Date,

    /// <summary>An ID that is sent as text.</summary>
    Identifier,

    /// <summary>An ID that is sent as a number.</summary>
    IntegerIdentifier,

    /// <summary>Several IDs that are sent as text.</summary>
    IdentifierList,
}

/// <summary>The time zones in which calendar days are compared.</summary>
public enum SearchDays
{
    /// <summary>The time zone of the workspace.</summary>
    Workspace,

    /// <summary>UTC.</summary>
    Utc,
}
