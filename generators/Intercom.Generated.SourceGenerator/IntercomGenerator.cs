using System.Collections.Immutable;
using System.Text;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Jobs;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Search;
using Intercom.Generated.Descriptions.Webhooks;
using Intercom.Generated.SourceGenerator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generated.SourceGenerator;

/// <summary>
/// Generates a version of the SDK from its description, overlay, ledger, and documentation texts, which are additional files of the
/// project.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class IntercomGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var target = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => Namespace(options))
            .WithTrackingName(TrackingNames.Namespace);

        var files = context.AdditionalTextsProvider
            .Where(static text => InputFile.IsInput(text.Path))
            .Select(static (text, cancellationToken) => InputFile.Read(text, cancellationToken))
            .WithTrackingName(TrackingNames.Files)
            .Collect();

        var model = files
            .Select(static (inputs, _) => GeneratorInput.Read(inputs))
            .WithTrackingName(TrackingNames.Model);

        context.RegisterSourceOutput(
            model.Select(static (input, _) => (input.DescriptionPath, input.Model.Problems)).WithTrackingName(TrackingNames.Problems),
            static (output, problems) =>
            {
                foreach (var problem in problems.Problems)
                    output.ReportDiagnostic(DescriptionDiagnostics.Create(problem, problems.DescriptionPath));
            });

        var version = model.Select(static (input, _) => input.Model.Version).Combine(target).WithTrackingName(TrackingNames.Version);

        var clients = model.SelectMany(static (input, _) => input.Model.Clients.Select(WithoutFacts))
            .Combine(version)
            .WithTrackingName(TrackingNames.Clients);
        context.RegisterSourceOutput(clients, static (output, client) =>
            Add(output, $"{client.Left.Name}Client", ClientEmitter.Emit(client.Left, client.Right.Left, client.Right.Right)));

        var summaries = model
            .Select(
                static (input, _) => input.Model.Clients.Select(client => new ClientSummary(client.Name, client.Summary))
                    .ToEquatableArray())
            .Combine(version)
            .WithTrackingName(TrackingNames.IntercomClient);
        context.RegisterSourceOutput(summaries, static (output, input) =>
        {
            if (input.Left.Count > 0)
                Add(output, "IntercomClient", IntercomClientEmitter.Emit(input.Left, input.Right.Left, input.Right.Right));
        });

        var operations = model
            .Select(
                static (input, _) => input.Model.Clients.SelectMany(client => client.Operations)
                    .Select(OperationEntry.Of)
                    .ToEquatableArray())
            .Combine(version)
            .WithTrackingName(TrackingNames.Operations);
        context.RegisterSourceOutput(operations, static (output, input) =>
        {
            if (input.Left.Count > 0)
                Add(output, "IntercomOperations", OperationsEmitter.Emit(input.Left, input.Right.Left, input.Right.Right));
        });

        var unions = model.Select(static (input, _) => UnionEmitter.Declared(input.Model.Unions))
            .Combine(target)
            .WithTrackingName(TrackingNames.Unions);
        context.RegisterSourceOutput(unions, static (output, input) =>
        {
            if (input.Left.Count > 0)
                Add(output, "Unions", UnionEmitter.Emit(input.Left, input.Right));
        });

        var codecs = model.Select(static (input, _) => CodecModel.Of(input.Model)).Combine(target).WithTrackingName(TrackingNames.Codecs);
        context.RegisterSourceOutput(codecs, static (output, input) =>
        {
            if (input.Left.Objects.Count + input.Left.Unions.Count > 0)
                Add(output, "Codecs", CodecEmitter.Emit(input.Left, input.Right));
        });

        var enums = model.Select(static (input, _) => input.Model.Enums).Combine(target).WithTrackingName(TrackingNames.Enums);
        context.RegisterSourceOutput(enums, static (output, input) =>
        {
            if (input.Left.Count > 0)
                Add(output, "Enums", EnumEmitter.Emit(input.Left, input.Right));
        });

        var lookups = model.Select(static (input, _) => ContactLookupModel.Of(input.Model))
            .Combine(target)
            .WithTrackingName(TrackingNames.ContactLookups);
        context.RegisterSourceOutput(lookups, static (output, input) =>
        {
            if (input.Left is { } lookup)
                Add(output, "ContactsClientLookups", ContactLookupEmitter.Emit(lookup, input.Right));
        });

        var companies = model.Select(static (input, _) => CompanyLookupEmitter.IsFor(input.Model))
            .Combine(target)
            .WithTrackingName(TrackingNames.CompanyLookups);
        context.RegisterSourceOutput(companies, static (output, input) =>
        {
            if (input.Left)
                Add(output, "CompaniesClientLookups", CompanyLookupEmitter.Emit(input.Right));
        });

        SearchFields(context, model, version);
        Jobs(context, model, target);
        Webhooks(context, model, version);
    }

    // No C# of a client shows these facts, so a change in them runs no step for clients.
    private static ClientModel WithoutFacts(ClientModel client)
    {
        return client with { Operations = client.Operations.Select(Operation).ToEquatableArray() };

        static OperationModel Operation(OperationModel operation) => operation with
        {
            PathParameters = Parameters(operation.PathParameters),
            RequiredQuery = Parameters(operation.RequiredQuery),
            Options = operation.Options is { } options ? options with { Parameters = Parameters(options.Parameters) } : null,
            Body = operation.Body is { } body ? body with { Facts = ValueFacts.None } : null,
        };

        static EquatableArray<ParameterModel> Parameters(EquatableArray<ParameterModel> parameters) =>
            parameters.Select(parameter => parameter with { Facts = ValueFacts.None }).ToEquatableArray();
    }

    // The search facts are a separate file. A change in them runs only these steps, and other changes do not run these steps.
    private static void SearchFields(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<GeneratorInput> model,
        IncrementalValueProvider<(string Version, string Namespace)> version)
    {
        var file = context.AdditionalTextsProvider
            .Where(static text => InputFile.IsSearchFacts(text.Path))
            .Select(static (text, cancellationToken) => InputFile.Read(text, cancellationToken))
            .WithTrackingName(TrackingNames.SearchFile);

        var searches = model
            .Select(static (input, _) => input.Model.Clients.SelectMany(client => client.Operations)
                .Where(operation => MethodSignature.OfSearch(operation) is not null)
                .Select(operation => operation.Key).ToEquatableArray())
            .WithTrackingName(TrackingNames.SearchOperations);

        var facts = file.Combine(searches.Combine(version))
            .Select(static (input, _) =>
                (input.Left.Path, Facts: SearchFactsReader.Read(input.Left.Text, input.Right.Right.Version, input.Right.Left)))
            .WithTrackingName(TrackingNames.SearchFacts);
        ReportProblems(
            context, facts.Select(static (input, _) => (input.Path, input.Facts.Problems)).WithTrackingName(TrackingNames.SearchProblems));

        var fields = facts.SelectMany(static (input, _) => input.Facts.Searches)
            .Combine(version)
            .WithTrackingName(TrackingNames.SearchFields);
        context.RegisterSourceOutput(fields, static (output, input) =>
            Add(output, input.Left.Name, SearchFieldsEmitter.Emit(input.Left, input.Right.Version, input.Right.Namespace)));
    }

    // The facts about jobs are a separate file too.
    private static void Jobs(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<GeneratorInput> model,
        IncrementalValueProvider<string> target)
    {
        var file = context.AdditionalTextsProvider
            .Where(static text => InputFile.IsJobFacts(text.Path))
            .Select(static (text, cancellationToken) => InputFile.Read(text, cancellationToken))
            .WithTrackingName(TrackingNames.JobFile);

        var facts = file.Combine(model)
            .Select(static (input, _) => (input.Left.Path, Facts: JobFactsReader.Read(input.Left.Text, input.Right.Model)))
            .WithTrackingName(TrackingNames.JobFacts);
        ReportProblems(
            context, facts.Select(static (input, _) => (input.Path, input.Facts.Problems)).WithTrackingName(TrackingNames.JobProblems));

        var jobs = facts.SelectMany(static (input, _) => input.Facts.Jobs)
            .Combine(target)
            .WithTrackingName(TrackingNames.Jobs);
        context.RegisterSourceOutput(jobs, static (output, input) =>
            Add(output, $"{input.Left.Operation.Client}Jobs", JobsEmitter.Emit(input.Left, input.Right)));

        var batches = facts
            .SelectMany(static (input, _) => input.Facts.Batches.GroupBy(batch => batch.Client).Select(group => group.ToEquatableArray()))
            .Combine(target)
            .WithTrackingName(TrackingNames.Batches);
        context.RegisterSourceOutput(batches, static (output, input) =>
            Add(output, $"{input.Left[0].Client}Batches", BatchesEmitter.Emit(input.Left, input.Right)));
    }

    // Like the search facts, the topics of webhooks are a separate file.
    private static void Webhooks(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<GeneratorInput> model,
        IncrementalValueProvider<(string Version, string Namespace)> version)
    {
        var file = context.AdditionalTextsProvider
            .Where(static text => InputFile.IsWebhookFacts(text.Path))
            .Select(static (text, cancellationToken) => InputFile.Read(text, cancellationToken))
            .WithTrackingName(TrackingNames.WebhooksFile);

        var types = model
            .Select(static (input, _) => input.Model.Objects.Select(type => new WebhookItemType(type.Key, type.Name)).ToEquatableArray())
            .WithTrackingName(TrackingNames.WebhookItemTypes);

        // Without models, the description has a problem, which is reported.
        var facts = file.Combine(types.Combine(version))
            .Where(static input => input.Right.Left.Count > 0)
            .Select(static (input, _) =>
                (input.Left.Path, Facts: WebhookFactsReader.Read(input.Left.Text, input.Right.Right.Version, input.Right.Left)))
            .WithTrackingName(TrackingNames.WebhookFacts);
        ReportProblems(
            context, facts.Select(static (input, _) => (input.Path, input.Facts.Problems)).WithTrackingName(TrackingNames.WebhookProblems));

        var topics = facts.Select(static (input, _) => input.Facts.Topics).Combine(version).WithTrackingName(TrackingNames.Webhooks);
        context.RegisterSourceOutput(topics, static (output, input) =>
        {
            if (input.Left.Count > 0)
                Add(output, "IntercomWebhooks", WebhooksEmitter.Emit(input.Left, input.Right.Version, input.Right.Namespace));
        });
    }

    private static void ReportProblems(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<(string Path, EquatableArray<DescriptionProblem> Problems)> facts) =>
        context.RegisterSourceOutput(facts, static (output, input) =>
        {
            foreach (var problem in input.Problems)
                output.ReportDiagnostic(DescriptionDiagnostics.Create(problem, input.Path));
        });

    internal static string Namespace(AnalyzerConfigOptionsProvider options) =>
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out var name) && name.Length > 0 ? name : "Intercom.Generated";

    internal static void Add(SourceProductionContext output, string name, string text) =>
        output.AddSource($"{name}.g.cs", SourceText.From(text, Encoding.UTF8));
}

