using System.Collections.Immutable;
using System.Globalization;
using Intercom.Generated.OpenApi;
using Intercom.Generated.OpenApi.Declarations;
using Intercom.Generated.OpenApi.Model;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>
/// Whatever a description says, the compiled assembly has exactly the members that it declares, or the description is rejected with the place.
/// </summary>
public sealed class HostileDescriptionTests
{
    private const int Runs = 40;
    private const int LongRuns = 3_000;

    private static int Count => Environment.GetEnvironmentVariable("INTERCOM_LONG_TESTS") is null ? Runs : LongRuns;

    [Test]
    public void Hostile_values_and_texts_compile_to_the_declared_members()
    {
        var compiled = 0;
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            if (Check(HostileDescription.Create(seed, hostileNames: 0), seed))
                Interlocked.Increment(ref compiled);
        });

        TestContext.Out.WriteLine($"{compiled} of {Count} descriptions compile, and the others are rejected.");
        Assert.That(compiled, Is.GreaterThan(Count * 3 / 4));
    }

    [Test]
    public void Hostile_names_are_rejected_or_compile_to_the_declared_members()
    {
        var rejected = 0;
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            if (!Check(HostileDescription.Create(seed, hostileNames: 0.02 * (seed % 10)), seed))
                Interlocked.Increment(ref rejected);
        });

        TestContext.Out.WriteLine($"{rejected} of {Count} descriptions are rejected.");
        Assert.That(rejected, Is.GreaterThan(Count / 4));
    }

    // Whether the description compiles; if not, it is rejected as it should be.
    private static bool Check(HostileDescription hostile, int seed)
    {
        ImmutableArray<AdditionalText> files = [.. hostile.Files];
        var model = ApiModelReader.Read(new DescriptionFiles(hostile.Files[0].Text, hostile.Files[1].Text, null, hostile.Files[2].Text));
        var run = GeneratorRun.Driver(files).RunGeneratorsAndUpdateCompilation(GeneratorRun.Compilation(ModelSource.Of(model)), out var compilation, out var diagnostics);

        Assert.That(run.GetRunResult().Results.Single().Exception, Is.Null, $"seed {seed}");
        AssertVisible(compilation, seed);
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            Assert.That(diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)), Is.All.Match("^[a-z.]*#/"), $"seed {seed}");
            return false;
        }

        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Take(3).ToList();
        Assert.That(errors, Is.Empty, $"seed {seed}: {string.Join('\n', errors.Select(error => error.Location.SourceTree?.GetText().Lines[error.Location.GetLineSpan().StartLinePosition.Line].ToString()))}\n{hostile.Files[0].Text}");
        AssertDeclared(compilation.Assembly, model, seed);
        return true;
    }

    private static void AssertVisible(Compilation compilation, int seed)
    {
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = tree.ToString();
            for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
            {
                if (text[i] is (>= ' ' and <= '~') or '\n')
                    continue;
                var isVisible = CharUnicodeInfo.GetUnicodeCategory(text, i) is <= UnicodeCategory.OtherNumber or (>= UnicodeCategory.ConnectorPunctuation and <= UnicodeCategory.OtherSymbol);
                Assert.That(isVisible && text[i] is not ('\uFE0F' or '\u3164' or '\u115F' or '\uFFA0' or '\u2800'), $"seed {seed}: U+{(int)text[i]:X4} in {text.Substring(Math.Max(0, i - 60), Math.Min(i, 60))}");
            }
        }
    }

    private static void AssertDeclared(IAssemblySymbol assembly, ApiModel model, int seed)
    {
        var types = Types(assembly.GlobalNamespace).Where(type => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, assembly)).ToList();
        var schemas = model.Objects.Select(type => type.Name).Concat(model.Unions.Select(type => type.Name)).Concat(model.Enums.Select(type => type.Name)).ToList();
        var operations = model.Clients.SelectMany(client => client.Operations).ToList();
        var expected = schemas.Concat(schemas.Select(name => name + "Codec"))
            .Concat(model.Clients.Select(client => client.Name + "Client"))
            .Concat(operations.Select(operation => operation.Options?.Name).OfType<string>())
            .Concat(["IntercomClient", "IntercomOperations"])
            .Concat(model.Objects.Count + model.Unions.Count > 0 ? ["Codecs"] : []);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(types.Select(type => type.ToDisplayString()), Is.EquivalentTo(expected.Select(name => $"{GeneratorRun.Namespace}.{name}")), $"seed {seed}");
            Assert.That(types.SelectMany(type => type.StaticConstructors).Where(constructor => !constructor.IsImplicitlyDeclared), Is.Empty, $"seed {seed}");
            Assert.That(
                types.SelectMany(type => type.GetMembers()).SelectMany(member => member.GetAttributes()).Select(attribute => attribute.AttributeClass!.Name),
                Has.None.EqualTo("ModuleInitializerAttribute"), $"seed {seed}");
            Assert.That(assembly.GetAttributes(), Is.Empty, $"seed {seed}");
            foreach (var type in model.Objects)
                AssertMembers(type.Name, type.Properties.Select(property => property.Name));
            foreach (var options in operations.Select(operation => operation.Options).OfType<OptionsModel>())
                AssertMembers(options.Name, options.Parameters.Select(parameter => parameter.Name));
            foreach (var type in model.Enums)
                AssertMembers(type.Name, [.. type.Members.Select(member => member.Name), "_value", "Value", "FromText", "Equals", "Equals", "GetHashCode", "ToString", "op_Implicit", "op_Equality", "op_Inequality"]);
            foreach (var client in model.Clients)
                AssertMembers(client.Name + "Client", client.Operations.SelectMany(Methods));
            AssertMembers("IntercomClient", model.Clients.Select(client => client.Name));
            AssertMembers("IntercomOperations", [.. operations.Select(operation => operation.Client + operation.Name), "All"]);
        }

        void AssertMembers(string name, IEnumerable<string> members)
        {
            var type = types.Single(other => other.Name == name);
            var declared = type.GetMembers().Where(member => member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.Constructor } && !member.IsImplicitlyDeclared);
            Assert.That(declared.Select(member => member.Name), Is.EquivalentTo(members), $"seed {seed}: {name}");
        }
    }

    private static IEnumerable<string> Methods(OperationModel operation) =>
        new[] { MethodSignature.Of(operation), MethodSignature.OfSearch(operation) }.OfType<MethodSignature>()
            .SelectMany(signature => new[] { signature, signature.WithoutQuery() }).OfType<MethodSignature>().Select(signature => signature.Name);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().SelectMany(type => type.GetTypeMembers().Prepend(type)).Concat(space.GetNamespaceMembers().SelectMany(Types));
}
