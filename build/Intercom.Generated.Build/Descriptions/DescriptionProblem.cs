namespace Intercom.Generated.Build.Descriptions;

/// <summary>Something that is wrong with a description, said so that the reader can repair it.</summary>
/// <param name="File">The file as the user knows it: a path, a URL or a repository-relative name.</param>
/// <param name="Pointer">The place as a JSON pointer (RFC 6901) in its fragment form, <c>#</c> for the whole document.</param>
/// <param name="Message">What is wrong, as a sentence.</param>
/// <param name="Remedy">What to do about it, as a sentence.</param>
internal sealed record DescriptionProblem(string File, string Pointer, string Message, string Remedy)
{
    /// <summary>The place in the YAML text, where it is known.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>What sets this problem apart from others, so that two documents can be compared problem by problem.</summary>
    /// <remarks>The message is no part of it: it may mention places that a correction moves.</remarks>
    public (DescriptionDefect Kind, string Pointer, string Subject) Identity => (Kind, Pointer, Subject);

    /// <summary>The kind of defect.</summary>
    public DescriptionDefect Kind { get; init; }

    /// <summary>What the defect is about when a place can have several: the name of a placeholder, the target of a reference.</summary>
    public string Subject { get; init; } = "";

    /// <inheritdoc />
    public override string ToString()
    {
        var position = Position is { } p ? $"({p.Line},{p.Column})" : "";
        return $"{File}{position}: {Pointer}: {Sentence(Message)} Remedy: {Sentence(Remedy)}";

        // Messages of libraries end as they like.
        static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";
    }
}

/// <summary>The kinds of defect that a description can have.</summary>
internal enum DescriptionDefect
{
    /// <summary>The description cannot be read or is not the one that was asked for.</summary>
    Unusable,

    /// <summary>A reference to something that the document does not contain.</summary>
    DanglingReference,

    /// <summary>A reference to another document.</summary>
    ExternalReference,

    /// <summary>Two operations with one operationId.</summary>
    DuplicateOperationId,

    /// <summary>A placeholder of a path template without a path parameter.</summary>
    UndeclaredPlaceholder,

    /// <summary>A number that JSON cannot express.</summary>
    NumberOutsideJson,
}

/// <summary>A line and a column in a text file, both counted from one.</summary>
internal sealed record SourcePosition(int Line, int Column);

/// <summary>Thrown when a description cannot be used; carries everything that was found, not only the first problem.</summary>
internal sealed class DescriptionException : Exception
{
    /// <summary>Creates the exception for one problem.</summary>
    public DescriptionException(DescriptionProblem problem, Exception? innerException = null)
        : this([problem], innerException)
    {
    }

    /// <summary>Creates the exception for several problems.</summary>
    public DescriptionException(IReadOnlyList<DescriptionProblem> problems, Exception? innerException = null)
        : base(string.Join(Environment.NewLine, problems), innerException)
    {
        Problems = problems;
    }

    /// <summary>The problems, in document order.</summary>
    public IReadOnlyList<DescriptionProblem> Problems { get; }
}
