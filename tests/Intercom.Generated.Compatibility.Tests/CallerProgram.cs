using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// A program that uses everything that an assembly offers, by position and by name, as callers write it. What of it no longer compiles against another
/// assembly is a source break.
/// </summary>
internal sealed class CallerProgram
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly StringBuilder _code = new("#nullable disable\n#pragma warning disable\nusing System.Threading.Tasks;\nstatic class Caller\n{\n");
    private readonly Dictionary<int, string> _symbols = [];
    private int _line = 6;

    private CallerProgram()
    {
    }

    public static CallerProgram Of(CSharpCompilation compilation)
    {
        var program = new CallerProgram();
        foreach (var type in Types(compilation))
            program.Use(type);
        program._code.Append("}\n");
        return program;
    }

    /// <summary>The public types of an assembly.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(CSharpCompilation compilation) =>
        Namespaces(compilation.Assembly.GlobalNamespace).SelectMany(space => space.GetTypeMembers()).Where(type => type.DeclaredAccessibility == Accessibility.Public);

    /// <summary>The members, as <c>Type.Member</c>, whose use does not compile against an assembly.</summary>
    public IReadOnlySet<string> BreaksAgainst(CSharpCompilation other)
    {
        var caller = GeneratedCode.Compile("Caller", [_code.ToString()], other.ToMetadataReference());
        return caller.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => _symbols.TryGetValue(diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, out var symbol) ? symbol : diagnostic.ToString())
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);

    private void Use(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(Format);
        Add(type.Name, $"static void Use() {{ var type = typeof({name}); }}");
        var it = type.IsStatic ? "object" : name;
        foreach (var member in type.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public && !member.IsOverride && !member.IsImplicitlyDeclared))
        {
            var symbol = $"{type.Name}.{member.Name}";
            var owner = member.IsStatic ? name : "it";
            switch (member)
            {
                case IPropertySymbol { IsIndexer: false } property:
                    var propertyType = property.Type.ToDisplayString(Format);
                    Add(symbol, $"static void Use({it} it, {propertyType} value) {{ value = {owner}.{property.Name}; {(property.SetMethod is { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false } ? $"{owner}.{property.Name} = value;" : string.Empty)} }}");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                    Add(symbol, $"static void Use() {{ var it = new {name}({Arguments(constructor, isNamed: false)}); }}");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Conversion, Name: "op_Implicit" } conversion:
                    Add(symbol, $"static void Use() {{ {conversion.ReturnType.ToDisplayString(Format)} it = default({conversion.Parameters[0].Type.ToDisplayString(Format)}); }}");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                    Call(symbol, it, owner, method);
                    break;
            }
        }
    }

    private void Call(string symbol, string it, string owner, IMethodSymbol method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(_ => "int"))}>" : string.Empty;
        foreach (var arguments in new[] { Arguments(method, isNamed: false), Arguments(method, isNamed: true), Arguments(method, isNamed: false, isWhole: true) }.Distinct())
        {
            var call = $"{owner}.{method.Name}{generic}({arguments})";
            // A task that became one with a result can still be awaited.
            var use = method.ReturnType switch
            {
                { SpecialType: SpecialType.System_Void } => $"{call};",
                INamedTypeSymbol { Name: "Task", IsGenericType: true } task => $"{task.TypeArguments[0].ToDisplayString(Format)} result = await {call};",
                { Name: "Task" } => $"await {call};",
                ITypeParameterSymbol => $"int result = {call};",
                var type => $"{type.ToDisplayString(Format)} result = {call};",
            };
            Add(symbol, $"static async Task Use({it} it) {{ {use} }}");
        }
    }

    // By position, what a call has to give, and everything; by name, everything.
    private static string Arguments(IMethodSymbol method, bool isNamed, bool isWhole = false) => string.Join(
        ", ",
        method.Parameters.Where(parameter => isNamed || isWhole || !parameter.HasExplicitDefaultValue).Select(parameter =>
        {
            var type = parameter.Type.ToDisplayString(Format).Replace("TResult", "int", StringComparison.Ordinal);
            return (isNamed ? parameter.Name.TrimStart('@') is var plain ? $"@{plain}: " : string.Empty : string.Empty)
                + (parameter.RefKind == RefKind.Out ? $"out {type} _" : $"default({type})");
        }));

    private void Add(string symbol, string method)
    {
        _symbols.Add(_line++, symbol);
        _code.Append(method.Replace(" Use(", $" Use{_line}(", StringComparison.Ordinal)).Append('\n');
    }
}
