using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Intercom.Generated.Upgrade;

/// <summary>The replacement of an assignment in an initializer: other assignments, or an entry of a dictionary.</summary>
/// <param name="Assignments">The assignments.</param>
/// <param name="Dictionary">The property with the dictionary, or null if there is no entry.</param>
/// <param name="Entry">The entry.</param>
internal sealed record InitializerChange(IReadOnlyList<string> Assignments, string? Dictionary, string? Entry);

/// <summary>
/// The changes of an object initializer. All entries of a dictionary are set at once, because a property can be initialized only once.
/// </summary>
internal sealed class InitializerEdit
{
    private readonly Dictionary<int, Func<AssignmentExpressionSyntax, InitializerChange>> _changes = [];

    /// <summary>Adds the change of an assignment.</summary>
    public void Add(AssignmentExpressionSyntax assignment, Func<AssignmentExpressionSyntax, InitializerChange> change) =>
        _changes[((InitializerExpressionSyntax)assignment.Parent!).Expressions.IndexOf(assignment)] = change;

    /// <summary>Makes the changes.</summary>
    public InitializerExpressionSyntax Apply(InitializerExpressionSyntax initializer)
    {
        var expressions = new List<ExpressionSyntax>();
        var entries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (var i = 0; i < initializer.Expressions.Count; i++)
        {
            var expression = initializer.Expressions[i];
            if (!_changes.TryGetValue(i, out var change))
            {
                expressions.Add(expression);
                continue;
            }

            var changed = change((AssignmentExpressionSyntax)expression);
            expressions.AddRange(changed.Assignments.Select(text => Parsed(text, expression)));
            if (changed.Dictionary is null)
                continue;
            if (!entries.TryGetValue(changed.Dictionary, out var others))
            {
                entries[changed.Dictionary] = others = [];
                // The place of the entries, which are not all known yet.
                if (!initializer.Expressions.Any(other => Target(other) == changed.Dictionary))
                    expressions.Add(Parsed($"{changed.Dictionary} = {{ }}", expression));
            }

            others.Add(changed.Entry!);
        }

        return With(initializer, [.. expressions.Select(expression => Filled(expression, entries))]);
    }

    /// <summary>Replaces the expressions. Existing separators stay, because they can end a line.</summary>
    public static InitializerExpressionSyntax With(InitializerExpressionSyntax initializer, IReadOnlyList<ExpressionSyntax> expressions)
    {
        var count = Math.Max(0, expressions.Count - 1);
        var separators = initializer.Expressions.GetSeparators().Take(count).ToList();
        while (separators.Count < count)
            separators.Add(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        return initializer.WithExpressions(SyntaxFactory.SeparatedList(expressions, separators))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static ExpressionSyntax Filled(ExpressionSyntax expression, Dictionary<string, List<string>> entries)
    {
        if (expression is not AssignmentExpressionSyntax { Right: InitializerExpressionSyntax existing }
            || Target(expression) is not { } target
            || !entries.TryGetValue(target, out var added))
        {
            return expression;
        }

        var all = existing.Expressions.Select(entry => entry.ToString()).Concat(added);
        return Parsed($"{target} = {{ {string.Join(", ", all)} }}", expression);
    }

    private static string? Target(ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } ? target.Identifier.ValueText : null;

    // An initializer is an expression only as part of an object creation.
    private static ExpressionSyntax Parsed(string assignment, SyntaxNode original) =>
        ((ObjectCreationExpressionSyntax)SyntaxFactory.ParseExpression($"new X {{ {assignment} }}")).Initializer!.Expressions[0]
            .WithTriviaFrom(original)
            .WithAdditionalAnnotations(Formatter.Annotation);
}
