// Reads all conversations page by page. You can stop it at any time, for example with Ctrl+C. The next run resumes where this one stopped.
// Runs against the embedded fake Intercom. To run it against your own workspace, set INTERCOM_ACCESS_TOKEN (and INTERCOM_REGION: us, eu,
// or au).
//
//   dotnet run --project samples/ResumableWalk -- 3    stops after three pages
//   dotnet run --project samples/ResumableWalk         resumes and reads to the end

using Intercom.Generated;
using Intercom.Generated.V2_16;
using ResumableWalk;
using Spectre.Console;

AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

const int PageSize = 50;
var pagesUntilStop = args.Length > 0 ? int.Parse(args[0]) : int.MaxValue;

using var workspace = Workspace.Open();
var checkpoint = Checkpoint.Load(workspace.CheckpointFile);
AnsiConsole.MarkupLineInterpolated(checkpoint.Continuation is { } position
    ? (FormattableString)$"[bold]Resuming[/] after {checkpoint.Items} conversations, at {position}"
    : $"[bold]Starting[/] with the first page of {workspace.Name}");

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    stop.Cancel();
};

var requests = checkpoint.Requests;
var options = new RequestOptions { OnResponse = _ => requests++ };
try
{
    var conversations = workspace.Intercom.Conversations.ListAsync(options, stop.Token);
    await foreach (IntercomPage<ConversationListItem> page in conversations.AsPages(checkpoint.Continuation, PageSize))
    {
        // 1. Process the page. A page can be processed twice, so processing must be idempotent. For example, write records by ID.
        var ids = page.Items.Take(3).Select(conversation => conversation.Id);
        AnsiConsole.MarkupLineInterpolated($"{page.Items.Count} conversations: {string.Join(", ", ids)} ...");

        // 2. Only then save the position of the next page. If the program stops between these steps, the next run reads this page again.
        //    In the opposite order, the page would be lost.
        checkpoint = new Checkpoint(page.Continuation, checkpoint.Items + page.Items.Count, requests);
        checkpoint.Save(workspace.CheckpointFile);

        // 3. Continue with the next page, or stop.
        if (--pagesUntilStop == 0)
            stop.Cancel();
        if (page.Continuation is not null)
            stop.Token.ThrowIfCancellationRequested();
    }

    // The list is complete, so the next run starts from the beginning.
    File.Delete(workspace.CheckpointFile);
    AnsiConsole.MarkupLineInterpolated($"[green]Done:[/] {checkpoint.Items} conversations in {requests} requests");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // The page that was fetched ahead is requested again by the next run. Each stop costs one additional request.
    AnsiConsole.MarkupLineInterpolated(
        $"[yellow]Stopped:[/] {checkpoint.Items} conversations in {requests} requests so far. Run again to resume.");
    return 0;
}
catch (IntercomPagingException e)
{
    // The list repeats itself, so resuming would read the same pages again.
    AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
    return 1;
}
catch (IntercomException e)
{
    // The next run can request the failed page again. Continuation is null if no page was read yet, or for a scroll, which has to start
    // from the beginning.
    checkpoint = e.Continuation is null
        ? new Checkpoint(null, 0, requests)
        : checkpoint with { Continuation = e.Continuation, Requests = requests };
    checkpoint.Save(workspace.CheckpointFile);
    AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
    AnsiConsole.MarkupLineInterpolated($"Run again to resume {(e.Continuation is null ? "from the beginning" : $"at {e.Continuation}")}.");
    return 1;
}
