namespace Intercom.Generated.Descriptions.Jobs;

/// <summary>The jobs of a version.</summary>
/// <param name="Jobs">The jobs, in the order of the file.</param>
/// <param name="Problems">The problems of the file. If there are any, there are no jobs.</param>
public sealed record JobFacts(EquatableArray<JobModel> Jobs, EquatableArray<DescriptionProblem> Problems)
{
    /// <summary>The operations that take a limited number of items, in the order of the file.</summary>
    public EquatableArray<BatchModel> Batches { get; init; }
}

/// <summary>A kind of job that Intercom runs in the background.</summary>
/// <param name="Noun">The name of a job in method names, such as <c>BulkJob</c>.</param>
/// <param name="Operation">The operation that gets the status.</param>
/// <param name="Status">The property of its response that has the status.</param>
/// <param name="IsEnum">Whether the status is an open enum, and not text.</param>
/// <param name="Completed">The statuses of a completed job.</param>
/// <param name="Failed">The statuses of a failed or canceled job.</param>
/// <param name="Starts">The operations that start a job.</param>
public sealed record JobModel(
    string Noun,
    JobOperationModel Operation,
    string Status,
    bool IsEnum,
    EquatableArray<string> Completed,
    EquatableArray<string> Failed,
    EquatableArray<JobStartModel> Starts);

/// <summary>The operation that gets the status of a job.</summary>
/// <param name="Client">The client.</param>
/// <param name="Name">The method name without the Async suffix.</param>
/// <param name="Type">The class that has the status.</param>
/// <param name="Parameters">The ID of the job, then the other required parameters.</param>
public sealed record JobOperationModel(string Client, string Name, string Type, EquatableArray<JobParameterModel> Parameters);

/// <summary>A parameter that identifies a job.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Summary">The summary.</param>
public sealed record JobParameterModel(string Name, string Type, string Summary);

/// <summary>An operation that starts a job.</summary>
/// <param name="Name">The name of the method that starts a job and returns its handle, without the Async suffix.</param>
/// <param name="Method">The name of the operation's method, without the Async suffix.</param>
/// <param name="Request">The class of the request body.</param>
/// <param name="Id">The property of the response that has the ID of the job.</param>
public sealed record JobStartModel(string Name, string Method, string Request, string Id);

/// <summary>An operation that takes a limited number of items.</summary>
/// <param name="Client">The client.</param>
/// <param name="Method">The method that sends a request, without the Async suffix. It starts a job if the operation does.</param>
/// <param name="Request">The class of the request body.</param>
/// <param name="Items">The property of the request that has the items.</param>
/// <param name="Item">The C# type of an item.</param>
/// <param name="Size">The highest number of items in a request.</param>
/// <param name="HasOtherRequired">Whether a request needs more than its items.</param>
/// <param name="Result">The C# type of the result of the method.</param>
public sealed record BatchModel(
    string Client, string Method, string Request, string Items, string Item, int Size, bool HasOtherRequired, string Result);
