using Intercom.Generated.V2_14;

namespace Intercom.Generated.Faults.Tests;

/// <summary>The outcome of a call, as the table describes it.</summary>
/// <param name="Kind">The outcome without the number of attempts.</param>
/// <param name="Attempts">The number of attempts that the exception reports, or 0 if there was none.</param>
/// <param name="Requests">The number of requests that the server received.</param>
/// <param name="CountsAttempts">Whether each request is an attempt.</param>
internal sealed record FaultOutcome(string Kind, int Attempts, int Requests, bool CountsAttempts)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>Runs a call.</summary>
    /// <param name="requests">Gets the number of requests that the server received.</param>
    public static async Task<FaultOutcome> OfAsync(Uri address, IntercomClient client, Fault fault, Call call, Func<int> requests)
    {
        string kind;
        var attempts = 0;
        try
        {
            var found = await (call.RunAt?.Invoke(client, address, default) ?? call.Run(client, default));
            kind = found == call.Expected ? FaultTable.Result : FaultTable.AsSent;
        }
        catch (IntercomException e)
        {
            attempts = e.RetryCount + 1;
            AssertBounded(e);
            kind = e switch
            {
                IntercomApiException api => $"{e.GetType().Name}: {(int)api.StatusCode}",
                IntercomResponseException response => $"{e.GetType().Name}: {response.Problem}",
                _ => e.GetType().Name,
            };
        }
        catch (NotSupportedException e)
        {
            kind = e.GetType().Name;
        }

        return new FaultOutcome(kind, attempts, requests(), !fault.SendsFollowUpRequests);
    }

    public override string ToString()
    {
        var attempts = CountsAttempts ? Math.Max(Attempts, Requests) : Attempts;
        var text = attempts > 1 ? $"{Kind}, {attempts} attempts" : Kind;
        return CountsAttempts && Attempts > 0 && Attempts != Requests ? $"{text}, but {Requests} requests" : text;
    }

    // Server text in an exception ends up in logs.
    private static void AssertBounded(IntercomException thrown)
    {
        Assert.That(thrown.Message, Has.Length.LessThan(5_000));
        Assert.That(thrown.Message.Any(char.IsControl), Is.False);
        var id = (thrown as IntercomApiException)?.RequestId ?? (thrown as IntercomResponseException)?.Response.RequestId;
        Assert.That(id ?? "a", Does.Match("^[0-9A-Za-z._:-]{1,128}$"));
    }
}
