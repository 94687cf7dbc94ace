using System.Text;

namespace Intercom.Generated.Descriptions.Escaping;

/// <summary>Writes text from a description as C# source code.</summary>
public static class CSharpText
{
    /// <summary>
    /// Returns a quoted string literal. Everything except printable ASCII is escaped, so that no text can end the literal or disguise its
    /// content.
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
                literal.Append(VisibleText.Escaped(c));
        }

        return literal.Append('"').ToString();
    }
}
