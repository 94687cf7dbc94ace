namespace Intercom.Generated;

/// <summary>The IDs of requests. They come from servers and get into messages, logs and traces.</summary>
internal static class RequestIds
{
    private const int Longest = 128;

    /// <summary>Gets a request ID; null if the text is not one.</summary>
    public static string? Filter(string? text)
    {
        text = text?.Trim();
        if (text is null || text.Length is 0 or > Longest)
            return null;
        foreach (var letter in text)
        {
            if (letter is not ((>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-' or '_' or '.' or ':'))
                return null;
        }

        return text;
    }
}
