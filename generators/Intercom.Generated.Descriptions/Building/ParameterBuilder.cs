using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Builds the parameters of operations: those of the path, those of the query, and those that every request sends.</summary>
internal sealed class ParameterBuilder(BuildContext context, TypeBuilder types)
{
    /// <summary>Returns the placeholders of the path, in order.</summary>
    public IEnumerable<ParameterModel> Path(DescribedOperation operation, OperationName name)
    {
        var declared = operation.Parameters(context.Document)
            .Where(parameter => (string?)parameter["in"] == "path" && (string?)parameter["name"] is not null)
            .GroupBy(parameter => (string)parameter["name"]!)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        var placeholders = operation.Placeholders;
        for (var i = 0; i < placeholders.Count; i++)
        {
            if (!declared.TryGetValue(placeholders[i], out var parameter))
            {
                context.Report(
                    DescriptionProblemKind.UndeclaredPathParameter,
                    operation,
                    $"The placeholder {{{placeholders[i]}}} has no path parameter. Declare it with an overlay action.");
            }

            var argument = i < name.Arguments.Count ? name.Arguments[i] : Identifier.Camel(placeholders[i]);
            yield return new ParameterModel(
                argument,
                placeholders[i],
                new TypeReference(TypeKind.Identifier),
                context.Texts.Parameter(operation.Key, placeholders[i]))
            {
                Facts = SchemaFacts.Of(parameter?["schema"], isRequired: true, context.Document),
            };
        }
    }

    /// <summary>Returns the query parameters that the caller can choose, in the published order.</summary>
    public IEnumerable<ParameterModel> Query(DescribedOperation operation, string ownerType)
    {
        foreach (var parameter in operation.Parameters(context.Document).Where(IsQuery))
        {
            var name = (string)parameter["name"]!;
            if (operation.Placeholders.Contains(name) || FixedValue(parameter) is not null)
                continue;
            // An object in the query is exploded: each member is a parameter of its own.
            if (ExplodedMembers(parameter["schema"]) is { Count: > 0 } members)
            {
                foreach (var member in members)
                    yield return Parameter(operation, ownerType, member.Key, member.Value, isRequired: false, parameter);
                continue;
            }

            yield return Parameter(operation, ownerType, name, parameter["schema"], (bool?)parameter["required"] ?? false, parameter);
        }
    }

    /// <summary>Returns the query parameters that have only one value.</summary>
    public IEnumerable<FixedParameter> FixedQuery(DescribedOperation operation) =>
        from parameter in operation.Parameters(context.Document)
        where IsQuery(parameter)
        let value = FixedValue(parameter)
        where value is not null
        select new FixedParameter((string)parameter["name"]!, value);

    /// <summary>Names required query parameters, which are arguments beside those of the path.</summary>
    public static IEnumerable<ParameterModel> AsArguments(IEnumerable<ParameterModel> parameters, IEnumerable<ParameterModel> path)
    {
        var taken = new HashSet<string>(path.Select(parameter => parameter.Name), StringComparer.Ordinal);
        foreach (var parameter in parameters)
        {
            var name = OperationNaming.FreeArgument(parameter.Name);
            while (!taken.Add(name))
                name = name.TrimStart('@') + "Value";
            yield return parameter with { Name = name };
        }
    }

    /// <summary>Names optional query parameters, which are properties of one class.</summary>
    public OptionsModel AsOptions(string type, IReadOnlyList<ParameterModel> parameters)
    {
        var names = context.Members.Options(type, parameters.Select(parameter => parameter.WireName));
        return new OptionsModel(type, parameters.Select((parameter, i) => parameter with { Name = names[i] }).ToEquatableArray());
    }

    private static bool IsQuery(JObject parameter) => (string?)parameter["in"] == "query";

    // A required parameter with only one value is always sent, so the caller does not choose it.
    private static string? FixedValue(JObject parameter) =>
        (bool?)parameter["required"] == true
            && parameter["schema"]?["enum"] is JArray { Count: 1 } values
            && values[0].Type == JTokenType.String
            ? (string)values[0]!
            : null;

    private ParameterModel Parameter(
        DescribedOperation operation, string ownerType, string name, JToken? schema, bool isRequired, JObject declaration) =>
        new(
            Identifier.Camel(name),
            name,
            types.Parameter(schema, operation.Key, ownerType, name),
            context.Texts.Parameter(operation.Key, name))
        {
            Facts = SchemaFacts.Of(schema, isRequired, context.Document),
            Obsolete = (bool?)declaration["deprecated"] == true ? "Intercom has deprecated this query parameter." : null,
        };

    private static Dictionary<string, JToken>? ExplodedMembers(JToken? schema)
    {
        if ((string?)schema?["type"] is not (null or "object"))
            return null;
        IEnumerable<JToken> objects = schema?["oneOf"] is JArray cases ? cases : schema is null ? [] : [schema];
        return objects.SelectMany(member => (member["properties"] as JObject)?.Properties() ?? [])
            .GroupBy(property => property.Name)
            .ToDictionary(group => group.Key, group => group.First().Value, StringComparer.Ordinal);
    }
}
