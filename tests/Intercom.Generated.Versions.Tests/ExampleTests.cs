using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The examples of openapi/docs.json, which the documentation comments of operations show.</summary>
public sealed class ExampleTests
{
    private const int MostUsed = 20;

    internal static readonly Lazy<IReadOnlyList<MetadataReference>> References = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))]);

    private static JObject Examples { get; } = (JObject)JObject.Parse(
        File.ReadAllText(Path.Combine(Snapshot.ProjectFolder, "..", "..", "openapi", "docs.json")))["examples"]!;

    [Test]
    public void The_most_used_operations_have_one() => Assert.That(Examples, Has.Count.GreaterThanOrEqualTo(MostUsed));

    [EveryVersion]
    public void Compiles(VersionUnderTest version)
    {
        var examples = Examples.Properties().Where(example => version.Has(example.Name)).ToList();
        var methods = examples.Select((example, index) => $"    public async Task Example{index}()\n    {{\n#line 1 \"{example.Name}\"\n{example.Value}\n    }}");
        var code = $$"""
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Intercom.Generated;
            using {{version.ClientType.Namespace}};

            public sealed class Examples(IntercomClient intercom)
            {
                private readonly string contactId = "1", leadId = "2", userId = "3", companyId = "4", conversationId = "5", ticketId = "6", tagId = "7", adminId = "8";

            {{string.Join("\n\n", methods)}}
            }
            """;
        var compilation = CSharpCompilation.Create(
            "Examples",
            [CSharpSyntaxTree.ParseText(code)],
            References.Value,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
                .WithSpecificDiagnosticOptions([new("INTERCOM2001", ReportDiagnostic.Suppress)]));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(examples, Has.Count.GreaterThanOrEqualTo(MostUsed));
            Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS0414"), Is.Empty);
        }
    }
}
