using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;

namespace Intercom.Generated.Upgrade;

/// <summary>
/// Collects the changes of a file and makes them at once, so that changes can be nested. A change keeps the JSON that the program sends and
/// reads. Code that has no such change is left alone.
/// </summary>
/// <param name="root">The root of the file.</param>
/// <param name="model">Its semantic model.</param>
/// <param name="migration">The step if the namespace changes too, or null if the code has to compile with both versions.</param>
internal sealed class UpgradeRewriter(SyntaxNode root, SemanticModel model, UpgradeStep? migration)
{
    private const string ConfigureAwait = nameof(ConfigureAwait);

    private static readonly string[] OptionalParameters = ["query", "options", "cancellationToken"];

    private readonly Dictionary<SyntaxNode, List<Func<SyntaxNode, SyntaxNode>>> _edits = [];
    private readonly Dictionary<InitializerExpressionSyntax, InitializerEdit> _initializers = [];
    private readonly HashSet<(SyntaxNode Scope, string Name)> _variables = [];

    public bool HasChanges => _edits.Count > 0;

    /// <summary>Makes the collected changes.</summary>
    public SyntaxNode Apply() => root.ReplaceNodes(
        _edits.Keys, (original, rewritten) => _edits[original].Aggregate(rewritten, (node, edit) => edit(node)));

    /// <summary>Adds the change for a use. Returns false if there is none.</summary>
    public bool TryAdd(UpgradeUse use)
    {
        if (use.Item is not { } item)
            return use.Node is SimpleNameSyntax version && Rename(version, UpgradeSteps.LastName(use.Step.ToNamespace));
        return (item.Verb, use.Node) switch
        {
            (UpgradeVerbs.Rename, SimpleNameSyntax name) => Rename(name, item.Arguments[0]),
            (UpgradeVerbs.Value, SimpleNameSyntax name) => UseValue(name, item, use.Step),
            (UpgradeVerbs.Initialize, BaseObjectCreationExpressionSyntax creation) => Initialize(creation, item, use.Step),
            (UpgradeVerbs.Additional, SimpleNameSyntax name) => UseDictionary(name, "AdditionalProperties", item, use.Step),
            (UpgradeVerbs.Query, SimpleNameSyntax name) => UseDictionary(name, "Query", item, use.Step),
            (UpgradeVerbs.Flatten, SimpleNameSyntax name) => Flatten(name, item),
            (UpgradeVerbs.Member, SimpleNameSyntax name) => UseMember(name, item, use.Step),
            (UpgradeVerbs.Case, SimpleNameSyntax name) => UseCase(name, item, use.Step),
            (UpgradeVerbs.Declare, SimpleNameSyntax name) => Declare(name, item),
            (UpgradeVerbs.Call, SimpleNameSyntax name) => Call(name, item, use.Step),
            _ => false,
        };
    }

    private bool Rename(SimpleNameSyntax name, string newName) => Edit(name, node =>
    {
        var current = (SimpleNameSyntax)node;
        return current.WithIdentifier(SyntaxFactory.Identifier(newName).WithTriviaFrom(current.Identifier));
    });

    // Type.Member becomes new Type("text").
    private bool UseValue(SimpleNameSyntax name, UpgradeItem item, UpgradeStep step)
    {
        if (IsInNameof(name))
            return false;
        var literal = SymbolDisplay.FormatLiteral(item.Arguments[0], quote: true);
        return name.Parent is MemberAccessExpressionSyntax access && access.Name == name
            ? Replace(access, node => $"new {Receiver((ExpressionSyntax)node)}({literal})")
            : name.Parent is not (NameColonSyntax or QualifiedNameSyntax)
                && Replace(name, _ => $"new {Qualified(item.Type, name, step)}({literal})");
    }

