using System.Reflection;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Runtime;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Tests;

/// <summary>The package of an API version: its assembly, operations, and description.</summary>
public sealed class VersionUnderTest
{
    private readonly Lazy<Dictionary<string, OperationMethod>> _byKey;

    private VersionUnderTest(string name, Type clientType)
    {
        Name = name;
        ClientType = clientType;
        Description = new FakeIntercom(name).GetDescription();
        Methods = [.. clientType.Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(OperationClient)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<IntercomOperationAttribute>() is not null)
            .Select(method => new OperationMethod(this, method))];
        _byKey = new(() => Methods.ToDictionary(
            operation => DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path), StringComparer.Ordinal));
    }

    /// <summary>All versions whose assemblies are in the output folder.</summary>
    public static IReadOnlyList<VersionUnderTest> All { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Intercom.Generated.*.dll")
            .Select(
                file => Type.GetType($"{Path.GetFileNameWithoutExtension(file)}.IntercomClient, {Path.GetFileNameWithoutExtension(file)}"))
            .OfType<Type>()
            .Select(client => new VersionUnderTest(VersionOf(client), client))
            .OrderBy(version => ApiVersion.Parse(version.Name)),
    ];

    public string Name { get; }

    public Type ClientType { get; }

    public JObject Description { get; }

    public IReadOnlyList<OperationMethod> Methods { get; }

    public IEnumerable<Type> Models => ClientType.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IntercomModel)));

    public Type? FindType(string name) => ClientType.Assembly.GetType($"{ClientType.Namespace}.{name}");

    /// <summary>
    /// Whether the version has an operation (<c>GET /contacts/{}</c>), a type (<c>Contact</c>), or a property (<c>Contact.Email</c>).
    /// </summary>
    public bool Has(string feature) =>
        feature.Contains(' ', StringComparison.Ordinal) ? FindOperation(feature) is not null
        : feature.Split('.') is [var type, var property] ? FindType(type)?.GetProperty(property) is not null
        : FindType(feature) is not null;

    /// <summary>Finds the operation with a key such as <c>GET /contacts/{}</c>.</summary>
    public OperationMethod? FindOperation(string key) => _byKey.Value.GetValueOrDefault(key);

    public object CreateClient(HttpMessageHandler handler) =>
        Activator.CreateInstance(ClientType, new IntercomClientOptions("fake-token") { HttpMessageHandler = handler })!;

    public override string ToString() => Name;

    private static string VersionOf(Type client)
    {
        using var instance = (IntercomClientBase)Activator.CreateInstance(client, "fake-token")!;
        return instance.Version.ToString();
    }
}

/// <summary>A generated method and the operation that it calls.</summary>
public sealed class OperationMethod(VersionUnderTest version, MethodInfo method)
{
    private readonly IntercomOperationAttribute _operation = method.GetCustomAttribute<IntercomOperationAttribute>()!;

    public VersionUnderTest Version { get; } = version;

    public MethodInfo Method { get; } = method;

    public string HttpMethod => _operation.Method;

    public string Path => _operation.Path;

    public JObject Node => (JObject)Version.Description["paths"]![Path]![HttpMethod.ToLowerInvariant()]!;

    public Type? BodyType => Array.Find(Method.GetParameters(), parameter => parameter.Name == "request")?.ParameterType;

    /// <summary>The type of the result or of a list's items. Null if the response contains no JSON.</summary>
    public Type? ResultType => Method.ReturnType.IsGenericType ? Method.ReturnType.GetGenericArguments()[0] : null;

    public bool IsList => Method.ReturnType.IsGenericType && Method.ReturnType.GetGenericTypeDefinition() == typeof(IntercomPageable<>);

    public ApiOperation Descriptor => ((IEnumerable<ApiOperation>)Version.ClientType.Assembly
        .GetType($"{Version.ClientType.Namespace}.IntercomOperations")!.GetProperty("All")!.GetValue(null)!)
        .Single(operation => operation.Method == HttpMethod && operation.Path == Path);

    public object Invoke(object intercomClient, object?[] arguments)
    {
        var clientName = Method.DeclaringType!.Name[..^"Client".Length];
        var client = Version.ClientType.GetProperty(clientName)!.GetValue(intercomClient)!;
        return Method.Invoke(client, arguments)!;
    }

    /// <summary>Waits for the result of a client method.</summary>
    /// <returns>The result, the bytes of a file, or the items of the first page of a list. Null if there is no result.</returns>
    public static async Task<object?> CompleteAsync(object call)
    {
        if (call is not Task task)
        {
            var page = (Task)call.GetType().GetMethod(nameof(IntercomPageable<>.FirstPageAsync))!.Invoke(call, [CancellationToken.None])!;
            var read = (await ResultAsync(page))!;
            return read.GetType().GetProperty("Items")!.GetValue(read);
        }

        var result = await ResultAsync(task);
        if (result is not IntercomDownload download)
            return result;
        using (download)
        using (var content = new MemoryStream())
        {
            await download.Content.CopyToAsync(content);
            return content.ToArray();
        }
    }

    /// <summary>Waits for a task.</summary>
    /// <returns>The result, or null if there is none.</returns>
    public static async Task<object?> ResultAsync(Task task)
    {
        await task;
        var result = task.GetType().GetProperty("Result")?.GetValue(task);
        return result?.GetType().Name == "VoidTaskResult" ? null : result;
    }

    public override string ToString() => $"{Version} {HttpMethod} {Path}";
}
