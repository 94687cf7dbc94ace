using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>Names the operation that a generated method calls.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="path">The path template as published.</param>
[AttributeUsage(AttributeTargets.Method)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class IntercomOperationAttribute(string method, string path) : Attribute
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The path template as published.</summary>
    public string Path { get; } = path;
}