/// <summary>The tracking names of the steps. Tests use them to check which steps ran again.</summary>
internal static class TrackingNames
{
    public const string Namespace = nameof(Namespace);
    public const string Files = nameof(Files);
    public const string Model = nameof(Model);
    public const string Problems = nameof(Problems);
    public const string Version = nameof(Version);
    public const string Clients = nameof(Clients);
    public const string IntercomClient = nameof(IntercomClient);
    public const string Operations = nameof(Operations);
    public const string Unions = nameof(Unions);
    public const string Codecs = nameof(Codecs);
    public const string Enums = nameof(Enums);
    public const string ContactLookups = nameof(ContactLookups);
    public const string CompanyLookups = nameof(CompanyLookups);
    public const string SearchFile = nameof(SearchFile);
    public const string SearchOperations = nameof(SearchOperations);
    public const string SearchFacts = nameof(SearchFacts);
    public const string SearchProblems = nameof(SearchProblems);
    public const string SearchFields = nameof(SearchFields);
    public const string JobFile = nameof(JobFile);
    public const string JobFacts = nameof(JobFacts);
    public const string JobProblems = nameof(JobProblems);
    public const string Jobs = nameof(Jobs);
    public const string Batches = nameof(Batches);
    public const string WebhooksFile = nameof(WebhooksFile);
    public const string WebhookItemTypes = nameof(WebhookItemTypes);
    public const string WebhookFacts = nameof(WebhookFacts);
    public const string WebhookProblems = nameof(WebhookProblems);
    public const string Webhooks = nameof(Webhooks);
}

