using Newtonsoft.Json;

namespace Intercom.Generated.Descriptions;

/// <summary>Thrown if a file is not valid JSON or does not have the expected structure.</summary>
public sealed class InvalidJsonException : JsonReaderException
{
    // Messages can quote the text, which can be long.
    private const int MaximumLength = 400;

    /// <summary>Creates the exception for a place in a valid JSON document.</summary>
    public InvalidJsonException(string message, JsonPointer pointer)
        : base(message) => Pointer = pointer.ToString();

    private InvalidJsonException(string message, JsonReaderException e)
        : base(message, e.Path ?? string.Empty, e.LineNumber, e.LinePosition, e) =>
            Pointer = Shortened(JsonPointer.OfPath(e.Path).ToString());

    /// <summary>The JSON pointer of the problem.</summary>
    public string Pointer { get; }

    internal static InvalidJsonException Of(JsonReaderException e) => new(Shortened(e.Message), e);

    private static string Shortened(string text) =>
        text.Length <= MaximumLength
            ? text
            : $"{text.Substring(0, MaximumLength / 2)} ... {text.Substring(text.Length - (MaximumLength / 2))}";
}
