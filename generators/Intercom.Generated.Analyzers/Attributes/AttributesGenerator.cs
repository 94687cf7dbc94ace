using System.Text;
using Intercom.Generated.Descriptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Intercom.Generated.Analyzers.Attributes;

/// <summary>
/// Generates the members of classes with [IntercomAttributes]. Each class is read alone, so an edit generates only the code of the class
/// that it changed, and an edit that only moves a class generates nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class AttributesGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var read = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                AttributeClassReader.ClassAttribute,
                static (node, _) => node is TypeDeclarationSyntax,
                static (target, cancellationToken) => AttributeClassReader.Read(target, cancellationToken))
            .WithTrackingName(AttributeSteps.Read);

        var problems = read.SelectMany(static (result, _) => result.Problems).WithTrackingName(AttributeSteps.Problems);
        context.RegisterSourceOutput(problems, static (output, problem) => output.ReportDiagnostic(problem.ToDiagnostic()));

        var classes = read.SelectMany(static (result, _) => result.Class is { } found ? new[] { found } : [])
            .WithTrackingName(AttributeSteps.Classes);
        var ambiguous = classes.Collect()
            .Select(static (all, _) => all.GroupBy(item => item.FileName, StringComparer.OrdinalIgnoreCase)
                .Where(group => group.Count() > 1).Select(group => group.Key).ToEquatableArray())
            .WithTrackingName(AttributeSteps.AmbiguousFileNames);
        context.RegisterSourceOutput(
            classes.Combine(ambiguous).WithTrackingName(AttributeSteps.Files),
            static (output, file) => output.AddSource(
                $"{FileName(file.Left, file.Right)}.g.cs", SourceText.From(AttributeClassEmitter.Emit(file.Left), Encoding.UTF8)));
    }

    // Names of generated files ignore case, but names of classes don't.
    private static string FileName(AttributeClass item, EquatableArray<string> ambiguous) =>
        ambiguous.Contains(item.FileName, StringComparer.OrdinalIgnoreCase) ? $"{item.FileName}.{item.FullNameHash:x8}" : item.FileName;
}
