using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.OpenApi.Declarations;

/// <summary>A method of a generated client, as it is declared.</summary>
/// <param name="ReturnType">What it returns.</param>
/// <param name="Name">Its name, with the Async suffix.</param>
/// <param name="Arguments">Its arguments, in order.</param>
public sealed record MethodSignature(string ReturnType, string Name, EquatableArray<MethodArgument> Arguments)
{
    /// <summary>The method of an operation, with everything that it can take.</summary>
    public static MethodSignature Of(OperationModel operation) =>
        Create(operation, operation.Body is { } body ? new MethodArgument(body.Type.CSharp, "request", "What to send.") : null);

    /// <summary>
    /// The overload without the optional query parameters, so that callers do not notice when an operation gets its first ones; null when there
    /// are none.
    /// </summary>
    public MethodSignature? WithoutQuery() =>
        Arguments.Any(argument => argument.IsQuery) ? this with { Arguments = Arguments.Where(argument => !argument.IsQuery).ToEquatableArray() } : null;

    /// <summary>
    /// The overload of a search that takes an expression of the query builder instead of the typed request; null when the operation
    /// is no search: one has a body that is paged.
    /// </summary>
    public static MethodSignature? OfSearch(OperationModel operation) =>
        operation is { Paging.Input: PagingInput.BodyPagination, Body: not null }
            ? Create(operation, new MethodArgument("SearchExpression", "expression", "What to look for."))
            : null;

    /// <summary>The declaration, such as <c>Task&lt;Tag&gt; GetAsync(string tagId, …)</c>.</summary>
    public override string ToString() => $"{ReturnType} {Name}({string.Join(", ", Arguments)})";

    private static MethodSignature Create(OperationModel operation, MethodArgument? content)
    {
        var arguments = operation.PathParameters.Concat(operation.RequiredQuery)
            .Select(parameter => new MethodArgument(parameter.Type.CSharp, parameter.Name, parameter.Summary)).ToList();
        if (content is not null)
            arguments.Add(content);
        if (operation.Options is { } query)
            arguments.Add(new MethodArgument($"{query.Name}?", "query", "Optional query parameters; null for none.") { IsQuery = true });
        arguments.Add(new MethodArgument("RequestOptions?", "options", "What this call does differently; null for nothing.", "null"));
        arguments.Add(new MethodArgument("CancellationToken", "cancellationToken", "Ends the call.", "default"));
        return new MethodSignature(Returned(operation), $"{operation.Name}Async", arguments.ToEquatableArray());
    }

    private static string Returned(OperationModel operation) => operation switch
    {
        { Paging: { } paging } => $"IntercomPageable<{paging.Item.CSharp}>",
        { Response: { Kind: ResponseKind.Json, Type: { } type } } => $"Task<{type.CSharp}>",
        { Response.Kind: ResponseKind.Text } => "Task<string>",
        { Response.Kind: ResponseKind.Stream } => "Task<IntercomDownload>",
        _ => "Task",
    };
}

/// <summary>An argument of a method.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it means.</param>
/// <param name="Default">Its default value; null when every call has to give it.</param>
public sealed record MethodArgument(string Type, string Name, string Summary, string? Default = null)
{
    /// <summary>Whether it is the object with the optional query parameters.</summary>
    public bool IsQuery { get; init; }

    /// <summary>The declaration, such as <c>RequestOptions? options = null</c>.</summary>
    public override string ToString() => $"{Type} {Name}{(Default is null ? string.Empty : $" = {Default}")}";
}
