using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>Applies random changes of the kinds that the description's authors might make.</summary>
internal sealed class DescriptionMutation(int seed)
{
    private static readonly string[] Types = ["string", "integer", "number", "boolean"];
    private static readonly HashSet<string> Methods = ["get", "put", "post", "patch", "delete"];

#pragma warning disable CA5394 // The random changes must be repeatable, not secure.
    private readonly Random _random = new(seed);

    /// <summary>Applies a number of random changes.</summary>
    /// <returns>A description of each change.</returns>
    public IReadOnlyList<string> Apply(JObject description, int changes)
    {
        var applied = new List<string>();
        while (applied.Count < changes)
        {
            if (Change(description) is { } change)
                applied.Add(change);
        }

        return applied;
    }

    private string? Change(JObject description)
    {
        var schemas = (JObject)description["components"]!["schemas"]!;
        var schema = Any(schemas.Properties().ToList());
        var properties = schema.Value["properties"] as JObject;
        var property = properties is { Count: > 0 } ? Any(properties.Properties().ToList()) : null;
        var (path, method, operation) = AnyOperation(description);
        var number = _random.Next(1000).ToString(CultureInfo.InvariantCulture);
        switch (_random.Next(16))
        {
            case 0 when property is not null:
                property.Remove();
                return $"{schema.Name}.{property.Name} removed";
            case 1 when property is not null:
                var type = Any(Types);
                property.Value = new JObject { ["type"] = type };
                return $"{schema.Name}.{property.Name} became {type}";
            case 2 when properties is not null:
                properties[$"added_{number}"] = new JObject { ["type"] = Any(Types) };
                return $"{schema.Name}.added_{number} added";
            case 3 when property is not null && properties![$"{property.Name}_{number}"] is null:
                property.Replace(new JProperty($"{property.Name}_{number}", property.Value));
                return $"{schema.Name}.{property.Name} renamed to {property.Name}_{number}";
            case 4 when property?.Value["enum"] is JArray { Count: > 1 } values:
                var value = Any(values.ToList());
                value.Remove();
                return $"{schema.Name}.{property.Name} loses {value}";
            case 5 when property?.Value["enum"] is JArray more:
                more.Add($"added_{number}");
                return $"{schema.Name}.{property.Name} gains added_{number}";
            case 6 when property is not null:
                property.Value = new JObject { ["type"] = "array", ["items"] = property.Value.DeepClone() };
                return $"{schema.Name}.{property.Name} became a list";
            case 7 when property is not null:
                property.Value = new JObject { ["$ref"] = $"#/components/schemas/{Any(schemas.Properties().ToList()).Name}" };
                return $"{schema.Name}.{property.Name} became {property.Value["$ref"]}";
            case 8:
                ((JObject)description["paths"]![path]!).Remove(method);
                return $"{method} {path} removed";
            case 9:
                operation["operationId"] = $"{operation["operationId"]}Changed{number}";
                return $"{method} {path} changes its operationId";
            case 10:
                Parameters(operation).Add(new JObject
                {
                    ["name"] = $"added_{number}",
                    ["in"] = "query",
                    ["required"] = _random.Next(3) == 0,
                    ["schema"] = new JObject { ["type"] = Any(Types) },
                });
                return $"{method} {path} gains added_{number}";
            case 11 when Parameters(operation).FirstOrDefault(parameter => (string?)parameter["in"] == "query") is { } parameter:
                parameter.Remove();
                return $"{method} {path} loses {parameter["name"]}";
            case 12 when operation["requestBody"] is not null:
                operation.Remove("requestBody");
                return $"{method} {path} loses its body";
            case 13:
                var reference = new JObject { ["$ref"] = $"#/components/schemas/{schema.Name}" };
                operation["responses"] = new JObject
                {
                    ["200"] = new JObject
                    {
                        ["description"] = "d",
                        ["content"] = new JObject { ["application/json"] = new JObject { ["schema"] = reference } },
                    },
                };
                return $"{method} {path} returns {schema.Name}";
            case 14 when property is not null:
                property.Value = new JObject
                {
                    ["oneOf"] = new JArray(
                        new JObject { ["type"] = "string" }, property.Value.DeepClone(), new JObject { ["type"] = "boolean" }),
                };
                return $"{schema.Name}.{property.Name} became a union";
            case 15 when property is not null:
                property.Value = new JObject
                {
                    ["type"] = "object",
                    ["properties"] = new JObject
                    {
                        [property.Name] = property.Value.DeepClone(),
                        ["other"] = new JObject { ["type"] = Any(Types) },
                    },
                };
                return $"{schema.Name}.{property.Name} became an object";
            default:
                return null;
        }
    }

    private (string Path, string Method, JObject Operation) AnyOperation(JObject description)
    {
        while (true)
        {
            var path = Any(((JObject)description["paths"]!).Properties().ToList());
            var operations = ((JObject)path.Value).Properties().Where(item => Methods.Contains(item.Name)).ToList();
            if (operations.Count == 0)
                continue;
            var operation = Any(operations);
            return (path.Name, operation.Name, (JObject)operation.Value);
        }
    }

    private static JArray Parameters(JObject operation)
    {
        if (operation["parameters"] is not JArray parameters)
            operation["parameters"] = parameters = [];
        return parameters;
    }

    private T Any<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
