using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Declarations;

/// <summary>The C# declarations of generated code, as reports and migration pages show them.</summary>
public static class Declaration
{
    private const string CommonArguments = "RequestOptions? options = null, CancellationToken cancellationToken = default";

    // The parts that all declarations of a kind share. The arguments can follow a comma.
    private static readonly string[] CommonParts =
    [
        $", {CommonArguments}", CommonArguments, " { get; set; }", " { get; }", " : IntercomModel", " : RequestOptions", "sealed ",
        "readonly ", "static ",
    ];

    /// <summary>
    /// Removes the parts that all declarations of a kind share: the last two arguments of methods, the accessors of properties, and the
    /// base and modifiers of classes.
    /// </summary>
    public static string Abridged(string declaration) =>
        CommonParts.Aggregate(declaration, (text, part) => text.Replace(part, string.Empty)).TrimEnd(';');

    /// <summary>The property of the main client that returns a client.</summary>
    public static string Of(ClientModel client) => $"{client.Name}Client {client.Name} {{ get; }}";

    /// <summary>The method of an operation, with [Obsolete] if the operation is deprecated.</summary>
    public static string Of(OperationModel operation) =>
        $"{(operation.IsDeprecated ? "[Obsolete] " : string.Empty)}{MethodSignature.Of(operation)}";

    /// <summary>The attribute that states the HTTP method and path of an operation.</summary>
    public static string Route(OperationModel operation) =>
        $"[IntercomOperation({CSharpText.Literal(operation.Method)}, {CSharpText.Literal(operation.Path)})]";

    /// <summary>A class for optional query parameters.</summary>
    public static string Of(OptionsModel options) => $"sealed class {options.Name} : RequestOptions";

    /// <summary>A property for an optional query parameter.</summary>
    public static string Option(ParameterModel parameter) =>
        $"{Attribute(parameter.Obsolete)}{parameter.Type.CSharp}? {parameter.Name} {{ get; set; }}";

    /// <summary>A property for an optional query parameter, without attributes.</summary>
    public static string PlainOption(ParameterModel parameter) => Option(parameter with { Obsolete = null });

    /// <summary>A class.</summary>
    public static string Of(ObjectModel type) => $"sealed class {type.Name} : IntercomModel";

    /// <summary>A property of a class, with its initial value.</summary>
    public static string Of(PropertyModel property) =>
        $"{Attribute(property.Obsolete)}{property.Type.CSharp}? {property.Name} {{ get; set; }}"
        + (property.Constant is { } constant ? $" = {Value(property, constant)};" : string.Empty);

    private static string Attribute(string? obsolete) => obsolete is null ? string.Empty : "[Obsolete] ";

    private static string Value(PropertyModel property, string constant) =>
        property.Type.Kind == TypeKind.Boolean ? constant : CSharpText.Literal(constant);

    /// <summary>A union.</summary>
    public static string Of(UnionModel type) => $"sealed class {type.Name} : IntercomUnion";

    /// <summary>The method that gets a case of a union.</summary>
    public static string Of(UnionCaseModel item) => $"bool TryPick{item.Name}(out {item.Type.CSharp}? value)";

    /// <summary>The method of a union that takes a function for each case.</summary>
    public static string Match(UnionModel type) => $"TResult Match<TResult>({string.Join(", ", MatchParameters(type))})";

    /// <summary>The parameters of <see cref="Match"/>.</summary>
    public static IReadOnlyList<string> MatchParameters(UnionModel type) =>
    [
        .. type.Cases.Select(item => $"Func<{item.Type.CSharp}, TResult> {MatchArgument(item)}"),
        "Func<JToken, TResult> unknown",
    ];

    /// <summary>The argument of <see cref="Match"/> for a case.</summary>
    public static string MatchArgument(UnionCaseModel item) => Identifier.Camel(item.Name);

    /// <summary>An open enum.</summary>
    public static string Of(EnumModel type) => $"readonly struct {type.Name} : IOpenEnum";

    /// <summary>A known value of an open enum.</summary>
    /// <param name="type">The name of the enum.</param>
    /// <param name="member">The value.</param>
    public static string Of(string type, EnumMemberModel member) =>
        $"{Attribute(member.Obsolete)}static {type} {member.Name} => new({CSharpText.Literal(member.Value)})";
}
