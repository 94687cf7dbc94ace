using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Intercom.Generated.Tests;
using Intercom.Generated.V2_14;
using Newtonsoft.Json;

namespace Intercom.Generated.Faults.Tests;

/// <summary>Whatever a server sends, a call gives a result that can be written again, or fails with an exception of the package.</summary>
[NonParallelizable]
internal sealed class MutationTests : IDisposable
{
    private readonly AnswerHandler _handler = new();
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
    public void Only_exceptions_of_the_package_escape()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(LongTests.Size(20_000, 1_000_000)).WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount));
        Prop.ForAll(MutatedAnswer.Any, Survives).Check(config);
        TestContext.Out.WriteLine($"{_results:N0} results, {_failures:N0} exceptions.");
        Assert.That(_results, Is.GreaterThan(_failures / 10), "Most mutations should get further than the parser.");
    }

    [Test]
    public async Task Bodies_are_valid_before_they_are_changed()
    {
        foreach (var endpoint in Endpoint.All)
            Assert.That(await RunAsync(new MutatedAnswer(endpoint, 200, [])), Is.True, endpoint.ToString());
    }

    private void Survives(MutatedAnswer answer)
    {
        if (RunAsync(answer).GetAwaiter().GetResult())
            Interlocked.Increment(ref _results);
        else
            Interlocked.Increment(ref _failures);
    }

    // Whether there was a result.
    private async Task<bool> RunAsync(MutatedAnswer answer)
    {
        _handler.Begin(answer);
        try
        {
            _ = JsonConvert.SerializeObject(await answer.Endpoint.CallAsync(_client));
            return true;
        }
        catch (IntercomException)
        {
            return false;
        }
    }

    // One answer for each of the calls that run at the same time; a walk that goes on finds an empty page, which is its end.
    private sealed class AnswerHandler : HttpMessageHandler
    {
        private static readonly byte[] End = """{"total_count":0}"""u8.ToArray();

        private readonly AsyncLocal<Queue<MutatedAnswer>> _answers = new();

        public void Begin(MutatedAnswer answer) => _answers.Value = new Queue<MutatedAnswer>([answer]);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            _answers.Value!.TryDequeue(out var answer)
                ? new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new ByteArrayContent(answer.Body) }
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(End) });
    }
}
