namespace Intercom.Generated.Runtime;

/// <summary>What a try brought: an answer with its body, or with its body still to come where that is to be streamed.</summary>
internal sealed class Answer(HttpResponseMessage message, IntercomResponse response, ResponseBody? body) : IDisposable
{
    public HttpResponseMessage Message { get; } = message;

    public IntercomResponse Response { get; } = response;

    /// <summary>The body; null where it is streamed, and where that of an error could not be read.</summary>
    public ResponseBody? Body { get; } = body;

    public int Status => (int)Response.StatusCode;

    public bool IsSuccess => Status is >= 200 and <= 299;

    public void Dispose()
    {
        Message.Dispose();
        Body?.Dispose();
    }
}
