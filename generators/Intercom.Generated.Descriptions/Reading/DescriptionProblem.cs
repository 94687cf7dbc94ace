namespace Intercom.Generated.Descriptions;

/// <summary>The kinds of problems that prevent code generation from a description, its overlay, or the ledger.</summary>
public enum DescriptionProblemKind
{
    /// <summary>A file is not valid JSON or does not have the expected structure.</summary>
    InvalidFile,

    /// <summary>An overlay cannot be read or applied.</summary>
    InvalidOverlay,

    /// <summary>A <c>$ref</c> does not resolve.</summary>
    DanglingReference,

    /// <summary>An operation has no operationId.</summary>
    MissingOperationId,

    /// <summary>Two operations have the same operationId.</summary>
    DuplicateOperationId,

    /// <summary>A placeholder of a path template has no path parameter.</summary>
    UndeclaredPathParameter,

    /// <summary>Two schemas or operations would get the same C# name.</summary>
    NameCollision,

    /// <summary>The ledger does not have a name yet.</summary>
    MissingLedgerEntry,

    /// <summary>A required file is missing.</summary>
    MissingFile,

    /// <summary>An operation has no tag and is not recorded in the ledger.</summary>
    MissingTag,

    /// <summary>A facts file, such as search.json, does not have the expected structure.</summary>
    InvalidFacts,

    /// <summary>A part of the description is not supported and would be ignored.</summary>
    InvalidDescription,

    /// <summary>A name is not valid.</summary>
    InvalidName,
}

/// <summary>A problem with its location and remedy.</summary>
/// <param name="Kind">The kind of problem.</param>
/// <param name="Pointer">The JSON pointer of the place, with the overlay applied.</param>
/// <param name="Message">The problem and the remedy.</param>
/// <param name="Line">The one-based line in the description, or 0 if the overlay added the place.</param>
public sealed record DescriptionProblem(DescriptionProblemKind Kind, string Pointer, string Message, int Line)
{
    /// <summary>The name of the file that describes a version.</summary>
    public const string DescriptionFile = "description.json";

    /// <summary>Whether code cannot be generated. A missing name does not prevent it, because names are derived by rule.</summary>
    public bool PreventsGeneration => Kind is not (
        DescriptionProblemKind.MissingLedgerEntry or DescriptionProblemKind.MissingTag or DescriptionProblemKind.MissingOperationId);

    /// <summary>The name of the file that has the problem, and the JSON pointer in that file.</summary>
    public (string File, string Pointer) Place
    {
        get
        {
            // The pointer starts with a file name if the problem is not in the description.
            var start = Pointer.IndexOf('#');
            return start > 0 ? (Pointer.Substring(0, start), Pointer.Substring(start)) : (DescriptionFile, Pointer);
        }
    }
}
