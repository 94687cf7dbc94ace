namespace Intercom.Generated.Testing;

/// <summary>A violation of a schema at one location in a value.</summary>
public sealed class SchemaProblem
{
    internal SchemaProblem(string pointer, string message)
    {
        Pointer = pointer;
        Message = message;
    }

    /// <summary>The JSON Pointer to the location, such as <c>/query/value/0</c>. Empty for the root value.</summary>
    public string Pointer { get; }

    /// <summary>A description of the problem.</summary>
    public string Message { get; }

    /// <inheritdoc />
    public override string ToString() => $"{(Pointer.Length == 0 ? "(root)" : Pointer)}: {Message}";
}
