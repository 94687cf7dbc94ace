using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>
/// The compiled assembly has exactly the members that a hostile description declares, or the description is rejected with the place.
/// </summary>
public sealed class HostileDescriptionTests
{
    private const int Runs = 40;
    private const int LongRuns = 3_000;

    private static int Count => Environment.GetEnvironmentVariable("INTERCOM_LONG_TESTS") is null ? Runs : LongRuns;

    [Test]
    public void Hostile_values_and_texts_compile_to_the_declared_members()
    {
        var compiled = Run(_ => 0);

        Assert.That(compiled, Is.GreaterThan(Count * 3 / 4));
    }

    [Test]
    public void Hostile_names_are_rejected_or_compile_to_the_declared_members()
    {
        var compiled = Run(seed => 0.02 * (seed % 10));

        Assert.That(compiled, Is.LessThan(Count * 3 / 4));
    }

    private static int Run(Func<int, double> hostileNames)
    {
        var compiled = 0;
        var failures = new ConcurrentQueue<string>();
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            if (Check(HostileDescription.Create(seed, hostileNames(seed)), failure => failures.Enqueue($"seed {seed}: {failure}")))
                Interlocked.Increment(ref compiled);
        });

        TestContext.Out.WriteLine($"{compiled} of {Count} descriptions compile, and the others are rejected.");
        Assert.That(failures.Take(20), Is.Empty);
        return compiled;
    }

    // Whether the description compiles. If not, it must be rejected.
    private static bool Check(HostileDescription hostile, Action<string> fail)
    {
        ImmutableArray<AdditionalText> files = [.. hostile.Files];
        var model = ApiModelReader.Read(new DescriptionFiles(hostile.Files[0].Text, hostile.Files[1].Text, null, hostile.Files[2].Text));
        var run = GeneratorRun.Driver(files).RunGeneratorsAndUpdateCompilation(GeneratorRun.Compilation(ModelSource.Of(model)), out var compilation, out var diagnostics);

        if (run.GetRunResult().Results.Single().Exception is { } exception)
            fail(exception.ToString());
        foreach (var hidden in compilation.SyntaxTrees.Select(FindHidden).OfType<string>())
            fail(hidden);
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            foreach (var message in diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).Where(message => !message.StartsWith("#/", StringComparison.Ordinal)))
                fail(message);
            return false;
        }

        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(3).ToList();
        foreach (var error in errors)
            fail($"{error} in {error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line]}");
        if (errors.Count == 0)
            Declared(compilation.Assembly, model, fail);
        return true;
    }

    private static string? FindHidden(SyntaxTree tree)
    {
        var text = tree.ToString();
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            if (text[i] is (>= ' ' and <= '~') or '\n')
                continue;
            var isVisible = CharUnicodeInfo.GetUnicodeCategory(text, i) is <= UnicodeCategory.OtherNumber or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol);
            if (!isVisible || text[i] is '\uFE0F' or '\u3164' or '\u115F' or '\uFFA0' or '\u2800')
                return $"{tree.FilePath} has the hidden character U+{(int)text[i]:X4}.";
        }

        return null;
    }

    private static void Declared(IAssemblySymbol assembly, ApiModel model, Action<string> fail)
    {
        var types = Types(assembly.GlobalNamespace).Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)).ToList();
        var schemas = model.Objects.Select(type => type.Name).Concat(model.Unions.Select(type => type.Name)).Concat(model.Enums.Select(type => type.Name)).ToList();
        var operations = model.Clients.SelectMany(client => client.Operations).ToList();
        var expected = schemas.Concat(schemas.Select(name => name + "Codec"))
            .Concat(model.Clients.SelectMany(client => new[] { client.Name + "Client", client.Name + "ClientExtensions" }))
            .Concat(operations.Select(operation => operation.Options?.Name).OfType<string>())
            .Concat(model.Enums.Select(type => $"{type.Name}.KnownValue"))
            .Concat(["IntercomClient", "IntercomOperations"])
            .Concat(model.Objects.Count + model.Unions.Count > 0 ? ["Codecs"] : []);

        Compare("types", types.Select(type => type.ToDisplayString()), expected.Select(name => $"{GeneratorRun.Namespace}.{name}"));
        Compare(
            "static constructors", types.SelectMany(type => type.StaticConstructors).Where(constructor => !constructor.IsImplicitlyDeclared).Select(constructor => constructor.ToDisplayString()), []);
        Compare("attributes of the assembly", assembly.GetAttributes().Concat(assembly.Modules.SelectMany(module => module.GetAttributes())).Select(attribute => attribute.ToString()!), []);
        var attributes = types.SelectMany(type => type.GetMembers()).SelectMany(member => member.GetAttributes()).Select(attribute => attribute.AttributeClass!.Name);
        Compare("module initializers", attributes.Where(name => name.StartsWith("ModuleInitializer", StringComparison.Ordinal)), []);
        foreach (var type in model.Objects)
            Members(type.Name, type.Properties.Select(property => property.Name));
        foreach (var options in operations.Select(operation => operation.Options).OfType<OptionsModel>())
            Members(options.Name, options.Parameters.Select(parameter => parameter.Name));
        foreach (var type in model.Enums)
        {
            Members(
                type.Name,
                [.. type.Members.Select(member => member.Name), "_value", "Value", "Known", "KnownValue", "FromText", "Equals", "Equals",
                    "GetHashCode", "ToString", "op_Implicit", "op_Equality", "op_Inequality"]);
        }

        foreach (var client in model.Clients)
        {
            Members(client.Name + "Client", client.Operations.SelectMany(Methods));
            Members(client.Name + "ClientExtensions", client.Operations.SelectMany(ShortForms));
        }

        Members("IntercomClient", model.Clients.Select(client => client.Name));
        Members("IntercomOperations", [.. operations.Select(operation => operation.Client + operation.Name), "All"]);

        void Members(string name, IEnumerable<string> members)
        {
            var declared = types.Single(other => other.Name == name).GetMembers()
                .Where(member => member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.Constructor } && !member.IsImplicitlyDeclared);
            Compare(name, declared.Select(member => member.Name), members);
        }

        void Compare(string what, IEnumerable<string> actual, IEnumerable<string> declared)
        {
            var (found, wanted) = (string.Join(' ', actual.Order(StringComparer.Ordinal)), string.Join(' ', declared.Order(StringComparer.Ordinal)));
            if (found != wanted)
                fail($"{what}: found {found}, but declared are {wanted}");
        }
    }

    private static IEnumerable<string> Methods(OperationModel operation) =>
        new[] { MethodSignature.Of(operation), MethodSignature.OfSearch(operation) }.OfType<MethodSignature>()
            .SelectMany(signature => new[] { signature, signature.WithoutQuery() }).OfType<MethodSignature>().Select(signature => signature.Name);

    private static IEnumerable<string> ShortForms(OperationModel operation) =>
        new[] { MethodSignature.Of(operation), MethodSignature.OfSearch(operation) }.OfType<MethodSignature>().Select(signature => signature.Name);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(type => type.GetTypeMembers().Prepend(type)).Concat(space.GetNamespaceMembers().SelectMany(Types));
}
