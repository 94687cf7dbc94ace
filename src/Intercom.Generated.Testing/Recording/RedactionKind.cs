namespace Intercom.Generated.Testing;

/// <summary>The kind of value that replaces a personal value in a recording. The number at its end is that of the replaced value.</summary>
public enum RedactionKind
{
    /// <summary><c>text-1</c>.</summary>
    Text,

    /// <summary><c>person-1@example.com</c>.</summary>
    Email,

    /// <summary><c>Name 1</c>.</summary>
    Name,

    /// <summary><c>+15550000001</c>.</summary>
    Phone,

    /// <summary><c>198.18.0.1</c>, from the range for benchmarks.</summary>
    IpAddress,

    /// <summary><c>https://example.com/1</c>.</summary>
    Url,

    /// <summary><c>id-1</c>.</summary>
    Id,

    /// <summary><c>[secret]</c>, for every value.</summary>
    Secret,
}
