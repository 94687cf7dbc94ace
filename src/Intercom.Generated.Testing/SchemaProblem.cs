namespace Intercom.Generated.Testing;

/// <summary>One place where a value is not what its schema says.</summary>
public sealed class SchemaProblem
{
    internal SchemaProblem(string pointer, string message)
    {
        Pointer = pointer;
        Message = message;
    }

    /// <summary>The JSON pointer of the place, such as <c>/query/value/0</c>; empty for the whole value.</summary>
    public string Pointer { get; }

    /// <summary>What is wrong there.</summary>
    public string Message { get; }

    /// <inheritdoc />
    public override string ToString() => $"{(Pointer.Length == 0 ? "(root)" : Pointer)}: {Message}";
}
