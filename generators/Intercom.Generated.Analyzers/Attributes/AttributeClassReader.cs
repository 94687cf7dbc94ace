using System.Text;
using Intercom.Generated.Descriptions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Intercom.Generated.Analyzers.Attributes;

/// <summary>Reads a class with [IntercomAttributes].</summary>
internal sealed class AttributeClassReader
{
    public const string ClassAttribute = "Intercom.Generated.IntercomAttributesAttribute";

    private static readonly SymbolDisplayFormat FullName = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private readonly INamedTypeSymbol _type;
    private readonly CancellationToken _cancellationToken;
    private readonly List<AttributeProblem> _problems = [];

    private AttributeClassReader(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        _type = type;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads the class, or its problems.</summary>
    public static AttributeClassResult Read(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        // The attribute is allowed once. The compiler reports a second one on another part of the class.
        var attribute = ((INamedTypeSymbol)context.TargetSymbol).GetAttributes()
            .FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == ClassAttribute)?.ApplicationSyntaxReference;
        if (attribute is null || attribute.SyntaxTree != context.TargetNode.SyntaxTree || !context.TargetNode.Span.Contains(attribute.Span))
            return AttributeClassResult.None;
        var options = (CSharpParseOptions)context.TargetNode.SyntaxTree.Options;
        return new AttributeClassReader((INamedTypeSymbol)context.TargetSymbol, cancellationToken)
            .Read((TypeDeclarationSyntax)context.TargetNode, options.LanguageVersion >= LanguageVersion.CSharp8);
    }

    private AttributeClassResult Read(TypeDeclarationSyntax declaration, bool hasNullableReferences)
    {
        // The compiler reports the attribute on anything but a class.
        if (_type.TypeKind != TypeKind.Class)
            return AttributeClassResult.None;
        if (ProblemOfClass() is { } problem)
        {
            var found = AttributeProblem.Of(
                AttributeDiagnostics.UnsupportedClass, declaration.Identifier.GetLocation(), _type.Name, problem);
            return new AttributeClassResult(null, new[] { found }.ToEquatableArray());
        }

        var properties = _type.GetMembers().OfType<IPropertySymbol>().Select(Property).OfType<AttributeProperty>().ToList();
        FindDuplicates(properties);
        FindConflicts(properties);
        if (_problems.Count > 0)
            return new AttributeClassResult(null, _problems.ToEquatableArray());

        var fullName = _type.ToDisplayString(FullName);
        return new AttributeClassResult(
            new AttributeClass(
                _type.ContainingNamespace.IsGlobalNamespace ? string.Empty : Plain(_type.ContainingNamespace.ToDisplayString(FullName)),
                ContainingTypes().Reverse().Select(Declaration).ToEquatableArray(),
                Identifier(_type),
                FileName(Plain(fullName)),
                Hash(fullName),
                hasNullableReferences,
                properties.ToEquatableArray()),
            default);
    }

    private string? ProblemOfClass()
    {
        if (_type.IsRecord)
            return "A record compares what was read, too. Use a class";
        if (_type.IsStatic || _type.IsAbstract)
            return "The class is static or abstract, so it cannot be created";
        if (_type.BaseType is { SpecialType: not SpecialType.System_Object })
            return "The class has a base class, whose properties would be left out";
        foreach (var type in ContainingTypes().Prepend(_type))
        {
            if (type.Arity > 0)
                return $"{type.Name} is generic";
            if (type.IsFileLocal)
                return $"{type.Name} is visible only in its file";
            if (!IsPartial(type))
                return $"Declare {type.Name} as partial";
        }

        if (_type.GetMembers().FirstOrDefault(member => member is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true })
            is { } required)
        {
            return $"{required.Name} is required, but an attribute can be missing";
        }

