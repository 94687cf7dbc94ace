using System.Text;
using Newtonsoft.Json;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>The outcome of reading: a value or an exception.</summary>
internal sealed record Outcome(object? Value, Exception? Failure = null)
{
    public static Outcome Of(Func<object?> read)
    {
        try
        {
            return new Outcome(read());
        }
        catch (Exception e) when (e is JsonException or System.Text.Json.JsonException or DecoderFallbackException)
        {
            return new Outcome(null, e);
        }
    }

    /// <summary>The type and path of the exception, or null if there is a value.</summary>
    public string? Problem => Failure switch
    {
        null => null,
        JsonReaderException e => $"{nameof(JsonReaderException)} at '{e.Path}'",
        JsonSerializationException e => $"{nameof(JsonSerializationException)} at '{e.Path}'",
        _ => Failure.GetType().Name,
    };

    /// <summary>Describes the difference between two outcomes, or returns null if they are the same.</summary>
    public static string? Difference(Outcome left, Outcome right, bool inOrder = true)
    {
        if (left.Problem != right.Problem)
            return $"{left} vs. {right}";
        return left.Failure is null ? ObjectComparison.Difference(left.Value, right.Value, inOrder) : null;
    }

    public override string ToString() => Failure is null ? Value?.GetType().Name ?? "null" : $"{Problem} ({Failure.Message})";
}
