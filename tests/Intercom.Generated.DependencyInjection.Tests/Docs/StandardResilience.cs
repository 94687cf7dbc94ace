using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.DependencyInjection.Tests.Docs;

/// <summary>
/// Stands in for Microsoft.Extensions.Http.Resilience, which is not in every feed: it has the names that the page uses, and does what the page says of
/// the retries: three for any method, or for safe ones alone.
/// </summary>
internal static class StandardResilience
{
    public static IHttpClientBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<StandardResilienceOptions>? configure = null)
    {
        var options = new StandardResilienceOptions();
        configure?.Invoke(options);
        return builder.AddHttpMessageHandler(() => new Retrying(options.Retry));
    }

    public sealed class StandardResilienceOptions
    {
        public RetryOptions Retry { get; } = new();
    }

    public sealed class RetryOptions
    {
        public bool OnlySafeMethods { get; private set; }

        public void DisableForUnsafeHttpMethods() => OnlySafeMethods = true;
    }

    private sealed class Retrying(RetryOptions options) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var retries = options.OnlySafeMethods && request.Method == HttpMethod.Post ? 0 : 3;
            for (; ; retries--)
            {
                var answer = await base.SendAsync(request, cancellationToken);
                if (retries == 0 || (int)answer.StatusCode < 500)
                    return answer;
                answer.Dispose();
            }
        }
    }
}
