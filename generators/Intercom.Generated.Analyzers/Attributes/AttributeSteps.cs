namespace Intercom.Generated.Analyzers.Attributes;

/// <summary>The names of the steps of <see cref="AttributesGenerator"/>, for tests of what an edit runs again.</summary>
public static class AttributeSteps
{
    /// <summary>Reads a class.</summary>
    public const string Read = nameof(Read);

    /// <summary>The problems of all classes.</summary>
    public const string Problems = nameof(Problems);

    /// <summary>The classes without a problem.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>The names of files that several classes would have.</summary>
    public const string AmbiguousFileNames = nameof(AmbiguousFileNames);

    /// <summary>The files to generate.</summary>
    public const string Files = nameof(Files);
}
