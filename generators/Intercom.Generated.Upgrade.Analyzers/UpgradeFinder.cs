using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Intercom.Generated.Upgrade;

/// <summary>Finds the code that the next version affects.</summary>
internal static class UpgradeFinder
{
    /// <summary>The name of a conversion in the data.</summary>
    public const string Conversion = "op_Implicit";

    /// <summary>The kinds of nodes that can be affected.</summary>
    public static readonly SyntaxKind[] Kinds =
    [
        SyntaxKind.IdentifierName,
        SyntaxKind.GenericName,
        SyntaxKind.ObjectCreationExpression,
        SyntaxKind.ImplicitObjectCreationExpression,
        SyntaxKind.MethodDeclaration,
        SyntaxKind.PropertyDeclaration,
    ];

    /// <summary>Returns the changes that affect a node.</summary>
    public static IEnumerable<UpgradeUse> At(
        SyntaxNode node, SemanticModel model, UpgradeSteps steps, CancellationToken cancellationToken) =>
        node switch
        {
            SimpleNameSyntax name when steps.MayAffect(name.Identifier.ValueText) => AtName(name, model, steps, cancellationToken),
            BaseObjectCreationExpressionSyntax creation => AtCreation(creation, model, steps, cancellationToken),
            MethodDeclarationSyntax method when IsOverride(method, method.Identifier, steps) =>
                AtOverride(method.Identifier, model.GetDeclaredSymbol(method, cancellationToken)?.OverriddenMethod, node, steps),
            PropertyDeclarationSyntax property when IsOverride(property, property.Identifier, steps) =>
                AtOverride(property.Identifier, model.GetDeclaredSymbol(property, cancellationToken)?.OverriddenProperty, node, steps),
            _ => [],
        };

    /// <summary>Returns the changes that affect the creation of a union from a case, which the code need not name.</summary>
    public static IEnumerable<UpgradeUse> AtConversion(IOperation operation, UpgradeSteps steps)
    {
        var method = operation switch
        {
            IConversionOperation conversion => conversion.OperatorMethod,
            IObjectCreationOperation { Constructor: { Parameters.Length: 1 } constructor } => constructor,
            _ => null,
        };
        if (method is null || steps.Of(method.ContainingType) is not { } step)
            return [];
        var operand = CaseName(method.Parameters[0].Type);
        return step.Items[(method.ContainingType.Name, Conversion)].Where(item => item.Parameter == operand)
            .Select(item => new UpgradeUse(step, item, operation.Syntax, operation.Syntax.GetLocation()));
    }

