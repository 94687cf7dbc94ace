namespace Intercom.Generated.Runtime;

/// <summary>The response to an attempt. If the caller streams the body, it has not been read.</summary>
internal sealed class ApiResponse(HttpResponseMessage message, IntercomResponse response, ResponseBody? body) : IDisposable
{
    public HttpResponseMessage Message { get; } = message;

    public IntercomResponse Response { get; } = response;

    /// <summary>The body. Null if it is streamed, or if the body of an error could not be read.</summary>
    public ResponseBody? Body { get; } = body;

    public int Status => (int)Response.StatusCode;

    public bool IsSuccess => Status is >= 200 and <= 299;

    public void Dispose()
    {
        Message.Dispose();
        Body?.Dispose();
    }
}