        return _type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty)
            ? null
            : "The class has no constructor without parameters";
    }

    private bool IsPartial(INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(_cancellationToken))
        .OfType<TypeDeclarationSyntax>()
        .All(declaration => declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private AttributeProperty? Property(IPropertySymbol property)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var setting = NameSetting(property);
        var isExplicit = setting.IsPresent || property.DeclaredAccessibility == Accessibility.Public;
        if (setting.Ignore || !isExplicit || property.IsImplicitlyDeclared || !property.ExplicitInterfaceImplementations.IsEmpty)
            return null;
        if (ProblemOfProperty(property) is { } problem)
            return Report(AttributeDiagnostics.UnsupportedProperty, property, Display(property), problem);
        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        if (KindOf(type) is not { } kind)
            return Report(AttributeDiagnostics.UnsupportedType, property, Display(property), property.Type.ToDisplayString());

        var isNullable = type.IsReferenceType
            ? property.NullableAnnotation != NullableAnnotation.NotAnnotated
            : type != (object)property.Type;
        if (!isNullable)
        {
            return Report(
                AttributeDiagnostics.NotNullable,
                property,
                Display(property),
                property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        var name = setting.Name ?? AttributeName.SnakeCase(property.Name);
        if (AttributeName.ProblemOf(name) is { } invalid)
            return Report(AttributeDiagnostics.InvalidName, property, Display(property), invalid);
        return new AttributeProperty(
            Identifier(property),
            name,
            kind,
            kind == AttributeKind.Enum ? type.ToDisplayString(FullName) : null,
            kind == AttributeKind.Enum ? EnumMembers((INamedTypeSymbol)type, property) : default);
    }

    private static string? ProblemOfProperty(IPropertySymbol property) => property switch
    {
        { IsIndexer: true } => "is an indexer",
        { IsStatic: true } => "is static",
        { DeclaredAccessibility: not Accessibility.Public } => "is not public",
        { GetMethod: null } => "cannot be read",
        { SetMethod: null } => "cannot be assigned",
        { SetMethod.IsInitOnly: true } => "can only be assigned when the object is created",
        { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "returns a reference",
        _ => null,
    };

    private static AttributeKind? KindOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => AttributeKind.Text,
        { SpecialType: SpecialType.System_Int32 } => AttributeKind.Int32,
        { SpecialType: SpecialType.System_Int64 } => AttributeKind.Int64,
        { SpecialType: SpecialType.System_Double } => AttributeKind.Double,
        { SpecialType: SpecialType.System_Decimal } => AttributeKind.Decimal,
        { SpecialType: SpecialType.System_Boolean } => AttributeKind.Boolean,
        { SpecialType: SpecialType.System_DateTime } => AttributeKind.DateTime,
        { TypeKind: TypeKind.Enum } when !IsFlags(type) => AttributeKind.Enum,
        IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_String } => AttributeKind.TextArray,
        INamedTypeSymbol { IsGenericType: true } list when list.TypeArguments[0].SpecialType == SpecialType.System_String =>
            list.OriginalDefinition.ToDisplayString() switch
            {
                "System.Collections.Generic.List<T>" => AttributeKind.TextList,
                "System.Collections.Generic.IReadOnlyList<T>" => AttributeKind.ReadOnlyTextList,
                _ => null,
            },
        INamedTypeSymbol { IsGenericType: false } => type.ToDisplayString(FullName) switch
        {
            "global::System.DateTimeOffset" => AttributeKind.DateTimeOffset,
            "global::System.DateOnly" => AttributeKind.Date,
            "global::Intercom.Generated.CustomObjectReferences" => AttributeKind.References,
            _ => null,
        },
        _ => null,
    };

    private static bool IsFlags(ITypeSymbol type) =>
        type.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString(FullName) == "global::System.FlagsAttribute");

    private EquatableArray<AttributeEnumMember> EnumMembers(INamedTypeSymbol type, IPropertySymbol property)
    {
        var members = new List<AttributeEnumMember>();
        var values = new HashSet<object?>();
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsConst: true, HasConstantValue: true }))
        {
            var setting = NameSetting(field);
            if (setting.Ignore)
                continue;
            var member = new AttributeEnumMember(
                Identifier(field), setting.Name ?? AttributeName.SnakeCase(field.Name), IsAlias: !values.Add(field.ConstantValue));
            if (members.Find(other => other.Text == member.Text) is { } same)
            {
                Report(
                    AttributeDiagnostics.DuplicateName, property, $"{type.Name}.{same.Name}", $"{type.Name}.{member.Name}", member.Text);
            }

            members.Add(member);
        }

        return members.ToEquatableArray();
    }

    private void FindDuplicates(List<AttributeProperty> properties)
    {
        foreach (var group in properties.GroupBy(property => property.AttributeName, StringComparer.Ordinal))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                var symbol = _type.GetMembers(other.PlainName)[0];
                Report(
                    AttributeDiagnostics.DuplicateName,
                    symbol,
                    $"{_type.Name}.{first.PlainName}",
                    $"{_type.Name}.{other.PlainName}",
                    group.Key);
            }
        }
    }

    private void FindConflicts(List<AttributeProperty> properties)
    {
        foreach (var name in AttributeClassEmitter.MemberNames(properties))
        {
            if (_type.Name == name)
                Report(AttributeDiagnostics.MemberConflict, _type, "The namespace", name);
            foreach (var member in _type.GetMembers(name))
                Report(AttributeDiagnostics.MemberConflict, member, _type.Name, name);
        }
    }

    private AttributeProperty? Report(DiagnosticDescriptor descriptor, ISymbol place, params string[] arguments)
    {
        var location = place.Locations.FirstOrDefault(item => item.IsInSource) ?? _type.Locations.FirstOrDefault(item => item.IsInSource);
        _problems.Add(AttributeProblem.Of(descriptor, location, arguments));
        return null;
    }

    private static (bool IsPresent, string? Name, bool Ignore) NameSetting(ISymbol symbol)
    {
        var attribute = symbol.GetAttributes()
            .FirstOrDefault(data => data.AttributeClass?.ToDisplayString() == "Intercom.Generated.IntercomAttributeAttribute");
        if (attribute is null)
            return default;
        var name = attribute.ConstructorArguments.FirstOrDefault();
        var ignore = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Ignore").Value;
        return (true, name.Kind == TypedConstantKind.Primitive ? name.Value as string : null, ignore.Value is true);
    }

    private IEnumerable<INamedTypeSymbol> ContainingTypes()
    {
        for (var type = _type.ContainingType; type is not null; type = type.ContainingType)
            yield return type;
    }

    private static string Declaration(INamedTypeSymbol type)
    {
        var kind = type switch
        {
            { TypeKind: TypeKind.Interface } => "interface",
            { TypeKind: TypeKind.Struct, IsRecord: true } => "record struct",
            { TypeKind: TypeKind.Struct } => "struct",
            { IsRecord: true } => "record",
            _ => "class",
        };
        return $"partial {kind} {Identifier(type)}";
    }

    private static string Display(ISymbol symbol) => $"{symbol.ContainingType.Name}.{symbol.Name}";

    private static string Identifier(ISymbol symbol) =>
        SyntaxFacts.GetKeywordKind(symbol.Name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(symbol.Name) != SyntaxKind.None
            ? "@" + symbol.Name
            : symbol.Name;

    private static string Plain(string fullName) =>
        fullName.StartsWith("global::", StringComparison.Ordinal) ? fullName.Substring("global::".Length) : fullName;

    private static string FileName(string fullName)
    {
        var name = new StringBuilder();
        foreach (var character in fullName.Replace("@", string.Empty))
            name.Append(char.IsLetterOrDigit(character) || character == '.' ? character : '_');
        return name.ToString();
    }

    // FNV-1a, which is the same in every process.
    private static uint Hash(string text) => text.Aggregate(2166136261, (hash, character) => unchecked((hash ^ character) * 16777619));
}
