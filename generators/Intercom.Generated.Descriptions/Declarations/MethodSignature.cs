using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Declarations;

/// <summary>A method of a generated client, as it is declared.</summary>
/// <param name="ReturnType">Its return type.</param>
/// <param name="Name">Its name, with the Async suffix.</param>
/// <param name="Arguments">Its parameters, in order.</param>
public sealed record MethodSignature(string ReturnType, string Name, EquatableArray<MethodArgument> Arguments)
{
    /// <summary>The method of an operation, with all its parameters.</summary>
    public static MethodSignature Of(OperationModel operation) =>
        Create(operation, operation.Body is { } body ? new MethodArgument(body.Type.CSharp, "request", "The request body.") : null);

    /// <summary>
    /// The overload without the optional query parameters, or null if the operation has none. Compiled callers bind to it, so they keep
    /// working when an operation gets its first optional parameter.
    /// </summary>
    public MethodSignature? WithoutQuery() =>
        Arguments.Any(argument => argument.IsQuery)
            ? this with { Arguments = Arguments.Where(argument => !argument.IsQuery).ToEquatableArray() }
            : null;

    /// <summary>
    /// The overload of a search that takes a search expression instead of the typed request, or null if the operation is not a search. A
    /// search is an operation whose body is paged.
    /// </summary>
    public static MethodSignature? OfSearch(OperationModel operation) =>
        operation is { Paging.Input: PagingInput.BodyPagination, Body: not null }
            ? Create(operation, new MethodArgument("SearchExpression", "expression", "The filters, and the order of the results."))
            : null;

    /// <summary>The extension method of a client that takes a cancellation token and no options.</summary>
    /// <param name="client">The name of the class of the client.</param>
    public MethodSignature AsExtension(string client) => this with
    {
        Arguments = Arguments.Where(argument => !argument.IsOptions).Select(argument => argument with { Default = null })
            .Prepend(new MethodArgument($"this {client}", "client", "The client."))
            .ToEquatableArray(),
    };

    /// <summary>The declaration, such as <c>Task&lt;Tag&gt; GetAsync(string tagId, …)</c>.</summary>
    public override string ToString() => $"{ReturnType} {Name}({string.Join(", ", Arguments)})";

    private static MethodSignature Create(OperationModel operation, MethodArgument? content)
    {
        var arguments = operation.PathParameters.Concat(operation.RequiredQuery)
            .Select(parameter => new MethodArgument(parameter.Type.CSharp, parameter.Name, parameter.Summary)).ToList();
        if (content is not null)
            arguments.Add(content);
        if (operation.Options is { } query)
        {
            const string summary = "The optional query parameters and the options of this call, or null for none.";
            arguments.Add(new MethodArgument($"{query.Name}?", "query", summary) { IsQuery = true });
        }

        const string optionsSummary = "The options of this call, or null for the options of the client.";
        arguments.Add(new MethodArgument("RequestOptions?", "options", optionsSummary, "null") { IsOptions = true });
        arguments.Add(new MethodArgument("CancellationToken", "cancellationToken", "Cancels the call.", "default"));
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

/// <summary>A parameter of a method.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Summary">Its documentation.</param>
/// <param name="Default">Its default value, or null if the parameter is required.</param>
public sealed record MethodArgument(string Type, string Name, string Summary, string? Default = null)
{
    /// <summary>Whether it is the object with the optional query parameters.</summary>
    public bool IsQuery { get; init; }

    /// <summary>Whether it is the object with the options of the call.</summary>
    public bool IsOptions { get; init; }

    /// <summary>The declaration, such as <c>RequestOptions? options = null</c>.</summary>
    public override string ToString() => $"{Type} {Name}{(Default is null ? string.Empty : $" = {Default}")}";
}
