using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>Builds the model of a description.</summary>
public static class ApiModelBuilder
{
    /// <summary>Builds the model of a description.</summary>
    /// <param name="description">The description with its overlay applied.</param>
    /// <param name="ledger">The recorded names. Missing names are derived by rule and added to the ledger.</param>
    /// <param name="texts">The summaries.</param>
    /// <param name="published">The description without its overlays, or null if there are none.</param>
    public static ApiModel Build(JObject description, NameLedger ledger, DocumentationTexts texts, JObject? published = null)
    {
        // The builders rely on the grammar.
        var problems = DescriptionGrammar.FindProblems(description);
        if (problems.Count > 0)
            return new ApiModel(string.Empty, default, default, default, default, problems.ToEquatableArray());
        if (published is not null && DescriptionGrammar.FindProblems(published).Count > 0)
            published = null;

        var version = (string?)description["info"]?["version"] ?? string.Empty;
        var context = new BuildContext(SchemaNormalizer.Normalize(description), version, ledger, texts.For(version));
        var model = Build(context, published is null ? null : SchemaNormalizer.Normalize(published));
        return Checked(model, context.Problems, new DescriptionPlaces(description));
    }

    private static ApiModel Build(BuildContext context, JObject? published)
    {
        var lists = new ListFinder(context.Document);
        var built = new BuiltTypes(context);
        var types = new TypeBuilder(context, built);
        var names = new OperationNamer(context, lists);
        var operations = new OperationBuilder(
            context,
            names,
            new ParameterBuilder(context, types),
            new BodyBuilder(context, types),
            new PagingBuilder(context.Document, published, lists, types));

        var described = DescriptionOperations.Of(context.Document).ToList();
        var clients = described
            .Select(operation => (operation, name: names.Name(operation)))
            .GroupBy(entry => entry.name.Client, StringComparer.OrdinalIgnoreCase)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ClientModel(
                group.Key,
                context.Texts.Client(group.Select(entry => OperationNamer.Tag(entry.operation)).FirstOrDefault() ?? group.Key),
                group.Select(entry => operations.Operation(entry.operation, entry.name with { Client = group.Key })).ToEquatableArray()))
            .ToList();
        var kept = ((context.Document["components"]?["schemas"] as JObject)?.Properties() ?? [])
            .Where(schema => (bool?)schema.Value["x-keep"] == true)
            .Select(schema => types.Component(schema.Name))
            .ToList();

        OperationChecks.Report(context, described);
        return new ApiModel(
            context.Version,
            clients.ToEquatableArray(),
            built.Objects(operations.Requests, operations.Responses.Concat(kept)).ToEquatableArray(),
            built.Unions.ToEquatableArray(),
            built.Enums.ToEquatableArray(),
            default);
    }

    private static ApiModel Checked(ApiModel model, IEnumerable<DescriptionProblem> found, DescriptionPlaces places)
    {
        var problems = found.Select(Placed).Concat(NameCheck.Find(model, places)).Distinct().ToEquatableArray();
        // Text that is not a valid name must not reach generated code.
        return problems.Any(problem => problem.Kind == DescriptionProblemKind.InvalidName)
            ? new ApiModel(model.Version, default, default, default, default, problems)
            : model with { Problems = problems };

        // Problems of types carry a schema key. Users need the JSON pointer.
        DescriptionProblem Placed(DescriptionProblem problem) =>
            problem.Pointer.StartsWith("#", StringComparison.Ordinal)
                ? problem
                : problem with { Pointer = places.Find(problem.Pointer).Pointer.ToString() };
    }
}
