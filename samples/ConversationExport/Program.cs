// Exports all conversations with all their parts, eight at a time, to a file with one conversation per line. A rate limiter keeps the
// program below Intercom's limit. Runs against the embedded fake Intercom. To run it against your own workspace, set
// INTERCOM_ACCESS_TOKEN.
//
//   dotnet run --project samples/ConversationExport -- conversations.jsonl

using Intercom.Generated;
using Intercom.Generated.Testing;
using Intercom.Generated.V2_16;

var file = args.Length > 0 ? args[0] : Path.Combine(AppContext.BaseDirectory, "conversations.jsonl");

using var fake = new FakeIntercom("2.16");
fake.AddConversations(120);
using var limiter = new IntercomRateLimiter();
var token = Environment.GetEnvironmentVariable("INTERCOM_ACCESS_TOKEN");
using var intercom = new IntercomClient(string.IsNullOrWhiteSpace(token)
    ? new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake, RateLimiter = limiter }
    : new IntercomClientOptions(token) { RateLimiter = limiter });

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

var exported = 0;
var deleted = 0;
var write = new Lock();
try
{
    // The list has no parts, so each conversation needs a call of its own.
    await using var output = File.Create(file);
    var parallel = new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = stop.Token };
    await Parallel.ForEachAsync(intercom.Conversations.ListAsync(), parallel, async (listed, cancellationToken) =>
    {
        byte[] line;
        try
        {
            Conversation conversation = await intercom.Conversations.GetAsync(listed.Id!, cancellationToken);
            line = IntercomJson.Write(conversation);
        }
        catch (IntercomNotFoundException)
        {
            Interlocked.Increment(ref deleted);     // since it was listed
            return;
        }

        lock (write)
        {
            output.Write(line);
            output.WriteByte((byte)'\n');
            if (++exported % 50 == 0)
                Console.WriteLine($"{exported} conversations");
        }
    });
    Console.WriteLine($"Done: {exported} conversations, {deleted} deleted in the meantime");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    Console.WriteLine($"Stopped after {exported} conversations.");
    return 1;
}
catch (IntercomException e)
{
    Console.WriteLine(e.Message);
    return 1;
}