/// <summary>An additional file of the generator.</summary>
internal sealed record InputFile(string Path, string Text)
{
    public string Name => FileName(Path);

    public static InputFile Read(AdditionalText text, CancellationToken cancellationToken) =>
        new(text.Path, text.GetText(cancellationToken)?.ToString() ?? string.Empty);

    public static bool IsInput(string path) =>
        FileName(path) is "description.json" or Corrections.OwnFileName or Corrections.SharedFileName or "names.json" or "docs.json";

    public static bool IsSearchFacts(string path) => FileName(path) == SearchFactsReader.FileName;

    public static bool IsJobFacts(string path) => FileName(path) == JobFactsReader.FileName;
    public static bool IsWebhookFacts(string path) => FileName(path) == WebhookFactsReader.FileName;

    private static string FileName(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}

/// <summary>The input of the generator.</summary>
internal sealed record GeneratorInput(string DescriptionPath, ApiModel Model)
{
    public static GeneratorInput Read(ImmutableArray<InputFile> files)
    {
        // A project without these files, such as the runtime, is not the package of a version.
        if (files.IsEmpty)
            return new GeneratorInput(string.Empty, new ApiModel(string.Empty, default, default, default, default, default));

        var description = files.FirstOrDefault(file => file.Name == "description.json");
        if (description is null)
        {
            var problem = new DescriptionProblem(
                DescriptionProblemKind.MissingFile,
                "#",
                "The project has no description.json among its additional files. Set ApiVersion in the project to a folder in openapi/.",
                0);
            return new GeneratorInput(string.Empty, new ApiModel(string.Empty, default, default, default, default, new([problem])));
        }

        return new GeneratorInput(
            description.Path,
            ApiModelReader.Read(new DescriptionFiles(description.Text, Text(Corrections.OwnFileName), Text("names.json"), Text("docs.json"))
            {
                SharedOverlay = Text(Corrections.SharedFileName),
            }));

        string? Text(string name) => files.FirstOrDefault(file => file.Name == name)?.Text;
    }
}