    private bool Initialize(BaseObjectCreationExpressionSyntax creation, UpgradeItem item, UpgradeStep step)
    {
        var (property, value) = (item.Arguments[0], Qualified(item.Arguments[1], creation, step));
        return Edit(creation, node =>
        {
            var current = (BaseObjectCreationExpressionSyntax)node;
            var assignment = SyntaxFactory.ParseExpression($"{property} = {value}");
            var initializer = current.Initializer ?? SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression);
            if (initializer.Expressions.Count == 0)
                current = current.ReplaceToken(current.GetLastToken(), current.GetLastToken().WithTrailingTrivia());
            return current.WithInitializer(InitializerEdit.With(initializer, [.. initializer.Expressions, assignment]))
                .WithTrailingTrivia(node.GetTrailingTrivia())
                .WithAdditionalAnnotations(Formatter.Annotation);
        });
    }

    // A property that was removed becomes an entry of a dictionary, with the same name in JSON or in the URL.
    private bool UseDictionary(SimpleNameSyntax name, string dictionary, UpgradeItem item, UpgradeStep step)
    {
        var key = SymbolDisplay.FormatLiteral(item.Arguments[0], quote: true);
        var kind = item.Arguments.Length > 1 ? item.Arguments[1] : "string";
        return UpgradeFinder.AssignedValue(name) is { } value
            ? WriteEntry(name, value, dictionary, key, kind)
            : dictionary == "AdditionalProperties" && !IsInNameof(name) && ReadEntry(name, item.Member!, key, kind, step);
    }

    private bool WriteEntry(SimpleNameSyntax name, ExpressionSyntax value, string dictionary, string key, string kind)
    {
        var assignment = (AssignmentExpressionSyntax)value.Parent!;
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) || Json(value, kind, dictionary) is not { } json)
            return false;
        if (assignment.Parent is InitializerExpressionSyntax initializer)
        {
            InitializerEditOf(initializer).Add(assignment, node => new InitializerChange([], dictionary, $"[{key}] = {json(node.Right)}"));
            return true;
        }

        return name.Parent is MemberAccessExpressionSyntax && Replace(assignment, node =>
        {
            var current = (AssignmentExpressionSyntax)node;
            return $"{Receiver(current.Left)}.{dictionary}[{key}] = {json(current.Right)}";
        });
    }

    private bool ReadEntry(SimpleNameSyntax name, string member, string key, string kind, UpgradeStep step)
    {
        var variable = Variable(name, member);
        var lookup = $".AdditionalProperties.TryGetValue({key}, out var {variable})";
        var found = Read(name, kind, variable, step);
        return name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name && access.IsKind(SyntaxKind.SimpleMemberAccessExpression) =>
                Replace(access, node => Inline(access, $"{Receiver((ExpressionSyntax)node)}{lookup} ? {found}")),
            // Older compilers do not see that the variable is assigned.
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax chain } binding when chain.WhenNotNull == binding =>
                ((CSharpParseOptions)root.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp10
                && Replace(
                    chain, node => Inline(chain, $"{((ConditionalAccessExpressionSyntax)node).Expression}?{lookup} == true ? {found}")),
            _ => false,
        };
    }

    private string Read(SyntaxNode place, string kind, string variable, UpgradeStep step)
    {
        var mark = model.GetNullableContext(place.SpanStart).AnnotationsEnabled() ? "?" : string.Empty;
        return kind switch
        {
            "string" or "id" => $"(string{mark}){variable} : null",
            "long" or "double" or "bool" => $"({kind}?){variable} : null",
            _ => Qualified(kind, place, step) is var type
                ? $"new {type}((string{mark}){variable} ?? string.Empty) : default({type}?)"
                : string.Empty,
        };
    }

    // Converts a value to JSON. Null if its type does not show how.
    private Func<ExpressionSyntax, string>? Json(ExpressionSyntax value, string kind, string dictionary)
    {
        if (value.IsKind(SyntaxKind.NullLiteralExpression))
        {
            var mark = model.GetNullableContext(value.SpanStart).AnnotationsEnabled() ? "?" : string.Empty;
            return dictionary == "AdditionalProperties" ? _ => $"(string{mark})null" : null;
        }

        if (kind == "id")
            return null;
        var info = model.GetTypeInfo(value);
        if (dictionary == "Query")
        {
            return info.Type?.SpecialType == SpecialType.System_String && info.Nullability.FlowState != NullableFlowState.MaybeNull
                ? Text
                : null;
        }

        return info.Type switch
        {
            null => null,
            { SpecialType: SpecialType.System_String or SpecialType.System_Boolean or SpecialType.System_Int64 or SpecialType.System_Int32
                or SpecialType.System_Double } => Text,
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } type =>
                type.TypeArguments[0].SpecialType == SpecialType.None ? node => $"{Receivable(node)}?.Value" : Text,
            { IsValueType: true } type when type.Name == kind => node => $"{Receivable(node)}.Value",
            _ => null,
        };

        static string Text(ExpressionSyntax node) => node.ToString();
    }

    // The members of an object become members of its owner.
    private bool Flatten(SimpleNameSyntax name, UpgradeItem item)
    {
        var targets = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i + 1 < item.Arguments.Length; i += 2)
            targets[item.Arguments[i]] = item.Arguments[i + 1];
        return UpgradeFinder.AssignedValue(name) is { } value ? FlattenValue(value, targets) : FlattenRead(name, targets);
    }

    private bool FlattenValue(ExpressionSyntax value, Dictionary<string, string> targets)
    {
        if (value is not BaseObjectCreationExpressionSyntax { Initializer: var initial, ArgumentList: null or { Arguments.Count: 0 } }
            || initial?.Expressions.All(IsMember) == false)
        {
            return false;
        }

        var assignment = (AssignmentExpressionSyntax)value.Parent!;
        if (assignment.Parent is InitializerExpressionSyntax initializer)
        {
            InitializerEditOf(initializer).Add(assignment, node =>
                new InitializerChange([.. Members(node).Select(member => $"{member.Target} = {member.Value}")], null, null));
            return true;
        }

        // Evaluating the owner again has to have no effect.
        return assignment.Left is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax owner }
            && assignment.Parent is ExpressionStatementSyntax statement
            && Edit(statement, node =>
            {
                var assignments = Members((AssignmentExpressionSyntax)((ExpressionStatementSyntax)node).Expression)
                    .Select(member => $"{owner.Identifier.Text}.{member.Target} = {member.Value};").ToList();
                var text = string.Join(" ", assignments);
                return SyntaxFactory.ParseStatement(assignments.Count == 1 ? text : $"{{ {text} }}").WithTriviaFrom(node)
                    .WithAdditionalAnnotations(Formatter.Annotation);
            });

        bool IsMember(ExpressionSyntax expression) =>
            expression is AssignmentExpressionSyntax { Left: IdentifierNameSyntax member }
            && targets.ContainsKey(member.Identifier.ValueText);

        IEnumerable<(string Target, string Value)> Members(AssignmentExpressionSyntax node) =>
            ((BaseObjectCreationExpressionSyntax)node.Right).Initializer?.Expressions
                .Cast<AssignmentExpressionSyntax>()
                .Select(member => (targets[((IdentifierNameSyntax)member.Left).Identifier.ValueText], member.Right.ToString())) ?? [];
    }

    private bool FlattenRead(SimpleNameSyntax name, Dictionary<string, string> targets)
    {
        if (name.Parent is not MemberAccessExpressionSyntax access || access.Name != name)
            return false;
        return access.Parent switch
        {
            MemberAccessExpressionSyntax outer when outer.Expression == access
                && targets.TryGetValue(outer.Name.Identifier.ValueText, out var target) =>
                Replace(outer, node => $"{Receiver(((MemberAccessExpressionSyntax)node).Expression)}.{target}"),
            ConditionalAccessExpressionSyntax { WhenNotNull: MemberBindingExpressionSyntax binding } outer when outer.Expression == access
                && targets.TryGetValue(binding.Name.Identifier.ValueText, out var target) =>
                Replace(outer, node => $"{Receiver(((ConditionalAccessExpressionSyntax)node).Expression)}.{target}"),
            _ => false,
        };
    }

    // The value is in a property of the new type.
    private bool UseMember(SimpleNameSyntax name, UpgradeItem item, UpgradeStep step)
    {
        var (type, member) = (item.Arguments[0], item.Arguments[1]);
        if (UpgradeFinder.AssignedValue(name) is { } value)
        {
            var created = Qualified(type, name, step);
            return value.IsKind(SyntaxKind.NullLiteralExpression)
                || Replace(value, node => $"new {created} {{ {member} = {node.ToString()} }}");
        }

        if (IsInNameof(name))
            return true;
        return name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name =>
                Replace(access, node => Enclosed(access, $"{node.ToString()}?.{member}")),
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax chain } binding when chain.WhenNotNull == binding =>
                Replace(chain, node => Enclosed(chain, $"{node.ToString()}?.{member}")),
            _ => false,
        };
    }

    // The value is a case of the new union.
    private bool UseCase(SimpleNameSyntax name, UpgradeItem item, UpgradeStep step)
    {
        var type = Qualified(item.Arguments[1], name, step);
        if (UpgradeFinder.AssignedValue(name) is { } value)
        {
            // The conversion does not accept null.
            if (UpgradeFinder.IsMaybeNull(value, model))
            {
                var variable = Variable(name, item.Member!);
                var union = Qualified(item.Arguments[0], name, step);
                return Replace(value, node => $"{Receivable((ExpressionSyntax)node)} is {{ }} {variable} ? new {union}({variable}) : null");
            }

            return UpgradeFinder.UntypedCreations(value).ToList().TrueForAll(creation => Edit(creation, node =>
            {
                var current = (ImplicitObjectCreationExpressionSyntax)node;
                return SyntaxFactory.ObjectCreationExpression(
                    SyntaxFactory.ParseTypeName(type).WithLeadingTrivia(SyntaxFactory.Space),
                    current.ArgumentList.Arguments.Count == 0 && current.Initializer is not null ? null : current.ArgumentList,
                    current.Initializer)
                    .WithTriviaFrom(node)
                    .WithAdditionalAnnotations(Formatter.Annotation);
            }));
        }

        if (IsInNameof(name))
            return true;
        return name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name =>
                Replace(access, node => Inline(access, $"{node.ToString()}?.Value as {type}")),
            MemberBindingExpressionSyntax { Parent: ConditionalAccessExpressionSyntax chain } binding when chain.WhenNotNull == binding =>
                Replace(chain, node => Inline(chain, $"{node.ToString()}?.Value as {type}")),
            _ => false,
        };
    }

    // A variable that takes the result gets the new type, unless it infers its type.
    private bool Declare(SimpleNameSyntax name, UpgradeItem item)
    {
        ExpressionSyntax value = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        while (value.Parent is ExpressionSyntax parent && IsPassedOn(parent))
            value = parent;

        var type = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax variable } } => variable.Type,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
            ForEachStatementSyntax loop when loop.Expression == value => loop.Type,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type,
            _ => null,
        };
        var names = type?.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Where(part => part.Identifier.ValueText == item.Arguments[0]).ToList();
        return names is { Count: > 0 } && names.TrueForAll(part => Rename(part, item.Arguments[1]));
    }

    // The result of the expression has the type of its operand, or a list or task of it.
    private static bool IsPassedOn(ExpressionSyntax expression) => expression
        is InvocationExpressionSyntax
        or AwaitExpressionSyntax
        or ParenthesizedExpressionSyntax
        or MemberAccessExpressionSyntax { Name.Identifier.ValueText: ConfigureAwait or "Take" or "WithPageSize" or "WithoutPrefetch" };

    // The call of another method with the same values.
    private bool Call(SimpleNameSyntax name, UpgradeItem item, UpgradeStep step)
    {
        if (name.Parent is not MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax invocation } access
            || access.Name != name
            || model.GetOperation(invocation) is not IInvocationOperation operation)
        {
            return false;
        }

        var (client, method, isOne, options) = (item.Arguments[0], item.Arguments[1], item.Arguments[2] == "one", item.Arguments[3]);
        var awaited = Awaited(invocation);
        if (isOne && awaited is null)
            return false;
        var formerClient = item.Type.Substring(0, item.Type.Length - "Client".Length);
        var receiver = access.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax property }
            && property.Identifier.ValueText == formerClient
            ? property
            : null;
        if (client != formerClient && receiver is null)
            return false;

        // The place of each passed value by the name of its parameter. Omitted arguments have no syntax of their own.
        var places = operation.Arguments.Where(argument => argument.Parameter is not null && argument.Syntax is ArgumentSyntax)
            .ToDictionary(
                argument => argument.Parameter!.Name,
                argument => invocation.ArgumentList.Arguments.IndexOf((ArgumentSyntax)argument.Syntax),
                StringComparer.Ordinal);
        var mappings = item.Arguments.Skip(4).Select(mapping => mapping.Split('=')).ToList();
        if (mappings.Exists(mapping => !places.TryGetValue(mapping[1], out var place) || place < 0))
            return false;
        // A value cannot be added to an object that is already there.
        if (places.ContainsKey("query") && mappings.Exists(mapping => mapping[0][0] == '.'))
            return false;

        if (client != formerClient)
            Rename(receiver!, client);
        if (method != name.Identifier.ValueText)
            Rename(name, method);
        EditArguments(invocation, mappings, places, options.Length == 0 ? options : Qualified(options, name, step));
        return !isOne || Replace(awaited!, node => One((AwaitExpressionSyntax)node));
    }

    private void EditArguments(
        InvocationExpressionSyntax invocation, List<string[]> mappings, Dictionary<string, int> places, string options)
    {
        var optional = mappings.Where(mapping => mapping[0][0] == '.').ToList();
        var required = mappings.Except(optional).ToList();
        var rest = OptionalParameters.Where(places.ContainsKey).ToList();
        // Arguments in the same order, or that are all named, can stay where they are.
        var arguments = invocation.ArgumentList.Arguments;
        if (optional.Count == 0
            && (required.Select(mapping => places[mapping[1]]).SequenceEqual(Enumerable.Range(0, required.Count))
                || arguments.All(argument => argument.NameColon is not null)))
        {
            foreach (var mapping in required.Where(mapping => mapping[0] != mapping[1]))
            {
                if (arguments[places[mapping[1]]].NameColon is { } label)
                    Rename(label.Name, mapping[0]);
            }

            return;
        }

        Edit(invocation.ArgumentList, node =>
        {
            var current = ((ArgumentListSyntax)node).Arguments;
            string ValueOf(string parameter) => current[places[parameter]].Expression.ToString();
            var values = required.Select(mapping => ValueOf(mapping[1])).ToList();
            if (optional.Count > 0)
            {
                var properties = optional.Select(mapping => $"{mapping[0].Substring(1)} = {ValueOf(mapping[1])}");
                values.Add($"new {options} {{ {string.Join(", ", properties)} }}");
            }

            values.AddRange(rest.Select(parameter => $"{parameter}: {ValueOf(parameter)}"));
            return SyntaxFactory.ParseArgumentList($"({string.Join(", ", values)})").WithTriviaFrom(node);
        });
    }

    private static AwaitExpressionSyntax? Awaited(InvocationExpressionSyntax invocation) =>
        invocation.Parent as AwaitExpressionSyntax
            ?? (invocation.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: ConfigureAwait, Parent: { } configured }
                ? configured.Parent as AwaitExpressionSyntax
                : null);

    // The first item of a list. The call is innermost if the task is configured.
    private static string One(AwaitExpressionSyntax node)
    {
        var call = node.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            && access.Name.Identifier.ValueText == ConfigureAwait
            ? access.Expression
            : node.Expression;
        return $"(await {call}.FirstPageAsync(){node.Expression.ToString().Substring(call.ToString().Length)}).Items[0]";
    }

    private InitializerEdit InitializerEditOf(InitializerExpressionSyntax initializer)
    {
        if (!_initializers.TryGetValue(initializer, out var edit))
        {
            _initializers[initializer] = edit = new InitializerEdit();
            Edit(initializer, node => edit.Apply((InitializerExpressionSyntax)node));
        }

        return edit;
    }

    private bool Replace(ExpressionSyntax expression, Func<SyntaxNode, string> text) => Edit(
        expression,
        node => SyntaxFactory.ParseExpression(text(node.WithoutTrivia())).WithTriviaFrom(node)
            .WithAdditionalAnnotations(Formatter.Annotation));

    private bool Edit(SyntaxNode node, Func<SyntaxNode, SyntaxNode> edit)
    {
        if (!_edits.TryGetValue(node, out var edits))
            _edits[node] = edits = [];
        edits.Add(edit);
        return true;
    }

    // The text of the object that has the member.
    private static string Receiver(ExpressionSyntax member) =>
        member is MemberAccessExpressionSyntax access ? access.Expression.WithoutTrivia().ToString() : member.ToString();

    private static string Receivable(ExpressionSyntax value) =>
        value is MemberAccessExpressionSyntax or SimpleNameSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax
            ? value.WithoutTrivia().ToString()
            : $"({value.WithoutTrivia().ToString()})";

    // Encloses an expression unless it stands alone.
    private static string Inline(ExpressionSyntax original, string text) => original.Parent switch
    {
        ArrowExpressionClauseSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArgumentSyntax => text,
        AssignmentExpressionSyntax assignment when assignment.Right == original => text,
        _ => $"({text})",
    };

    // Encloses an expression if something follows it.
    private static string Enclosed(ExpressionSyntax original, string text) => original.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Expression == original => $"({text})",
        ElementAccessExpressionSyntax or InvocationExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax =>
            $"({text})",
        _ => text,
    };

    // The types of a version are found by their names if the file imports its namespace. Otherwise, they need it.
    private string Qualified(string expression, SyntaxNode place, UpgradeStep step)
    {
        const string creation = "new ";
        var isImported = model.LookupNamespacesAndTypes(place.SpanStart, name: "IntercomClient")
            .Any(type => type.ContainingNamespace?.ToDisplayString() == step.FromNamespace);
        var isCreation = expression.StartsWith(creation, StringComparison.Ordinal);
        var type = isCreation ? expression.Substring(creation.Length) : expression;
        // Keywords, numbers, and texts have no namespace.
        if (isImported || type.Length == 0 || !char.IsUpper(type[0]))
            return expression;
        return $"{(isCreation ? creation : string.Empty)}{(migration is null ? step.FromNamespace : step.ToNamespace)}.{type}";
    }

    private string Variable(SyntaxNode place, string member)
    {
        var name = char.ToLowerInvariant(member[0]) + member.Substring(1);
        var scope = place.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? root;
        var taken = scope.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(token => token.ValueText).ToList();
        var candidate = name;
        for (var number = 2; taken.Contains(candidate) || !_variables.Add((scope, candidate)); number++)
            candidate = name + number.ToString(CultureInfo.InvariantCulture);
        return candidate;
    }

    private static bool IsInNameof(SyntaxNode node) => node.Ancestors().OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" });
}
