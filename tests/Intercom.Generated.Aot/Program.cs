// Calls the embedded fake from native code, to verify that the packages work when compiled ahead of time. It also runs as a regular
// program, with the same result.

using Intercom.Generated.Aot;

var checks = new Checks();
await checks.RunAsync("contacts", People.ContactsAsync);
await checks.RunAsync("companies", People.CompaniesAsync);
await checks.RunAsync("tags and notes", People.TagsAndNotesAsync);
await checks.RunAsync("conversations", Support.ConversationsAsync);
await checks.RunAsync("messages", Support.MessagesAsync);
await checks.RunAsync("tickets", Support.TicketsAsync);
await checks.RunAsync("articles", Content.ArticlesAsync);
await checks.RunAsync("data attributes and events", Content.DataAsync);
await checks.RunAsync("activity logs", Content.ActivityLogsAsync);
await checks.RunAsync("open enums and unknown properties", Json.DeviationsAsync);
await checks.RunAsync("JSON outside of calls", Json.ValuesAsync);
await checks.RunAsync("types without a codec", Json.OwnTypesAsync);
await checks.RunAsync("System.Text.Json", Serializers.SystemTextJsonAsync);
#if JSON_CONVERT
await checks.RunAsync("Newtonsoft.Json", Serializers.NewtonsoftAsync);
#endif
await checks.RunAsync("errors", Failures.ErrorsAsync);
await checks.RunAsync("retries", Failures.RetriesAsync);
await checks.RunAsync("upload", Transfers.UploadAsync);
await checks.RunAsync("download", Transfers.DownloadAsync);
await checks.RunAsync("event stream", Transfers.EventsAsync);
await checks.RunAsync("custom operations", Transfers.OwnOperationAsync);
await checks.RunAsync("version negotiation", Versions.NegotiationAsync);
await checks.RunAsync("catalog", Versions.CatalogAsync);
await checks.RunAsync("container", Container.RegistrationAsync);
await checks.RunAsync("settings", Container.SettingsAsync);

Console.WriteLine($"{checks.Passed} checks passed{(checks.Failed == 0 ? string.Empty : $", {checks.Failed} failed")}");
return checks.Failed == 0 ? 0 : 1;
