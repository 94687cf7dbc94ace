using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>The arguments of one call of an operation: path, query, and body.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ApiRequest
{
    private readonly List<KeyValuePair<string, string>> _query = [];

    /// <summary>Creates a request.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="pathArguments">The values of the placeholders, in the order of the path.</param>
    /// <exception cref="ArgumentException">A path argument is null, empty, or would change the path.</exception>
    public ApiRequest(ApiOperation operation, params string[] pathArguments)
    {
        Operation = operation ?? throw new ArgumentNullException(nameof(operation));
        Path = operation.Template.Expand(pathArguments ?? []);
    }

    /// <summary>The operation.</summary>
    public ApiOperation Operation { get; }

    /// <summary>The path with its arguments.</summary>
    public string Path { get; }

    /// <summary>The body: a model of a version package, or a <c>JToken</c>. Null for none.</summary>
    public object? Body { get; init; }

    internal JsonCodec? BodyCodec { get; private init; }

    internal JObject? BodyOverrides { get; private init; }

    internal IReadOnlyList<KeyValuePair<string, string>> Query => _query;

    /// <summary>Creates a request with a body. Generated operations call it.</summary>
    /// <typeparam name="T">The type of the body.</typeparam>
    /// <param name="operation">The operation.</param>
    /// <param name="request">The request body.</param>
    /// <param name="codec">Writes the body.</param>
    /// <param name="pathArguments">The values of the placeholders, in the order of the path.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException">The body is null.</exception>
    /// <exception cref="ArgumentException">
    /// A required property of the body was never assigned, or a path argument is null, empty, or would change the path.
    /// </exception>
    public static ApiRequest Create<T>(ApiOperation operation, T request, JsonCodec<T> codec, params string[] pathArguments)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));
        if (codec.FindMissing(request) is { } missing)
        {
            throw new ArgumentException(
                $"{operation} requires {request.GetType().Name}.{missing}. Assign it before the call.", nameof(request));
        }

        return new ApiRequest(operation, pathArguments) { Body = request, BodyCodec = codec };
    }

    /// <summary>Creates a request whose body is a search expression. Generated operations call it.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="expression">The search expression.</param>
    /// <param name="pathArguments">The values of the placeholders, in the order of the path.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException">The expression is null.</exception>
    /// <exception cref="ArgumentException">A path argument is null, empty, or would change the path.</exception>
    public static ApiRequest Search(ApiOperation operation, SearchExpression expression, params string[] pathArguments)
    {
        if (expression is null)
            throw new ArgumentNullException(nameof(expression));
        return Create(operation, expression.ToJson(), JsonCodecs.Token, pathArguments);
    }

    /// <summary>Adds a query parameter unless its value is null. Each item of a list becomes a separate parameter.</summary>
    /// <returns>This request.</returns>
    public ApiRequest WithQuery(string name, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                _query.Add(new(name, text));
                break;
            case bool flag:
                _query.Add(new(name, flag ? "true" : "false"));
                break;
            case DateTimeOffset time:
                _query.Add(new(name, time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
                break;
            case IOpenEnum known:
                _query.Add(new(name, known.Value));
                break;
            case IntercomUnion union:
                WithQuery(name, union.Value);
                break;
            case JValue json:
                WithQuery(name, json.Value);
                break;
            case System.Collections.IEnumerable items:
                foreach (var item in items)
                    WithQuery(name, item);
                break;
            default:
                _query.Add(new(name, Convert.ToString(value, CultureInfo.InvariantCulture)!));
                break;
        }

        return this;
    }

    internal bool HasQuery(string name)
    {
        foreach (var parameter in _query)
        {
            if (parameter.Key == name)
                return true;
        }

        return false;
    }

    internal ApiRequest AtPage(PageCursor? cursor, int? pageSize)
    {
        if (Operation.PagingInput is PagingInput.BodyPagination or PagingInput.BodyPage)
            return new ApiRequest(this, BodyFor(cursor, pageSize));
        var page = new ApiRequest(this, overrides: null);
        if (cursor is { } at)
            page.Replace(at.Kind, at.Value);
        if (pageSize is { } size)
            page.Replace("per_page", size.ToString(CultureInfo.InvariantCulture));
        return page;
    }

    private ApiRequest(ApiRequest other, JObject? overrides)
    {
        Operation = other.Operation;
        Path = other.Path;
        Body = other.Body;
        BodyCodec = other.BodyCodec;
        BodyOverrides = overrides;
        _query.AddRange(other._query);
    }

    private JObject? BodyFor(PageCursor? cursor, int? pageSize)
    {
        var values = new JObject();
        if (cursor is { } at)
            values[at.Kind] = at.Kind == PageCursor.Page ? long.Parse(at.Value, CultureInfo.InvariantCulture) : at.Value;
        if (pageSize is { } size)
            values["per_page"] = size;
        if (values.Count == 0)
            return null;
        return Operation.PagingInput == PagingInput.BodyPagination ? new JObject { ["pagination"] = values } : values;
    }

    private void Replace(string name, string value)
    {
        _query.RemoveAll(parameter => parameter.Key == name);
        _query.Add(new(name, value));
    }
}
