using Newtonsoft.Json;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Calls operations of any version by HTTP method and path.</summary>
internal static class VersionCalls
{
    /// <summary>Gets the operation with a key such as <c>GET /contacts/{}</c>.</summary>
    public static OperationMethod Operation(this VersionUnderTest version, string key) =>
        version.FindOperation(key) ?? throw new ArgumentException($"{version} has no {key}.", nameof(key));

    public static Type Type(this VersionUnderTest version, string name) =>
        version.FindType(name) ?? throw new ArgumentException($"{version} has no {name}.", nameof(name));

    public static object Read(this VersionUnderTest version, string type, string json) => JsonConvert.DeserializeObject(json, version.Type(type))!;

    /// <summary>
    /// Calls an operation. A body can be JSON text, and options can be a dictionary. Omitted arguments have their defaults.
    /// </summary>
    /// <returns>The result, or null if the operation has none.</returns>
    public static async Task<object?> CallAsync(this VersionUnderTest version, WireStub wire, string key, params object?[] arguments)
    {
        using var client = (IDisposable)version.CreateClient(wire);
        return await OperationMethod.ResultAsync((Task)Invoke(version, client, key, arguments));
    }

    /// <summary>Gets the items of all pages of a list.</summary>
    public static async Task<List<object>> ListAsync(this VersionUnderTest version, WireStub wire, string key, params object?[] arguments)
    {
        using var client = (IDisposable)version.CreateClient(wire);
        return await ItemsAsync((dynamic)Invoke(version, client, key, arguments));
    }

    /// <summary>Gets the items of one page of a list.</summary>
    public static async Task<List<object>> PageAsync(
        this VersionUnderTest version, WireStub wire, string key, string? continuation, int? pageSize, params object?[] arguments)
    {
        using var client = (IDisposable)version.CreateClient(wire);
        return await FirstAsync((dynamic)Invoke(version, client, key, arguments), continuation, pageSize);
    }

    private static async Task<List<object>> ItemsAsync<T>(IntercomPageable<T> list)
    {
        var items = new List<object>();
        await foreach (var item in list)
            items.Add(item!);
        return items;
    }

    private static async Task<List<object>> FirstAsync<T>(IntercomPageable<T> list, string? continuation, int? pageSize)
    {
        await foreach (var page in list.WithoutPrefetch().AsPages(continuation, pageSize))
            return [.. page.Items.Cast<object>()];
        return [];
    }

    private static object Invoke(VersionUnderTest version, object client, string key, object?[] given)
    {
        var operation = version.Operation(key);
        var arguments = operation.Method.GetParameters().Select((parameter, index) => index < given.Length
            ? Argument(parameter.ParameterType, given[index])
            : parameter.ParameterType == typeof(CancellationToken) ? CancellationToken.None : null);
        return operation.Invoke(client, [.. arguments]);
    }

    private static object? Argument(Type type, object? value)
    {
        switch (value)
        {
            case string json when type != typeof(string):
                return JsonConvert.DeserializeObject(json, type);
            case IReadOnlyDictionary<string, object> properties:
                var options = Activator.CreateInstance(type)!;
                foreach (var property in properties)
                    type.GetProperty(property.Key)!.SetValue(options, property.Value);
                return options;
            default:
                return value;
        }
    }
}
