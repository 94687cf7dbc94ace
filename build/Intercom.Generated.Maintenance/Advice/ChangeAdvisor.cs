using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Advice;

/// <summary>States for each change what to do about it. Reports, pull requests, and migration pages all use these texts.</summary>
internal sealed partial class ChangeAdvisor
{
    private const string Keep = "Nothing stops working now.";

    private readonly ModelIndex _before;
    private readonly ModelIndex _after;
    private readonly Replacements _replacements;

    /// <summary>Creates the advisor for two models.</summary>
    public ChangeAdvisor(ApiModel before, ApiModel after, Replacements? replacements = null)
    {
        _before = new ModelIndex(before);
        _after = new ModelIndex(after);
        _replacements = replacements ?? Replacements.Derived;
    }

    /// <summary>Returns the C# names that replace a removed API, or nothing.</summary>
    public IReadOnlyList<string> ReplacementsOf(ApiChange change) =>
        change.After is null ? _replacements.Find(change, _before, _after) : [];

    /// <summary>Returns the advice for a change, or null if a program needs no change.</summary>
    public ChangeAdvice? For(ApiChange change)
    {
        if (change.Impact < ChangeImpact.Behavior)
            return null;
        if (ReplacementsOf(change) is { Count: > 0 } replacements)
            return Replaced(change, replacements) with { IsReplacement = true };
        return change.Rule.Area == ChangeArea.Operation ? ForOperation(change) : ForType(change);
    }

