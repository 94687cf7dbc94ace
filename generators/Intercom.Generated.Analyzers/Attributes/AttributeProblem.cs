using Intercom.Generated.Descriptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generated.Analyzers.Attributes;

/// <summary>The class that was read, or its problems.</summary>
internal sealed record AttributeClassResult(AttributeClass? Class, EquatableArray<AttributeProblem> Problems)
{
    public static AttributeClassResult None { get; } = new(null, default);
}

/// <summary>A problem and its place. Unlike a <see cref="Diagnostic"/>, it does not keep a compilation alive.</summary>
internal sealed record AttributeProblem(string Id, string Path, TextSpan Span, LinePositionSpan Lines, EquatableArray<string> Arguments)
{
    public static AttributeProblem Of(DiagnosticDescriptor descriptor, Location? location, params string[] arguments)
    {
        var lines = location?.GetLineSpan() ?? default;
        return new AttributeProblem(
            descriptor.Id, lines.Path ?? string.Empty, location?.SourceSpan ?? default, lines.Span, arguments.ToEquatableArray());
    }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        AttributeDiagnostics.Of(Id),
        Path.Length > 0 ? Location.Create(Path, Span, Lines) : Location.None,
        [.. Arguments]);
}
