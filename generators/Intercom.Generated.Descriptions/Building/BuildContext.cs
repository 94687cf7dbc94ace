using Intercom.Generated.Descriptions.Naming;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions;

/// <summary>The inputs that all builders of a model share, and the problems that they find.</summary>
/// <param name="Document">The normalized description.</param>
/// <param name="Version">The API version.</param>
/// <param name="Ledger">The recorded names. Missing names are derived by rule and added.</param>
/// <param name="Texts">The summaries of the version.</param>
internal sealed record BuildContext(JObject Document, string Version, NameLedger Ledger, DocumentationTexts Texts)
{
    public MemberNaming Members { get; } = new(Ledger);

    public List<DescriptionProblem> Problems { get; } = [];

    /// <summary>Reports a problem of an operation.</summary>
    public void Report(DescriptionProblemKind kind, DescribedOperation operation, string message) =>
        Problems.Add(new DescriptionProblem(
            kind, operation.Pointer, $"{operation.Method} {operation.Path}: {message}", ((IJsonLineInfo)operation.Node).LineNumber));

    /// <summary>Reports a problem of a schema.</summary>
    /// <param name="kind">The kind of problem.</param>
    /// <param name="key">The key of the schema in the ledger.</param>
    /// <param name="message">The problem and the remedy.</param>
    /// <param name="schema">The schema, if the problem is on its line.</param>
    public void Report(DescriptionProblemKind kind, string key, string message, JObject? schema = null) =>
        Problems.Add(new DescriptionProblem(kind, key, message, ((IJsonLineInfo?)schema)?.LineNumber ?? 0));
}
