using System.Net;
using System.Reflection;
using System.Text;
using Intercom.Generated.Runtime;
using Intercom.Generated.Testing;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Arguments for a method, and what they should look like on the wire.</summary>
internal sealed class SampleCall
{
    private static readonly DateTimeOffset SampleTime = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly SampleGenerator _samples;

    public SampleCall(OperationMethod operation)
    {
        _samples = new SampleGenerator(operation.Version.Description);
        Path = operation.Path;
        var placeholders = operation.Path.Split('{').Skip(1).Select(part => part[..part.IndexOf('}')]).ToList();
        var required = operation.Parameters().Where(parameter => (string?)parameter["in"] == "query" && (bool?)parameter["required"] == true && Exploded(operation.Version.Description, parameter) is [_])
            .Select(parameter => (string)parameter["name"]!).ToList();
        foreach (var (name, value) in required.Select(name => (name, Fixed(operation, name))).Where(entry => entry.Item2 is not null).ToList())
        {
            Query.Add(KeyValuePair.Create(name, value!));
            required.Remove(name);
        }

        var arguments = new List<object?>();
        foreach (var parameter in operation.Method.GetParameters())
            arguments.Add(Argument(operation, parameter, placeholders, required));
        Arguments = [.. arguments];
    }

    public object?[] Arguments { get; }

    public string Path { get; private set; }

    public List<KeyValuePair<string, string>> Query { get; } = [];

    public JToken? Body { get; private set; }

    /// <summary>The argument that becomes the body; null if there is none.</summary>
    public object? Request { get; private set; }

    private object? Argument(OperationMethod operation, ParameterInfo parameter, List<string> placeholders, List<string> required)
    {
        if (parameter.Name == "request")
            return Request = CreateRequest(operation, parameter.ParameterType);
        if (parameter.Name == "query")
            return Options(operation, parameter.ParameterType, required);
        if (parameter.Position < placeholders.Count)
        {
            var value = $"{placeholders[parameter.Position]} 1/2";
            Path = Path.Replace($"{{{placeholders[parameter.Position]}}}", Uri.EscapeDataString(value), StringComparison.Ordinal);
            return value;
        }

        if (parameter.HasDefaultValue)
            return parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : null;
        var name = required.Where(candidate => !placeholders.Contains(candidate)).ElementAt(parameter.Position - placeholders.Count);
        return Sample(parameter.ParameterType, name);
    }

    // A parameter that has only one value is sent without an argument.
    private static string? Fixed(OperationMethod operation, string name) =>
        operation.Parameters().First(parameter => (string?)parameter["name"] == name)["schema"]?["enum"] is JArray { Count: 1 } values ? (string)values[0]! : null;

    private object CreateRequest(OperationMethod operation, Type type)
    {
        var (mediaType, schema) = operation.RequestBody()!.Value;
        if (mediaType.StartsWith("multipart/", StringComparison.Ordinal))
        {
            var form = Activator.CreateInstance(type)!;
            var file = Array.Find(type.GetProperties(), property => property.PropertyType == typeof(UploadFile))!;
            file.SetValue(form, new UploadFile(new MemoryStream([1, 2, 3]), "catalog.csv"));
            return form;
        }

        Body = _samples.Generate(schema!);
        var request = JsonConvert.DeserializeObject(Body.ToString(), type)!;
        Assert.That(ModelGraph.Untyped(request), Is.Empty, "the request's description holds more than its type");
        return request;
    }

    private object Options(OperationMethod operation, Type type, List<string> required)
    {
        var names = operation.Parameters()
            .Where(parameter => (string?)parameter["in"] == "query" && !required.Contains((string)parameter["name"]!))
            .SelectMany(parameter => Exploded(operation.Version.Description, parameter))
            .ToDictionary(name => Ledger.OptionName(type, name), StringComparer.OrdinalIgnoreCase);
        var options = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(property => property.DeclaringType == type))
            property.SetValue(options, Sample(property.PropertyType, names[property.Name]));
        return options;
    }

    private static List<string> Exploded(JObject document, JObject parameter)
    {
        var schema = document.Resolve(parameter["schema"]!);
        var alternatives = (schema["oneOf"] as JArray)?.Select(document.Resolve).ToList();
        return alternatives is null
            ? [(string)parameter["name"]!]
            : [.. alternatives.SelectMany(item => ((JObject)item["properties"]!).Properties().Select(property => property.Name)).Distinct()];
    }

    private object Sample(Type declared, string name)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type.IsGenericType)
        {
            var list = (System.Collections.IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
            list.Add(Sample(type.GetGenericArguments()[0], name));
            return list;
        }

        (object value, string text) = type switch
        {
            _ when type == typeof(string) => ($"{name} & more", $"{name} & more"),
            _ when type == typeof(long) => (42L, "42"),
            _ when type == typeof(bool) => ((object)true, "true"),
            _ when type == typeof(DateTimeOffset) => (SampleTime, "1767323045"),
            _ when typeof(IOpenEnum).IsAssignableFrom(type) => (Activator.CreateInstance(type, "some_value")!, "some_value"),
            _ => throw new NotSupportedException($"{type} of {name}"),
        };
        Query.Add(KeyValuePair.Create(name, text));
        return value;
    }
}
