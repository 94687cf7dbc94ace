using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// A program that uses every public member of an assembly, with positional and with named arguments, and that overrides each virtual member
/// as a test double does. Code that no longer compiles against another assembly is a source break.
/// </summary>
internal sealed class CallerProgram
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat;

    private readonly StringBuilder _code = new(
        "#nullable disable\n#pragma warning disable\nusing System.Threading.Tasks;\nstatic class Caller\n{\n");
    private readonly Dictionary<int, string> _symbols = [];
    private int _line = 6;

    private CallerProgram()
    {
    }

    public static CallerProgram Of(CSharpCompilation compilation)
    {
        var program = new CallerProgram();
        var types = Types(compilation).ToList();
        foreach (var type in types)
            program.Use(type);
        program._code.Append("}\n");
        program._line++;
        foreach (var type in types.Where(CanBeInherited))
        {
            foreach (var member in type.GetMembers().Where(member => member.IsVirtual))
                program.Override(type, member);
        }

        return program;
    }

    /// <summary>Gets the public types of an assembly.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(CSharpCompilation compilation) => Types(compilation.Assembly);

    /// <summary>Gets the public types of an assembly.</summary>
    public static IEnumerable<INamedTypeSymbol> Types(IAssemblySymbol assembly) =>
        Namespaces(assembly.GlobalNamespace)
            .SelectMany(space => space.GetTypeMembers())
            .Where(type => type.DeclaredAccessibility == Accessibility.Public);

    /// <summary>Whether a program can derive a class from a type, as test doubles do.</summary>
    public static bool CanBeInherited(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsSealed: false, IsStatic: false }
        && type.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty
            && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal);

    /// <summary>Gets the members, as <c>Type.Member</c>, whose use does not compile against an assembly.</summary>
    public IReadOnlySet<string> BreaksAgainst(CSharpCompilation other)
    {
        var caller = GeneratedCode.Compile("Caller", [_code.ToString()], other.ToMetadataReference());
        return caller.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => _symbols.GetValueOrDefault(
                diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.ToString()))
            .ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<INamespaceSymbol> Namespaces(INamespaceSymbol space) =>
        space.GetNamespaceMembers().SelectMany(Namespaces).Prepend(space);

    private void Use(INamedTypeSymbol type)
    {
        var name = type.ToDisplayString(Format);
        Add(type.Name, $"static void Use() {{ var type = typeof({name}); }}");
        var it = type.IsStatic ? "object" : name;
        foreach (var member in type.GetMembers().Where(IsUsable))
        {
            var symbol = $"{type.Name}.{member.Name}";
            var owner = member.IsStatic ? name : "it";
            switch (member)
            {
                case IPropertySymbol { IsIndexer: false } property:
                    var propertyType = property.Type.ToDisplayString(Format);
                    var write = property.SetMethod is { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false }
                        ? $"{owner}.{property.Name} = value;"
                        : string.Empty;
                    Add(symbol, $"static void Use({it} it, {propertyType} value) {{ value = {owner}.{property.Name}; {write} }}");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Constructor } constructor:
                    Add(symbol, $"static void Use() {{ var it = new {name}({Arguments(constructor, isNamed: false)}); }}");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Conversion, Name: "op_Implicit" } conversion:
                    var (target, source) = (conversion.ReturnType, conversion.Parameters[0].Type);
                    Add(
                        symbol,
                        $"static void Use() {{ {target.ToDisplayString(Format)} it = default({source.ToDisplayString(Format)}); }}");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                    Call(symbol, it, owner, method);
                    break;
            }
        }
    }

    /// <summary>Whether a program can use a member.</summary>
    public static bool IsUsable(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Public, IsOverride: false, IsImplicitlyDeclared: false };

    private void Call(string symbol, string it, string owner, IMethodSymbol method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.TypeParameters.Select(_ => "int"))}>" : string.Empty;
        string[] argumentLists =
        [
            Arguments(method, isNamed: false),
            Arguments(method, isNamed: true),
            Arguments(method, isNamed: false, includeOptional: true),
        ];
        foreach (var arguments in argumentLists.Distinct())
        {
            var call = $"{owner}.{method.Name}{generic}({arguments})";
            // Awaiting a Task also compiles if it becomes a Task<T>.
            var use = method.ReturnType switch
            {
                { SpecialType: SpecialType.System_Void } => $"{call};",
                INamedTypeSymbol { Name: "Task", IsGenericType: true } task =>
                    $"{task.TypeArguments[0].ToDisplayString(Format)} result = await {call};",
                { Name: "Task" } => $"await {call};",
                ITypeParameterSymbol => $"int result = {call};",
                var type => $"{type.ToDisplayString(Format)} result = {call};",
            };
            Add(symbol, $"static async Task Use({it} it) {{ {use} }}");
        }
    }

    private static string Arguments(IMethodSymbol method, bool isNamed, bool includeOptional = false) => string.Join(
        ", ",
        method.Parameters.Where(parameter => isNamed || includeOptional || !parameter.HasExplicitDefaultValue).Select(parameter =>
        {
            var type = parameter.Type.ToDisplayString(Format).Replace("TResult", "int", StringComparison.Ordinal);
            var value = parameter.RefKind == RefKind.Out ? $"out {type} _" : $"default({type})";
            return isNamed ? $"@{parameter.Name.TrimStart('@')}: {value}" : value;
        }));

    private void Override(INamedTypeSymbol type, ISymbol member)
    {
        var body = member switch
        {
            IPropertySymbol property => $"{property.Type.ToDisplayString(Format)} {property.Name} => throw null;",
            IMethodSymbol { AssociatedSymbol: null } method =>
                $"{method.ReturnType.ToDisplayString(Format)} {method.Name}({string.Join(", ", method.Parameters.Select(Declared))}) => throw null;",
            _ => null,
        };
        if (body is null)
            return;
        _symbols.Add(_line++, $"{type.Name}.{member.Name}");
        _code.Append($"sealed class Double{_line} : {type.ToDisplayString(Format)} {{ public override {body} }}\n");

        static string Declared(IParameterSymbol parameter) => $"{parameter.Type.ToDisplayString(Format)} @{parameter.Name.TrimStart('@')}";
    }

    private void Add(string symbol, string method)
    {
        _symbols.Add(_line++, symbol);
        _code.Append(method.Replace(" Use(", $" Use{_line}(", StringComparison.Ordinal)).Append('\n');
    }
}
