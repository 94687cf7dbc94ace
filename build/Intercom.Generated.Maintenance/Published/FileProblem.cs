namespace Intercom.Generated.Maintenance.Published;

/// <summary>A problem of a file, with its location and remedy.</summary>
/// <param name="File">The file, as the user knows it: a path, a URL, or a name relative to the repository.</param>
/// <param name="Pointer">The JSON pointer (RFC 6901) in fragment form. <c>#</c> is the whole document.</param>
/// <param name="Message">A sentence that describes the problem.</param>
/// <param name="Remedy">A sentence that states the remedy.</param>
internal sealed record FileProblem(string File, string Pointer, string Message, string Remedy)
{
    /// <summary>The position in the text, if it is known.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>The identity of the problem, for comparing the problems of two documents.</summary>
    /// <remarks>The message is not part of the identity, because it can mention places that a correction moves.</remarks>
    public (DescriptionDefect Kind, string Pointer, string Subject) Identity => (Kind, Pointer, Subject);

    /// <summary>The kind of defect.</summary>
    public DescriptionDefect Kind { get; init; }

    /// <summary>The subject of the defect, if a place can have several: the name of a placeholder, or the target of a reference.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The description for which a correction was skipped, if the problem is a note about a correction.</summary>
    public string? SkippedFor { get; init; }

    /// <inheritdoc />
    public override string ToString()
    {
        var position = Position is { } p ? $"({p.Line},{p.Column})" : "";
        return $"{File}{position}: {Pointer}: {Sentence(Message)} Remedy: {Sentence(Remedy)}";

        // Messages of libraries can lack the period.
        static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
    }
}

/// <summary>The kinds of defects of a description.</summary>
internal enum DescriptionDefect
{
    /// <summary>The description cannot be read or is for another version.</summary>
    Unusable,

    /// <summary>A reference that does not resolve.</summary>
    DanglingReference,

    /// <summary>A reference to another document.</summary>
    ExternalReference,

    /// <summary>Two operations with the same operationId.</summary>
    DuplicateOperationId,

    /// <summary>A placeholder of a path template without a path parameter.</summary>
    UndeclaredPlaceholder,

    /// <summary>An operation without responses.</summary>
    NoResponses,

    /// <summary>A number that JSON cannot express.</summary>
    NumberOutsideJson,
}

/// <summary>A one-based line and column in a text file.</summary>
internal sealed record SourcePosition(int Line, int Column);

/// <summary>Thrown if a description cannot be used. Contains all problems, not only the first one.</summary>
internal sealed class DescriptionException : Exception
{
    /// <summary>Creates the exception for one problem.</summary>
    public DescriptionException(FileProblem problem, Exception? innerException = null)
        : this([problem], innerException)
    {
    }

    /// <summary>Creates the exception for several problems.</summary>
    public DescriptionException(IReadOnlyList<FileProblem> problems, Exception? innerException = null)
        : base(string.Join(Environment.NewLine, problems), innerException)
    {
        Problems = problems;
    }

    /// <summary>The problems, in document order.</summary>
    public IReadOnlyList<FileProblem> Problems { get; }
}
