namespace Intercom.Generated.Runtime;

/// <summary>
/// Limits the memory that the values of one JSON text can take. A few bytes of JSON, such as an empty object, can become an object of
/// hundreds of bytes, so a limit on the length of the JSON does not limit the memory.
/// </summary>
internal static class JsonBudget
{
    /// <summary>The limit, in units of 64 bytes: 256 MiB.</summary>
    public const int Limit = 4 * 1024 * 1024;

    /// <summary>The cost of an item of a list.</summary>
    public const int Item = 1;

    /// <summary>The cost of an untyped string, number, or literal.</summary>
    public const int Scalar = 1;

    /// <summary>The cost of a name and its entry in a dictionary or object.</summary>
    public const int Member = 2;

    /// <summary>The cost of an untyped object or array.</summary>
    public const int Container = 3;

    /// <summary>The maximum number of tokens that Newtonsoft's reader reads.</summary>
    public const int MostTokens = Limit / 2;

    /// <summary>Gets the cost of a model.</summary>
    /// <param name="members">The number of its members.</param>
    public static int Model(int members) => 1 + (members / 6);
}

/// <summary>The values of a JSON text take too much memory.</summary>
internal sealed class JsonBudgetException() : Newtonsoft.Json.JsonException(
    $"The values take more than {JsonBudget.Limit / (1024 * 1024 / 64)} MiB of memory.");
