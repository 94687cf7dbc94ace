using System.Text;

namespace Intercom.Generated.OpenApi.Escaping;

/// <summary>Text of a description in C# source code.</summary>
public static class CSharpText
{
    /// <summary>
    /// A string literal with its quotes. Only printable ASCII stands in it as it is, so that no text can end the literal or hide what it says.
    /// </summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                literal.Append('\\').Append(c);
            else if (c is >= ' ' and <= '~')
                literal.Append(c);
            else
                literal.Append(VisibleText.Spelled(c));
        }

        return literal.Append('"').ToString();
    }
}
