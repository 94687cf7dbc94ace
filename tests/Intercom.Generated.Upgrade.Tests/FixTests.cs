using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>Single fixes, and the migration of programs that use a version in unusual ways.</summary>
public sealed class FixTests
{
    private const string Usings = "using System.Threading.Tasks;\nusing Intercom.Generated;\nusing Intercom.Generated.V1_0;\n";

    // The statement before and after, in a method that has a client, a bear, and options.
    [TestCase("var a = client.OldBears.GetAsync(\"1\", \"brown\");", "var a = client.Bears.FindAsync(\"1\", new BearOptions { Kind = \"brown\" });")]
    [TestCase("var a = client.OldBears.GetAsync(kind: \"brown\", bearId: \"1\");", "var a = client.Bears.FindAsync(\"1\", new BearOptions { Kind = \"brown\" });")]
    [TestCase("await client.OldBears.SwapAsync(\"1\", \"2\", default, default);", "await client.Bears.SwapAsync(\"2\", \"1\", options: default, cancellationToken: default);")]
    [TestCase("await client.Cats.FeedAsync(\"tom\");", "await client.Cats.FeedAsync(\"tom\");")]
    [TestCase("await client.Cats.FeedAsync(options: null, cat: \"tom\");", "await client.Cats.FeedAsync(options: null, tom: \"tom\");")]
    [TestCase("var a = new CatOptions { Color = \"red\" };", "var a = new TomOptions { Colour = \"red\" };")]
    [TestCase("CatOptions a = new() { Shade = \"dark\" };", "TomOptions a = new() { Query = { [\"shade\"] = \"dark\" } };")]
    [TestCase("object a = typeof(Intercom.Generated.V1_0.CatOptions); a.ToString();", "object a = typeof(Intercom.Generated.V1_1.TomOptions); a.ToString();")]
    [TestCase("var a = bear.Name;", "var a = bear.Title;")]
    [TestCase("var a = bear is { Name: \"Bo\" };", "var a = bear is { Title: \"Bo\" };")]
    [TestCase("var a = nameof(Bear.Name).Length;", "var a = nameof(Bear.Title).Length;")]
    [TestCase("bear.Age = 3;", "bear.AdditionalProperties[\"age\"] = 3;")]
    [TestCase("var a = new Bear { Age = 3, Name = \"Bo\", Wild = true };", "var a = new Bear { AdditionalProperties = { [\"age\"] = 3, [\"wild\"] = true }, Title = \"Bo\" };")]
    [TestCase("var a = bear.Age;", "var a = bear.AdditionalProperties.TryGetValue(\"age\", out var age) ? (long?)age : null;")]
    [TestCase(
        "var a = bear.Age + bear.Age;",
        "var a = (bear.AdditionalProperties.TryGetValue(\"age\", out var age) ? (long?)age : null)"
            + " + (bear.AdditionalProperties.TryGetValue(\"age\", out var age2) ? (long?)age2 : null);")]
    [TestCase("var a = Fur.Brown.Value;", "var a = new Fur(\"brown\").Value;")]
    [TestCase("bear.Fur = Fur.Black;", "bear.Fur = new Fur(\"black\");")]
    [TestCase("bear.Reply = new();", "bear.Reply = new() { Text = \"hi\" };")]
    [TestCase("bear.Reply = new Reply { };", "bear.Reply = new Reply { Text = \"hi\" };")]
    [TestCase("var a = new Reply(); a.Text = \"no\";", "var a = new Reply(); a.Text = \"no\";")]
    public async Task Migrates(string before, string after)
    {
        var result = await Program(Method(before)).ApplyEverywhereAsync("Migrate to 1.1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("Program.cs"), Is.EqualTo(Method(after).Replace("V1_0", "V1_1", StringComparison.Ordinal)));
            Assert.That(await result.CompileAsync(), Is.Empty);
        }
    }

