namespace Intercom.Generated.Descriptions.Escaping;

/// <summary>Writes text from a description in an XML documentation comment, on one line so that it cannot end the comment.</summary>
public static class XmlText
{
    /// <summary>Returns the content of an element.</summary>
    public static string Content(string text) =>
        VisibleText.Of(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>Returns the value of an attribute.</summary>
    public static string Attribute(string text) => Content(text).Replace("\"", "&quot;");

    /// <summary>Returns the content of an element. Text between backticks becomes code.</summary>
    public static string Prose(string text) =>
        string.Concat(text.Split('`').Select((part, index) => index % 2 == 0 ? Content(part) : $"<c>{Content(part)}</c>"));
}
