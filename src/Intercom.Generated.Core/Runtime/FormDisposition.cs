using System.Text;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The Content-Disposition header of a part of multipart/form-data, as browsers send it: quoted values in UTF-8, and no
/// <c>filename*</c> (RFC 7578, section 4.2; HTML, "Multipart form data").
/// </summary>
internal static class FormDisposition
{
    /// <summary>Gets the header of a part.</summary>
    /// <param name="name">The name of the field.</param>
    /// <param name="fileName">The name of the file, or null if the part is not a file.</param>
    public static string Of(string name, string? fileName = null)
    {
        var header = new StringBuilder("form-data; name=");
        AddQuoted(header, name);
        if (fileName is not null)
            AddQuoted(header.Append("; filename="), fileName);
        return header.ToString();
    }

    // .NET writes part headers in Latin-1, so each UTF-8 byte becomes one character.
    private static void AddQuoted(StringBuilder header, string value)
    {
        header.Append('"');
        foreach (var letter in Encoding.UTF8.GetBytes(value))
        {
            if (letter is < 0x20 or 0x7F or (byte)'"')
                header.Append('%').Append(letter.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
            else
                header.Append((char)letter);
        }

        header.Append('"');
    }
}
