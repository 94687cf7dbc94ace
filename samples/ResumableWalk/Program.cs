// Walks over all conversations page by page and can be stopped at any time, by Ctrl+C or otherwise: the next run goes on where this one
// was. Runs against the embedded fake Intercom, or against your own workspace with INTERCOM_ACCESS_TOKEN (and INTERCOM_REGION: us, eu
// or au) set.
//
//   dotnet run --project samples/ResumableWalk -- 3    stops after three pages
//   dotnet run --project samples/ResumableWalk         goes on and walks to the end

using Intercom.Generated;
using Intercom.Generated.V2_16;
using ResumableWalk;
using Spectre.Console;

AnsiConsole.Profile.Capabilities.Ansi &= !Console.IsOutputRedirected;

const int PageSize = 50;
var pagesUntilStop = args.Length > 0 ? int.Parse(args[0]) : int.MaxValue;

using var workspace = Workspace.Open();
var checkpoint = Checkpoint.Load(workspace.CheckpointFile);
AnsiConsole.MarkupLineInterpolated(checkpoint.Continuation is { } place
    ? (FormattableString)$"[bold]Going on[/] after {checkpoint.Items} conversations, at {place}"
    : $"[bold]Starting[/] at the first page of {workspace.Name}");

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
        // 1. Do what is to be done with the page. It may come a second time, so what is done has to be repeatable: write by id.
        AnsiConsole.MarkupLineInterpolated($"{page.Items.Count} conversations: {string.Join(", ", page.Items.Take(3).Select(conversation => conversation.Id))} ...");

        // 2. Only now save where the next page starts. A run that is stopped in between reads this page again; the other way round it
        //    would be lost.
        checkpoint = new Checkpoint(page.Continuation, checkpoint.Items + page.Items.Count, requests);
        checkpoint.Save(workspace.CheckpointFile);

        // 3. On to the next page.
        if (--pagesUntilStop == 0)
            stop.Cancel();
        if (page.Continuation is not null)
            stop.Token.ThrowIfCancellationRequested();
    }

    // The whole list is done: the next run starts again.
    File.Delete(workspace.CheckpointFile);
    AnsiConsole.MarkupLineInterpolated($"[green]Done:[/] {checkpoint.Items} conversations in {requests} requests");
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // The page that was fetched ahead will be asked for again: one request more for each stop.
    AnsiConsole.MarkupLineInterpolated($"[yellow]Stopped:[/] {checkpoint.Items} conversations in {requests} requests so far. Run again to go on.");
    return 0;
}
catch (IntercomPagingException e)
{
    // Going on would read the same pages again.
    AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
    return 1;
}
catch (IntercomException e)
{
    // The page at which the walk failed can be asked for again. Without a Continuation no page was read yet, or it is a scroll, which has
    // to start from the beginning.
    checkpoint = e.Continuation is null ? new Checkpoint(null, 0, requests) : checkpoint with { Continuation = e.Continuation, Requests = requests };
    checkpoint.Save(workspace.CheckpointFile);
    AnsiConsole.MarkupLineInterpolated($"[red]{e.Message}[/]");
    AnsiConsole.MarkupLineInterpolated($"Run again to go on {(e.Continuation is null ? "from the beginning" : $"at {e.Continuation}")}.");
    return 1;
}
