using Intercom.Generated.Descriptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generated.SourceGenerator;

/// <summary>The diagnostics for the problems of a description.</summary>
internal static class DescriptionDiagnostics
{
    private const string Category = "Description";

    public static readonly DiagnosticDescriptor InvalidFile = Error("INTERCOM0001", "A file of the description cannot be read");
    public static readonly DiagnosticDescriptor InvalidOverlay = Error("INTERCOM0002", "The overlay does not fit the description");
    public static readonly DiagnosticDescriptor DanglingReference = Error("INTERCOM0003", "A reference points to nothing");
    public static readonly DiagnosticDescriptor MissingOperationId = Error("INTERCOM0004", "An operation has no operationId");
    public static readonly DiagnosticDescriptor DuplicateOperationId = Error("INTERCOM0005", "An operationId is used twice");
    public static readonly DiagnosticDescriptor UndeclaredPathParameter = Error("INTERCOM0006", "A path placeholder is not declared");
    public static readonly DiagnosticDescriptor NameCollision = Error("INTERCOM0007", "Two things have one name");
    public static readonly DiagnosticDescriptor MissingLedgerEntry = new(
        "INTERCOM0008", "A name is not recorded", "{0}: {1}", Category, DiagnosticSeverity.Warning, isEnabledByDefault: true);
    public static readonly DiagnosticDescriptor MissingFile = Error("INTERCOM0009", "A file of the description is missing");
    public static readonly DiagnosticDescriptor MissingTag = Error("INTERCOM0010", "An operation has no tag");
    public static readonly DiagnosticDescriptor InvalidFacts = Error("INTERCOM0011", "A facts file is not of the expected form");
    public static readonly DiagnosticDescriptor InvalidDescription = Error("INTERCOM0012", "A part of the description is not understood");
    public static readonly DiagnosticDescriptor InvalidName = Error("INTERCOM0013", "A text is not a name");

    public static Diagnostic Create(DescriptionProblem problem, string descriptionPath)
    {
        var line = new LinePosition(Math.Max(0, problem.Line - 1), 0);
        var location = problem.Line == 0 ? Location.None : Location.Create(descriptionPath, default, new LinePositionSpan(line, line));
        return Diagnostic.Create(Descriptor(problem.Kind), location, problem.Pointer, problem.Message);
    }

    private static DiagnosticDescriptor Descriptor(DescriptionProblemKind kind) => kind switch
    {
        DescriptionProblemKind.InvalidOverlay => InvalidOverlay,
        DescriptionProblemKind.DanglingReference => DanglingReference,
        DescriptionProblemKind.MissingOperationId => MissingOperationId,
        DescriptionProblemKind.DuplicateOperationId => DuplicateOperationId,
        DescriptionProblemKind.UndeclaredPathParameter => UndeclaredPathParameter,
        DescriptionProblemKind.NameCollision => NameCollision,
        DescriptionProblemKind.MissingLedgerEntry => MissingLedgerEntry,
        DescriptionProblemKind.MissingFile => MissingFile,
        DescriptionProblemKind.MissingTag => MissingTag,
        DescriptionProblemKind.InvalidFacts => InvalidFacts,
        DescriptionProblemKind.InvalidDescription => InvalidDescription,
        DescriptionProblemKind.InvalidName => InvalidName,
        _ => InvalidFile,
    };

    private static DiagnosticDescriptor Error(string id, string title) =>
        new(id, title, "{0}: {1}", Category, DiagnosticSeverity.Error, isEnabledByDefault: true);
}
