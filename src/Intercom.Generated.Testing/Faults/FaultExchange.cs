using Intercom.Generated.Testing.Http;

namespace Intercom.Generated.Testing.Faults;

/// <summary>A request that gets a fault.</summary>
/// <param name="request">The request.</param>
/// <param name="clock">The fake's clock.</param>
/// <param name="respond">Handles the request, which takes effect, and creates the normal response.</param>
/// <param name="reject">Creates the error response of Intercom without handling the request.</param>
internal sealed class FaultExchange(
    FakeRequest request, FakeClock clock, Func<Task<HttpResponseMessage>> respond, Func<Rejection, HttpResponseMessage> reject)
{
    public FakeRequest Request { get; } = request;

    public FakeClock Clock { get; } = clock;

    public Task<HttpResponseMessage> RespondAsync() => respond();

    public HttpResponseMessage Reject(Rejection rejection) => reject(rejection);
}