    // Code that has no replacement stays as it is, so that the compiler reports it.
    [TestCase("var a = bear is { Age: 3 };")]
    [TestCase("var a = nameof(Bear.Age);")]
    [TestCase("var a = nameof(Fur.Brown);")]
    [TestCase("System.Func<string, string, RequestOptions?, System.Threading.CancellationToken, Task<Bear>> a = client.OldBears.SwapAsync;")]
    [TestCase("long? age = 1; bear.Age += age;")]
    [TestCase("var a = new CatOptions { Shade = options.Shade };", "Shade")]
    public async Task Leaves_alone(string statement, string? kept = null)
    {
        var result = await Program(Method(statement)).ApplyEverywhereAsync("Migrate to 1.1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("Program.cs"), Does.Contain(kept ?? statement));
            Assert.That(await result.CompileAsync(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task Migrates_every_way_to_name_the_version()
    {
        var result = await Program("""
            using static Intercom.Generated.V1_0.Fur;
            using Animal = Intercom.Generated.V1_0.Bear;
            using V1 = Intercom.Generated.V1_0;

            namespace Intercom.Generated.Sample;

            /// <summary>Uses <see cref="Intercom.Generated.V1_0.Bear"/>.</summary>
            class Zoo
            {
                object Use() => new object?[] { Brown, new Animal { Name = "Bo" }, new V1.Bear(), new V1_0.Bear { Fur = V1_0.Fur.Brown }, new V1.Reply() };
            }
            """).ApplyEverywhereAsync("Migrate to 1.1");
        Assert.That(await result.CompileAsync(), Is.Empty, result.Text("Program.cs"));
        Assert.That(result.Text("Program.cs"), Does.Not.Contain("V1_0").And.Contain("new V1_1.Bear { Fur = new V1_1.Fur(\"brown\") }"));
    }

    [Test]
    public async Task Migrates_files_that_do_not_name_the_version()
    {
        var solution = UpgradeSolution.Of(
            SmallApi.References,
            ("Usings.cs", "global using Intercom.Generated.V1_0;\n"),
            ("Use.cs", "class Use { string? Name(Bear bear) => bear.Name; }\n"),
            ("Made.g.cs", "class Made { string? Name(Intercom.Generated.V1_0.Bear bear) => bear.Name; }\n"));
        var result = await solution.ApplyEverywhereAsync("Migrate to 1.1", FixAllScope.Project);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Text("Usings.cs"), Is.EqualTo("global using Intercom.Generated.V1_1;\n"));
            Assert.That(result.Text("Use.cs"), Is.EqualTo("class Use { string? Name(Bear bear) => bear.Title; }\n"));
            Assert.That(result.Text("Made.g.cs"), Does.Contain("V1_0"));
        }
    }

    [Test]
    public async Task A_file_that_used_both_versions_imports_one()
    {
        var result = await Program("using Intercom.Generated.V1_0;\nusing Intercom.Generated.V1_1;\n\nclass Use { OldBearsClient? Old; BearsClient? New; }\n")
            .ApplyEverywhereAsync("Migrate to 1.1", FixAllScope.Document);
        Assert.That(result.Text("Program.cs"), Does.StartWith("using Intercom.Generated.V1_1;\n\nclass"));
    }

    [Test]
    public async Task Marks_the_method_and_not_also_its_client()
    {
        var marks = await Program(Method("await client.OldBears.GetAsync(\"1\", \"2\");")).AnalyzeAsync();
        Assert.That(
            marks.Where(mark => mark.Id != UpgradeDiagnostics.Version.Id).Select(mark => mark.GetMessage(null)), Is.EqualTo(["GetAsync is FindAsync."]));
    }

    [Test]
    public async Task Marks_assignments_of_a_property_that_only_they_affect()
    {
        var marks = await Program(Method("bear.Reply!.Text = bear.Reply.Text;")).AnalyzeAsync();
        Assert.That(marks.Count(mark => mark.GetMessage(null) == "Text is limited."), Is.EqualTo(1));
    }

    // Unions are mostly created by conversions, which have no name in the code.
    [TestCase("Home a = bear;", "The case Bear was removed.")]
    [TestCase("var a = new Home(bear);", "The case Bear was removed.")]
    [TestCase("Home a = new[] { bear };", "The case of a list was removed.")]
    [TestCase("Home a = \"cave\";")]
    [TestCase("var a = new Home(\"cave\");")]
    public async Task Marks_the_creation_of_unions(string statement, params string[] expected)
    {
        var marks = await Program(Method(statement)).AnalyzeAsync();
        Assert.That(marks.Where(mark => mark.Id != UpgradeDiagnostics.Version.Id).Select(mark => mark.GetMessage(null)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Marks_overrides()
    {
        const string parameters = "string cat, RequestOptions? options = null, System.Threading.CancellationToken cancellationToken = default";
        var marks = await Program($"{Usings}class Fake : CatsClient {{ public override Task FeedAsync({parameters}) => Task.CompletedTask; }}").AnalyzeAsync();
        Assert.That(marks.Select(mark => mark.GetMessage(null)), Does.Contain("cat is tom."));
    }

    [Test]
    public void Data_in_another_format_is_ignored() =>
        Assert.That(UpgradeStep.Parse("2\t1.0\tIntercom.Generated.V1_0\t1.1\tIntercom.Generated.V1_1\n"), Is.Null);

    // The test framework applies the fix one by one and to all places at once, and compares the results.
    [Test]
    public Task Fix_of_a_value_compiles_with_both_versions() => Verify(
        "var a = new[] { Fur.{|INTERCOM2101:Brown|}, Fur.{|INTERCOM2101:Brown|} };",
        "var a = new[] { new Fur(\"brown\"), new Fur(\"brown\") };",
        "Use new Fur(\"brown\")");

    [Test]
    public Task Fix_of_a_constant_compiles_with_both_versions() => Verify(
        "var a = new {|INTERCOM2104:Reply|}(); var b = new {|INTERCOM2104:Reply|} { };",
        "var a = new Reply() { Text = \"hi\" }; var b = new Reply { Text = \"hi\" };",
        "Set Text = \"hi\"",
        "{|INTERCOM2104:Text|}");

    private static async Task Verify(string before, string after, string title, string? leftover = null)
    {
        var fixedCode = leftover is null ? after : after.Replace("Text", leftover, StringComparison.Ordinal);
        var test = new CSharpCodeFixTest<UpgradeAnalyzer, UpgradeCodeFixProvider, DefaultVerifier>
        {
            TestCode = Method(before),
            FixedCode = Method(fixedCode),
            ReferenceAssemblies = new ReferenceAssemblies("net10.0"),
            CodeActionEquivalenceKey = UpgradeTitles.FixKey,
            CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title),
        };
        test.DisabledDiagnostics.Add(UpgradeDiagnostics.Version.Id);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        test.TestState.AdditionalReferences.AddRange(SmallApi.References);
        await test.RunAsync();
    }

    private static UpgradeSolution Program(string code) => UpgradeSolution.Of(SmallApi.References, ("Program.cs", code));

    private static string Method(string statement) =>
        $"{Usings}\nclass Program\n{{\n    async Task Use(IntercomClient client, Bear bear, RequestOptions common)\n    {{\n        {statement}\n        await Task.Yield();\n    }}\n}}\n"
            .Replace("RequestOptions common", statement.Contains("options.", StringComparison.Ordinal) ? "CatOptions options" : "RequestOptions common", StringComparison.Ordinal);
}