    private ChangeAdvice Replaced(ApiChange change, IReadOnlyList<string> names)
    {
        var conjunction = change.Rule == ChangeRule.EnumMemberRemoved ? "or" : "and";
        var listed = names.Count == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Count - 1))} {conjunction} {names[^1]}";
        if (change.Rule == ChangeRule.OperationRemoved)
            return new ChangeAdvice($"Call {listed} instead.", Call(_after.Operation(names[0])));
        if (change.Rule == ChangeRule.EnumMemberRemoved)
            return new ChangeAdvice($"Use {listed} instead.", names[0]);
        if (change.Rule == ChangeRule.PropertyRemoved || change.Rule == ChangeRule.OptionRemoved)
        {
            var owner = names[0][..names[0].LastIndexOf('.')];
            return _after.Operation(owner) is { } operation
                ? new ChangeAdvice($"Pass the value as the argument {names[0].Split('.')[^1]} of {owner} instead.", Call(operation))
                : new ChangeAdvice(
                    $"Use {listed} instead.", string.Join(" ", names.Select(name => Use(owner, name.Split('.')[^1])).OfType<string>()));
        }

        return new ChangeAdvice($"Use {listed} instead.");
    }

    private ChangeAdvice? ForOperation(ApiChange change)
    {
        var current = _after.Operation(change.Owner);
        var former = _before.Operation(change.Owner);
        return change.Rule.Id switch
        {
            "operation-removed" => new(
                "Remove the calls. If Intercom still accepts the request, send it with SendAsync.",
                former is null
                    ? null
                    : $"await intercom.SendAsync<JObject>(new ApiRequest(new ApiOperation({CSharpText.Literal(former.Id)}, "
                        + $"{CSharpText.Literal(former.Method)}, {CSharpText.Literal(former.Path)})"
                        + $"{string.Concat(former.PathParameters.Select(parameter => $", {parameter.Name}"))}));"),
            "operation-renamed" => new("Call the method by its new name.", Call(current)),
            "operation-moved" => new("Code stays the same. Check that the new request does what your program needs."),
            "operation-result-added" => new(
                "Calls compile as before. Change the return type of overrides, such as those of test doubles.",
                current is null ? null : $"public override {MethodSignature.Of(current)}"),
            "operation-result-removed" => new("Remove the code that uses the result.", Call(current)),
            "operation-result-changed" => new(
                "Use the new type of the result. Change the return type of overrides, too.", Call(current, withResult: true)),
            "search-overload-removed" => new("Pass the request class instead of a search expression.", Call(current)),
            "body-added" => new("Pass a request.", Call(current)),
            "body-removed" => new("Remove the argument request.", Call(current)),
            "body-changed" => new("Pass the new type of request.", Call(current, withTypes: true)),
            "operation-deprecated" => new($"{Keep} Replace the calls before the operation is removed."),
            "operation-managed" => new("Ask Intercom to enable the operation for each workspace that your program uses."),
            "argument-added" => new("Pass the new argument.", Call(current)),
            "argument-removed" => new("Remove the argument.", Call(current)),
            "argument-renamed" => new("Use the new name in calls that name the argument.", NamedCall(current, change.Member)),
            "argument-type-changed" => new("Pass the new type.", Call(current, withTypes: true)),
            "arguments-reordered" => new("Pass the arguments in the new order.", Call(current)),
            "argument-became-option" => new(
                "Set the property of the query parameters instead of passing the argument.", QueryCall(current, change.Member)),
            "option-became-argument" => new("Pass the value as an argument instead of setting the property.", Call(current)),
            "options-removed" => new("Remove the argument query.", Call(current)),
            "request-body-media-type-removed" => new("Rebuild with this version. Its methods send a media type that the API accepts."),
            "request-body-constraint-tightened" => new("Send only bodies that the API still accepts."),
            "request-body-became-not-nullable" => new("Do not pass null as the request."),
            "response-success-status-removed" => new("Check whether your program relies on the work being done when the call returns."),
            "request-parameter-constraint-tightened" or "request-parameter-enum-value-removed" => new(
                "Pass only values that the API still accepts."),
            "request-parameter-default-value-changed" => new(
                "Pass the value that your program needs.", QueryCall(current, change.Member, Default(change.Before))),
            _ => null,
        };
    }

    private ChangeAdvice? ForType(ApiChange change)
    {
        var (owner, member) = (change.Owner, change.Member);
        var isSent = (_after.Class(owner) ?? _before.Class(owner))?.IsSent == true || _after.IsOptions(owner);
        return change.Rule.Id switch
        {
            "client-removed" => new("Remove the code that uses the client."),
            "type-removed" => new("Remove the code that uses the type."),
            "type-renamed" or "options-renamed" => new(
                "Use the new name.", DeclaredName(change.Before) is { } old ? $"using {old} = {owner};" : null),
            "type-kind-changed" => new("Create and read its values as the new kind of type.", Declaration.Abridged(change.After ?? owner)),
            "option-removed" => new("Remove the assignment."),
            "option-renamed" or "property-renamed" => new("Use the new name.", Use(owner, member)),
            "option-type-changed" => new("Assign the new type.", Use(owner, member)),
            "property-removed" when isSent => new(
                "Remove the assignment. If Intercom still accepts the value, send it in AdditionalProperties.",
                $"request.AdditionalProperties[{WireName(change)}] = value;"),
            "property-removed" => new(
                "Remove the code that uses the property. If Intercom still sends the value, read it from AdditionalProperties.",
                $"{Variable(owner)}.AdditionalProperties.TryGetValue({WireName(change)}, out JToken? value);"),
            "property-moved" => new("Code stays the same. Check that the new JSON property means the same to your program."),
            "property-type-changed" => TypeChanged(change, isSent),
            "property-constant-changed" => ConstantChanged(change),
            "enum-member-removed" => new(
                "Stop using the value. If Intercom still uses it, create it from its text.",
                _before.Enum(owner)?.Members.FirstOrDefault(known => known.Name == member) is { } removed
                    ? $"new {owner}({CSharpText.Literal(removed.Value)})"
                    : null),
            "enum-member-renamed" => new("Use the new name.", $"{owner}.{member}"),
            "enum-member-moved" => new(
                "Code stays the same. To keep the old value, create it from its text.",
                Literal().Match(change.Before ?? string.Empty) is { Success: true } text ? $"new {owner}({text.Value})" : null),
            "union-case-removed" => new("Remove the code for the case. Such a value is now of no known case."),
            "union-case-renamed" => new("Use the new name.", $"if ({Variable(owner)}.TryPick{member}(out var value))"),
            "union-match-changed" => new("Pass one function per case, in this order.", Match(owner)),
            "new-required-request-property" or "request-property-became-required" => new(
                "Set the property in every request.", Use(owner, member)),
            "request-property-became-not-nullable" => new("Do not assign null. Leave the property unset instead."),
            "request-property-constraint-tightened" or "request-property-enum-value-removed" => new(
                "Assign only values that the API still accepts."),
            "request-property-default-value-changed" => new(
                change.Before is null
                    ? "Set the property if your program needs another value than the new default."
                    : "To keep the old default, set the property.",
                Use(owner, member, Default(change.Before))),
            "property-deprecated" or "option-deprecated" => new($"{Keep} Stop using the property before it is removed."),
            "enum-member-deprecated" => new($"{Keep} Stop using the value before it is removed."),
            _ => null,
        };
    }

    // Assignments still compile if the new type is a union with a case of the old type.
    private ChangeAdvice TypeChanged(ApiChange change, bool isSent)
    {
        var before = _before.Property(change.Owner, change.Member)?.Type.CSharp;
        var after = _after.Property(change.Owner, change.Member)?.Type;
        var converts = after?.Name is { } name && _after.Union(name)?.Cases.Any(item => item.Type.CSharp == before) == true;
        return new(
            converts
                ? $"Assignments of {before} still compile, because it converts to {after!.CSharp}. Change the code that reads it."
                : "Use the new type.",
            after is null ? null
                : isSent && !converts ? Use(change.Owner, change.Member)
                : $"{after.CSharp}? {Identifier.Camel(change.Member!)} = {Variable(change.Owner)}.{change.Member};");
    }

    private ChangeAdvice ConstantChanged(ApiChange change)
    {
        var (former, current) = (_before.Property(change.Owner, change.Member), _after.Property(change.Owner, change.Member));
        if (former?.Constant is { } value && current is not null)
        {
            var line = Use(change.Owner, change.Member, Value(current, value));
            return current.Constant is null
                ? new("Set the property. The class no longer sets it.", line)
                : new("Code stays the same, and the class sends the new value. To send the old value, set the property.", line);
        }

        return new("Code stays the same. The class now sets the property, so your program no longer has to.");
    }

    private string Value(PropertyModel property, string constant) => property.Type switch
    {
        { Kind: TypeKind.Boolean } => constant,
        { Kind: TypeKind.Enum, Name: { } name }
            when _after.Enum(name)?.Members.FirstOrDefault(member => member.Value == constant) is { } member => $"{name}.{member.Name}",
        { Kind: TypeKind.Enum, Name: { } name } => $"new {name}({CSharpText.Literal(constant)})",
        _ => CSharpText.Literal(constant),
    };

    // A statement that assigns a member of a request, or reads a member of a response.
    private string? Use(string owner, string? member, string value = "value")
    {
        if (member is null)
            return null;
        if (_after.IsOptions(owner))
            return $"query.{member} = {value};";
        return _after.Class(owner) is { IsSent: false }
            ? $"var {Identifier.Camel(member)} = {Variable(owner)}.{member};"
            : $"request.{member} = {value};";
    }

    private static string Variable(string owner) => Identifier.Camel(owner.Split('.')[^1]);

    private string WireName(ApiChange change) =>
        CSharpText.Literal(_before.Property(change.Owner, change.Member)?.WireName ?? Identifier.Snake(change.Member ?? string.Empty));

    private string? Match(string owner)
    {
        var arguments = _after.Union(owner)?.Cases.Select(Declaration.MatchArgument).Append("unknown").Select(name => $"{name} => …");
        return arguments is null ? null : $"{Variable(owner)}.Match({string.Join(", ", arguments)});";
    }

    private static string? Call(OperationModel? operation, bool withResult = false, bool withTypes = false)
    {
        if (operation is null)
            return null;
        var signature = MethodSignature.Of(operation);
        var arguments = signature.Arguments.Where(argument => argument.Default is null && !argument.IsQuery)
            .Select(argument => withTypes && argument.Name == "request" ? $"new {argument.Type}()" : argument.Name);
        var call = $"intercom.{operation.Client}.{signature.Name}({string.Join(", ", arguments)})";
        if (operation.Paging is { } paging)
            return $"await foreach ({paging.Item.CSharp} item in {call})";
        return withResult && signature.ReturnType.StartsWith("Task<", StringComparison.Ordinal)
            ? $"{signature.ReturnType[5..^1]} result = await {call};"
            : $"await {call};";
    }

    private static string? NamedCall(OperationModel? operation, string? argument) =>
        Call(operation) is { } call && argument is not null
            ? Regex.Replace(call, $@"(?<=[(, ]){Regex.Escape(argument)}(?=[,)])", $"{argument}: {argument}")
            : null;

    private static string? QueryCall(OperationModel? operation, string? name, string value = "value")
    {
        if (operation?.Options?.Parameters.FirstOrDefault(
            parameter => string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase)) is not { } option)
        {
            return Call(operation);
        }

        var call = Call(operation)!;
        var query = $"new() {{ {option.Name} = {value} }}";
        var end = call.LastIndexOf("()", StringComparison.Ordinal);
        if (end >= 0)
            return call.Insert(end + 1, query);
        end = operation.Paging is null ? call.LastIndexOf(')') : call.LastIndexOf("))", StringComparison.Ordinal);
        return call.Insert(end, $", {query}");
    }

    // The default as C#. Defaults are JSON, and a JSON number or Boolean is also C#.
    private static string Default(string? fact)
    {
        const string start = "default: ";
        if (fact?.StartsWith(start, StringComparison.Ordinal) != true)
            return "value";
        try
        {
            return JToken.Parse(fact[start.Length..]) switch
            {
                JValue { Value: string text } => CSharpText.Literal(text),
                JValue { Value: not null } value => value.ToString(Formatting.None),
                _ => "value",
            };
        }
        catch (JsonReaderException)
        {
            return "value";
        }
    }

    private static string? DeclaredName(string? declaration) =>
        Declared().Match(declaration ?? string.Empty) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?:class|struct) (\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex Declared();

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();
}