    // Arrays and lists are the same case.
    private static string CaseName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"IList<{Name(array.ElementType)}>",
        INamedTypeSymbol { TypeArguments.Length: 1 } list => $"IList<{Name(list.TypeArguments[0])}>",
        _ => Name(type),
    };

    private static string Name(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    private static IEnumerable<UpgradeUse> AtName(
        SimpleNameSyntax name, SemanticModel model, UpgradeSteps steps, CancellationToken cancellationToken)
    {
        var info = model.GetSymbolInfo(name, cancellationToken);
        // A name that is not called, as in nameof, stands for all overloads.
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        if (symbol is INamespaceSymbol version)
        {
            var named = version.ToDisplayString();
            foreach (var step in steps.All.Where(step => step.FromNamespace == named))
                yield return new UpgradeUse(step, null, name, name.GetLocation());
            yield break;
        }

        foreach (var (step, item) in Find(symbol, steps))
        {
            if (item.Place != UpgradePlace.New
                && Affects(item, name, model)
                && !IsPartOfAffectedCall(name, model, steps, cancellationToken))
            {
                yield return new UpgradeUse(step, item, name, name.GetLocation());
            }
        }
    }

    private static bool Affects(UpgradeItem item, SimpleNameSyntax name, SemanticModel model)
    {
        if (item.Place != UpgradePlace.Set && item.Verb != UpgradeVerbs.Case)
            return true;
        var value = AssignedValue(name);
        if (item.Place == UpgradePlace.Set)
            return value is not null;
        // The old type converts to the new one, unless it is null. An object without a type name would get the new type.
        return value is null || UntypedCreations(value).Any() || IsMaybeNull(value, model);
    }

    /// <summary>Whether a value can be null. The literal null is not counted, because it has every type.</summary>
    public static bool IsMaybeNull(ExpressionSyntax value, SemanticModel model) =>
        !value.IsKind(SyntaxKind.NullLiteralExpression)
        && model.GetTypeInfo(value) is { Type: not null, Nullability.FlowState: NullableFlowState.MaybeNull };

    /// <summary>Returns the value that is assigned to a member, or null if the name is not the target of an assignment.</summary>
    public static ExpressionSyntax? AssignedValue(SimpleNameSyntax name)
    {
        SyntaxNode target = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target ? assignment.Right : null;
    }

    /// <summary>Returns the <c>new()</c> expressions that get their type from the target of an assignment.</summary>
    public static IEnumerable<ImplicitObjectCreationExpressionSyntax> UntypedCreations(ExpressionSyntax value) => value switch
    {
        ImplicitObjectCreationExpressionSyntax creation => [creation],
        ParenthesizedExpressionSyntax inner => UntypedCreations(inner.Expression),
        ConditionalExpressionSyntax choice => UntypedCreations(choice.WhenTrue).Concat(UntypedCreations(choice.WhenFalse)),
        SwitchExpressionSyntax choice => choice.Arms.SelectMany(arm => UntypedCreations(arm.Expression)),
        _ => [],
    };

    // In client.Calls.GetAsync(), the removed method says more than the removed client.
    private static bool IsPartOfAffectedCall(
        SimpleNameSyntax name, SemanticModel model, UpgradeSteps steps, CancellationToken cancellationToken)
    {
        if (name.Parent is not ExpressionSyntax expression)
            return false;
        var member = (name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access.Parent : expression) switch
        {
            MemberAccessExpressionSyntax outer when outer.Name != name => outer.Name,
            ConditionalAccessExpressionSyntax
            {
                WhenNotNull: InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding },
            } => binding.Name,
            _ => null,
        };
        return member is not null
            && steps.MayAffect(member.Identifier.ValueText)
            && model.GetSymbolInfo(member, cancellationToken).Symbol is IMethodSymbol method
            && Find(method, steps).Any();
    }

    private static IEnumerable<UpgradeUse> AtCreation(
        BaseObjectCreationExpressionSyntax creation, SemanticModel model, UpgradeSteps steps, CancellationToken cancellationToken)
    {
        if (model.GetTypeInfo(creation, cancellationToken).Type is not INamedTypeSymbol type || steps.Of(type) is not { } step)
            yield break;
        var location = creation is ObjectCreationExpressionSyntax named ? named.Type.GetLocation() : creation.NewKeyword.GetLocation();
        foreach (var item in step.CreationItems[type.Name])
        {
            if (!IsSet(creation, item.Member!))
                yield return new UpgradeUse(step, item, creation, location);
        }
    }

    // Set in the initializer, or by a later statement of the block that declares the variable.
    private static bool IsSet(BaseObjectCreationExpressionSyntax creation, string member)
    {
        if (creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == member) == true)
        {
            return true;
        }

        return creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            && variable.FirstAncestorOrSelf<BlockSyntax>() is { } block
            && block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment =>
                assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax target } access
                && target.Identifier.ValueText == variable.Identifier.ValueText
                && access.Name.Identifier.ValueText == member);
    }

    private static bool IsOverride(MemberDeclarationSyntax member, SyntaxToken name, UpgradeSteps steps) =>
        member.Modifiers.Any(SyntaxKind.OverrideKeyword) && steps.MayAffect(name.ValueText);

    private static IEnumerable<UpgradeUse> AtOverride(SyntaxToken name, ISymbol? overridden, SyntaxNode node, UpgradeSteps steps) =>
        Find(overridden, steps).Where(found => found.Item.Place == UpgradePlace.Use)
            .Select(found => new UpgradeUse(found.Step, found.Item, node, name.GetLocation()));

    private static IEnumerable<(UpgradeStep Step, UpgradeItem Item)> Find(ISymbol? symbol, UpgradeSteps steps)
    {
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor })
            symbol = symbol.ContainingType;
        if (symbol is null || steps.Of(symbol) is not { } step)
            return [];
        var key = symbol is INamedTypeSymbol type ? (type.Name, (string?)null) : (Owner(symbol), symbol.Name);
        return step.Items[key]
            .Where(item => item.Parameter is null
                || (symbol is IMethodSymbol method && method.Parameters.Any(parameter => parameter.Name == item.Parameter)))
            .Select(item => (step, item));
    }

    // The extension methods of a client are short forms of its methods.
    private static string Owner(ISymbol member)
    {
        const string extensions = "ClientExtensions";
        var owner = member.ContainingType?.Name ?? string.Empty;
        return owner.EndsWith(extensions, StringComparison.Ordinal)
            ? owner.Substring(0, owner.Length - "Extensions".Length)
            : owner;
    }
}
