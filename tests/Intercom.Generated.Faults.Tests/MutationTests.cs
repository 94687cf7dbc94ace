using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;

namespace Intercom.Generated.Faults.Tests;

/// <summary>For any response, a call returns a result that can be serialized or throws an IntercomException.</summary>
[NonParallelizable]
internal sealed class MutationTests : IDisposable
{
    private readonly ResponseHandler _handler = new();
    private readonly IntercomClient _client;
    private int _results;
    private int _failures;

    public MutationTests()
    {
        var options = new IntercomClientOptions("token") { HttpMessageHandler = _handler };
        options.Retry.MaxRetries = 0;
        _client = new IntercomClient(options);
    }

    public void Dispose()
    {
        _client.Dispose();
        _handler.Dispose();
    }

    [Test]
    public void Mutated_responses_cause_only_IntercomExceptions()
    {
        var config = Config.QuickThrowOnFailure
            .WithMaxTest(LongTests.Size(20_000, 1_000_000))
            .WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount));
        Prop.ForAll(MutatedResponse.Any, Survives).Check(config);
        TestContext.Out.WriteLine($"{_results:N0} results, {_failures:N0} exceptions.");
        Assert.That(_results, Is.GreaterThan(_failures / 10), "Enough mutated responses must get past the JSON parser.");
    }

    [Test]
    public async Task Unmutated_bodies_are_valid()
    {
        foreach (var endpoint in Endpoint.All)
            Assert.That(await RunAsync(new MutatedResponse(endpoint, 200, [])), Is.True, endpoint.ToString());
    }

    private void Survives(MutatedResponse response)
    {
        if (RunAsync(response).GetAwaiter().GetResult())
            Interlocked.Increment(ref _results);
        else
            Interlocked.Increment(ref _failures);
    }

    // Returns whether the call returned a result.
    private async Task<bool> RunAsync(MutatedResponse response)
    {
        _handler.Begin(response);
        try
        {
            _ = JsonConvert.SerializeObject(await response.Endpoint.CallAsync(_client));
            return true;
        }
        catch (IntercomException)
        {
            return false;
        }
    }

    // Each concurrent call gets its own mutated response. Requests for further pages get an empty page, which ends the enumeration.
    private sealed class ResponseHandler : HttpMessageHandler
    {
        private static readonly byte[] End = """{"total_count":0}"""u8.ToArray();

        private readonly AsyncLocal<Queue<MutatedResponse>> _responses = new();

        public void Begin(MutatedResponse response) => _responses.Value = new Queue<MutatedResponse>([response]);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            _responses.Value!.TryDequeue(out var response)
                ? new HttpResponseMessage((HttpStatusCode)response.Status) { Content = new ByteArrayContent(response.Body) }
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(End) });
    }
}
