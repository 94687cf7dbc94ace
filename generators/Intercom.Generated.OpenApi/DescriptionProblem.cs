namespace Intercom.Generated.OpenApi;

/// <summary>The ways in which a description, its overlay or the ledger can be wrong for generation.</summary>
public enum DescriptionProblemKind
{
    /// <summary>A file is not valid JSON or not of the expected form.</summary>
    InvalidFile,

    /// <summary>An overlay cannot be read or applied.</summary>
    InvalidOverlay,

    /// <summary>A <c>$ref</c> points to nothing.</summary>
    DanglingReference,

    /// <summary>An operation has no operationId.</summary>
    MissingOperationId,

    /// <summary>Two operations have the same operationId.</summary>
    DuplicateOperationId,

    /// <summary>A placeholder of a path template has no path parameter.</summary>
    UndeclaredPathParameter,

    /// <summary>Two schemas or two operations would get the same C# name.</summary>
    NameCollision,

    /// <summary>A name that the ledger does not hold yet.</summary>
    MissingLedgerEntry,

    /// <summary>A file that generation needs was not given.</summary>
    MissingFile,

    /// <summary>An operation that is neither tagged nor recorded in the ledger.</summary>
    MissingTag,

    /// <summary>A facts file, such as search.json, is not of the expected form.</summary>
    InvalidFacts,

    /// <summary>A part of the description is not understood, so that it would be ignored.</summary>
    InvalidDescription,

    /// <summary>A text that has to be a name is not one.</summary>
    InvalidName,
}

/// <summary>One thing that is wrong, where, and what to do about it.</summary>
/// <param name="Kind">What kind of problem it is.</param>
/// <param name="Pointer">The JSON pointer of the place, after the overlay was applied.</param>
/// <param name="Message">What is wrong and the remedy.</param>
/// <param name="Line">The line in the description, from 1; 0 when the place came from the overlay.</param>
public sealed record DescriptionProblem(DescriptionProblemKind Kind, string Pointer, string Message, int Line);
