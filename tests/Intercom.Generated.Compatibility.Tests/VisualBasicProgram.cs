using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.VisualBasic;
using SymbolDisplay = Microsoft.CodeAnalysis.VisualBasic.SymbolDisplay;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>
/// The same program as <see cref="CallerProgram"/> in Visual Basic, whose overload resolution, optional arguments, and names follow other
/// rules.
/// </summary>
internal sealed class VisualBasicProgram
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private readonly StringBuilder _code = new("Option Strict On\nImports System.Threading.Tasks\nPublic Module Caller\n");
    private readonly Dictionary<int, string> _symbols = [];
    private int _line = 4;
    private int _count;

    private VisualBasicProgram()
    {
    }

    /// <summary>Creates the program for an assembly.</summary>
    public static VisualBasicProgram Of(string assembly)
    {
        var program = new VisualBasicProgram();
        var reference = MetadataReference.CreateFromFile(assembly);
        var symbol = (IAssemblySymbol)Compile(string.Empty, reference).GetAssemblyOrModuleSymbol(reference)!;
        var types = CallerProgram.Types(symbol).ToList();
        foreach (var type in types)
            program.Use(type);
        program.Append("End Module\n", null);
        foreach (var type in types.Where(CallerProgram.CanBeInherited))
        {
            foreach (var member in type.GetMembers().Where(member => member.IsVirtual))
                program.Override(type, member);
        }

        return program;
    }

    /// <summary>Gets the members, as <c>Type.Member</c>, whose use does not compile against an assembly.</summary>
    public IReadOnlySet<string> BreaksAgainst(string assembly) =>
        Compile(_code.ToString(), MetadataReference.CreateFromFile(assembly)).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => _symbols.GetValueOrDefault(
                diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.ToString()))
            .ToHashSet(StringComparer.Ordinal);

    private static VisualBasicCompilation Compile(string source, MetadataReference assembly) => VisualBasicCompilation.Create(
        "Caller",
        [VisualBasicSyntaxTree.ParseText(source)],
        GeneratedCode.References.Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).Append(assembly),
        new VisualBasicCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false));

    private void Use(INamedTypeSymbol type)
    {
        var name = Show(type);
        Add(type.Name, string.Empty, $"Dim type = GetType({name})");
        foreach (var member in type.GetMembers().Where(CallerProgram.IsUsable))
        {
            var symbol = $"{type.Name}.{member.Name}";
            var it = type.IsStatic ? string.Empty : $"it As {name}";
            var owner = member.IsStatic ? name : "it";
            switch (member)
            {
                case IPropertySymbol { IsIndexer: false } property:
                    var isWritten = property.SetMethod is { DeclaredAccessibility: Accessibility.Public, IsInitOnly: false };
                    Add(
                        symbol,
                        it,
                        $"Dim value As {Show(property.Type)} = {owner}.[{property.Name}]",
                        isWritten ? $"{owner}.[{property.Name}] = value" : string.Empty);
                    break;
                // The compiler declares a constructor without parameters, which only goes with its type.
                case IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: > 0 } constructor:
                    Add(symbol, string.Empty, $"Dim it As New {name}({Arguments(constructor, isNamed: false)})");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Conversion, Name: "op_Implicit" } conversion:
                    Add(
                        symbol,
                        string.Empty,
                        $"Dim it As {Show(conversion.ReturnType)} = CType(Nothing, {Show(conversion.Parameters[0].Type)})");
                    break;
                case IMethodSymbol { MethodKind: MethodKind.Ordinary } method:
                    Call(symbol, it, owner, method);
                    break;
            }
        }
    }

    private void Call(string symbol, string it, string owner, IMethodSymbol method)
    {
        var generic = method.IsGenericMethod ? $"(Of {string.Join(", ", method.TypeParameters.Select(_ => "Integer"))})" : string.Empty;
        string[] argumentLists =
        [
            Arguments(method, isNamed: false),
            Arguments(method, isNamed: true),
            Arguments(method, isNamed: false, includeOptional: true),
        ];
        foreach (var arguments in argumentLists.Distinct())
        {
            var outputs = method.Parameters.Where(parameter => parameter.RefKind == RefKind.Out)
                .Select(parameter => $"Dim {parameter.Name}Result As {Show(parameter.Type)} = Nothing");
            var call = $"{owner}.[{method.Name}]{generic}({arguments})";
            var use = method.ReturnType switch
            {
                { SpecialType: SpecialType.System_Void } => call,
                INamedTypeSymbol { Name: "Task", IsGenericType: true } task => $"Dim result As {Show(task.TypeArguments[0])} = Await {call}",
                { Name: "Task" } => $"Await {call}",
                ITypeParameterSymbol => $"Dim result As Integer = {call}",
                var type => $"Dim result As {Show(type)} = {call}",
            };
            Add(symbol, it, [.. outputs, use]);
        }
    }

    private static string Arguments(IMethodSymbol method, bool isNamed, bool includeOptional = false) => string.Join(
        ", ",
        method.Parameters.Where(parameter => isNamed || includeOptional || !parameter.HasExplicitDefaultValue).Select(parameter =>
        {
            var value = parameter.RefKind == RefKind.Out
                ? $"{parameter.Name}Result"
                : $"CType(Nothing, {Show(parameter.Type).Replace("TResult", "Integer", StringComparison.Ordinal)})";
            return isNamed ? $"[{parameter.Name}]:={value}" : value;
        }));

    private void Override(INamedTypeSymbol type, ISymbol member)
    {
        var start = $"Public Class Double{_count++}\nInherits {Show(type)}\n";
        var code = member switch
        {
            IPropertySymbol property =>
                $"Public Overrides ReadOnly Property [{property.Name}] As {Show(property.Type)}\nGet\nReturn Nothing\nEnd Get\nEnd Property\n",
            IMethodSymbol { AssociatedSymbol: null } method =>
                $"Public Overrides Function [{method.Name}]({string.Join(", ", method.Parameters.Select(Declared))}) As {Show(method.ReturnType)}\n"
                    + "Return Nothing\nEnd Function\n",
            _ => null,
        };
        if (code is not null)
            Append($"{start}{code}End Class\n", $"{type.Name}.{member.Name}");

        static string Declared(IParameterSymbol parameter) =>
            $"{(parameter.HasExplicitDefaultValue ? "Optional " : string.Empty)}[{parameter.Name}] As {Show(parameter.Type)}"
            + (parameter.HasExplicitDefaultValue ? " = Nothing" : string.Empty);
    }

    private void Add(string symbol, string parameters, params string[] statements) => Append(
        $"Public Async Function Use{_count++}({parameters}) As Task\n"
            + string.Concat(statements.Where(statement => statement.Length > 0).Select(statement => $"{statement}\n"))
            + "Await Task.CompletedTask\nEnd Function\n",
        symbol);

    private void Append(string code, string? symbol)
    {
        foreach (var _ in code.Where(c => c == '\n'))
        {
            if (symbol is not null)
                _symbols[_line] = symbol;
            _line++;
        }

        _code.Append(code);
    }

    private static string Show(ISymbol symbol) => SymbolDisplay.ToDisplayString(symbol, Format);
}
