namespace Intercom.Generated.OpenApi.Escaping;

/// <summary>Text of a description in the XML of a documentation comment. It stays on one line, so that it cannot end the comment.</summary>
public static class XmlText
{
    /// <summary>The content of an element.</summary>
    public static string Content(string text) =>
        VisibleText.Of(text).Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    /// <summary>The value of an attribute.</summary>
    public static string Attribute(string text) => Content(text).Replace("\"", "&quot;");

    /// <summary>The content of an element. Text between backticks is code.</summary>
    public static string Prose(string text) =>
        string.Concat(text.Split('`').Select((part, index) => index % 2 == 0 ? Content(part) : $"<c>{Content(part)}</c>"));
}
