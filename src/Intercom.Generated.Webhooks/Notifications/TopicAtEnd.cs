using System.Text;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Webhooks;

/// <summary>
/// Looks for the topic from the end of a body, where Intercom writes it. The result is only a guess: the text can belong to something else.
/// </summary>
internal static class TopicAtEnd
{
    private const int LongestTopic = 100;

    // A topic further ahead is found by the scan of the envelope.
    private const int MostGuesses = 4;

    public static NotificationTopic? Find(ReadOnlySpan<byte> json, NotificationTopics topics)
    {
        for (var guess = 0; guess < MostGuesses; guess++)
        {
            var name = json.LastIndexOf("\"topic\""u8);
            if (name < 0)
                return null;
            if (ReadValue(json.Slice(name + "\"topic\"".Length)) is { } topic)
                return topics.Find(topic);
            json = json.Slice(0, name);
        }

        return null;
    }

    private static string? ReadValue(ReadOnlySpan<byte> json)
    {
        json = WithoutSpace(json);
        if (json.IsEmpty || json[0] != ':')
            return null;
        json = WithoutSpace(json.Slice(1));
        if (json.IsEmpty || json[0] != '"')
            return null;
        json = json.Slice(1, Math.Min(json.Length - 1, LongestTopic));
        var end = json.IndexOf((byte)'"');
        if (end < 0)
            return null;
#if NET
        return Encoding.UTF8.GetString(json[..end]);
#else
        return Encoding.UTF8.GetString(json.Slice(0, end).ToArray());
#endif
    }

    private static ReadOnlySpan<byte> WithoutSpace(ReadOnlySpan<byte> json)
    {
        while (!json.IsEmpty && json[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            json = json.Slice(1);
        return json;
    }
}
