namespace Intercom.Generated.Runtime;

/// <summary>The response to an attempt.</summary>
internal sealed class ApiResponse(HttpResponseMessage message, IntercomResponse response) : IDisposable
{
    public HttpResponseMessage Message { get; } = message;

    public IntercomResponse Response { get; } = response;

    /// <summary>The body. Null if it is not read yet or is streamed, or if the body of an error could not be read.</summary>
    public ResponseBody? Body { get; set; }

    public int Status => (int)Response.StatusCode;

    public bool IsSuccess => Status is >= 200 and <= 299;

    public void Dispose()
    {
        Message.Dispose();
        Body?.Dispose();
    }
}
