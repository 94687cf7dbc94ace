using System.Globalization;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Routing;

/// <summary>Checks query and header parameters against the description.</summary>
internal static class RequestParameters
{
    /// <summary>Accepted by every operation, because most lists use them but few descriptions declare them.</summary>
    private static readonly string[] Paging = ["page", "per_page", "starting_after", "scroll_param", "order", "sort", "cursor"];

    /// <exception cref="Rejection">A parameter is missing, unknown, or of the wrong type.</exception>
    public static void Check(ApiDescription description, Operation operation, FakeRequest request)
    {
        var known = new HashSet<string>(Paging, StringComparer.Ordinal);
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Location == "header")
                CheckHeader(parameter, request);
            else if (parameter.Location == "query")
                CheckQuery(description, parameter, request, known);
        }

        foreach (var pair in request.Query)
        {
            if (!known.Contains(pair.Key))
                throw Rejection.Invalid($"{operation.Key} has no query parameter '{pair.Key}'", pair.Key);
        }
    }

    private static void CheckHeader(Parameter parameter, FakeRequest request)
    {
        if (!parameter.Required || string.Equals(parameter.Name, "Intercom-Version", StringComparison.OrdinalIgnoreCase))
            return;
        var value = request.Header(parameter.Name) ?? throw Rejection.Missing(parameter.Name);
        if (parameter.Schema["enum"] is JArray allowed
            && !value.Split(',').Any(part => allowed.Any(candidate => (string?)candidate == part.Split(';')[0].Trim())))
        {
            var expected = string.Join(" or ", allowed);
            throw Rejection.Invalid($"The header {parameter.Name} must be {expected}, but is '{value}'", parameter.Name);
        }
    }

    private static void CheckQuery(ApiDescription description, Parameter parameter, FakeRequest request, HashSet<string> known)
    {
        var schema = description.Graph.Resolve(parameter.Schema);
        var type = description.Graph.TypeOf(schema);
        if (type == "object" && parameter.Explode)
        {
            CheckMembers(description, parameter, request, known);
            return;
        }

        known.Add(parameter.Name);
        var values = request.Query.Where(pair => pair.Key == parameter.Name).Select(pair => pair.Value).ToList();
        if (values.Count == 0 && parameter.Required)
            throw Rejection.Missing(parameter.Name);

        if (type == "array")
        {
            type = schema["items"] is JObject items ? description.Graph.TypeOf(items) : null;
            values = [.. values.SelectMany(value => value.Split(','))];
        }

        foreach (var value in values)
        {
            if (!IsOfType(value, type))
                throw Rejection.Invalid($"{parameter.Name} must be of type {type}, but is '{value}'", parameter.Name);
            if (type == "string" && schema["enum"] is JArray allowed && !allowed.Any(candidate => (string?)candidate == value))
                throw Rejection.Invalid($"{parameter.Name} must be one of {string.Join(", ", allowed)}, but is '{value}'", parameter.Name);
        }
    }

    /// <summary>An exploded object has a query parameter for each of its properties.</summary>
    private static void CheckMembers(ApiDescription description, Parameter parameter, FakeRequest request, HashSet<string> known)
    {
        var declared = description.Graph.Properties(parameter.Schema);
        var sent = new JObject();
        foreach (var pair in request.Query.Where(pair => declared.ContainsKey(pair.Key)))
            sent[pair.Key] = pair.Value;
        known.UnionWith(declared.Keys);
        if (sent.Count == 0)
        {
            if (parameter.Required)
                throw Rejection.Missing($"{parameter.Name} ({string.Join(" or ", declared.Keys)})");
            return;
        }

        var problems = description.Validator.Validate(sent, parameter.Schema);
        if (problems.Count > 0)
            throw Rejection.Invalid($"{parameter.Name}: {problems[0]}", parameter.Name);
    }

    private static bool IsOfType(string value, string? type) => type switch
    {
        "integer" => long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "number" => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
        "boolean" => value is "true" or "false",
        _ => true,
    };
}
