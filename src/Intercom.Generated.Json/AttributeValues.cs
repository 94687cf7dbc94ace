using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>
/// Converts custom attributes to the types of properties in a class with <see cref="IntercomAttributesAttribute"/>. A value that does not
/// fit becomes null.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class AttributeValues
{
    /// <summary>Converts an integer, or returns null if it is out of range.</summary>
    public static int? ToInt32(long? value) => value is >= int.MinValue and <= int.MaxValue ? (int)value : null;

    /// <summary>Converts a number, or returns null if it is not a number or out of range.</summary>
    public static decimal? ToDecimal(CustomAttributeValue? value)
    {
        switch (value.GetValueOrDefault().Value)
        {
            case decimal number:
                return number;
            case long number:
                return number;
            case double or string when value?.AsNumber() is { } number:
                return Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : null;
            default:
                return null;
        }
    }

    /// <summary>Converts a list of text and numbers. Other items are skipped. Returns null if the value is not a list.</summary>
    public static string[]? ToTexts(CustomAttributeValue? value) =>
        value?.AsList() is { } list ? [.. list.Select(item => item.AsString()).OfType<string>()] : null;

    /// <summary>Converts a list of text. Null becomes a null value.</summary>
    public static CustomAttributeValue FromTexts(IEnumerable<string?>? value) => value?.OfType<string>().ToArray();
}
