namespace Intercom.Generated;

/// <summary>Validates request IDs. They come from a server and end up in messages, logs, and traces.</summary>
internal static class RequestIds
{
    private const int Longest = 128;

    /// <summary>Returns the trimmed request ID, or null if the text does not have the form of an ID.</summary>
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
