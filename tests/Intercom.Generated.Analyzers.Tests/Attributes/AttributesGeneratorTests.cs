using System.Globalization;
using Intercom.Generated.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Analyzers.Tests.Attributes;

public sealed class AttributesGeneratorTests
{
    private const string Old = """
        using System;
        using System.Collections.Generic;
        using Intercom.Generated;
        namespace Acme
        {
            public enum Tier { Free, Gold }

            [IntercomAttributes]
            public partial class Plan
            {
                public string Name { get; set; }
                public int? Seats { get; set; }
                public long? Bytes { get; set; }
                public double? Ratio { get; set; }
                public decimal? Price { get; set; }
                public bool? Trial { get; set; }
                public DateTime? Login { get; set; }
                public DateTimeOffset? Ends { get; set; }
                public DateOnly? Renewal { get; set; }
                public Tier? Tier { get; set; }
                public string[] Tags { get; set; }
                public List<string> List { get; set; }
                public IReadOnlyList<string> Regions { get; set; }
                public CustomObjectReferences Order { get; set; }
            }
        }
        """;

    private static readonly string Modern =
        Old.Replace("string Name", "string? Name", StringComparison.Ordinal).Replace("string[] Tags", "string?[]? Tags", StringComparison.Ordinal)
            .Replace("List<string> ", "List<string?>? ", StringComparison.Ordinal).Replace("References Order", "References? Order", StringComparison.Ordinal);

    [Test]
    public void Compiles_without_a_warning_in_each_language_version(
        [Values(LanguageVersion.CSharp7_3, LanguageVersion.CSharp8, LanguageVersion.CSharp9, LanguageVersion.CSharp12, LanguageVersion.Preview)] LanguageVersion version)
    {
        var (result, compiler) = AttributesRun.Run(AttributesRun.Program(version, version is LanguageVersion.CSharp7_3 ? Old : Modern));

        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(result.GeneratedSources.Select(source => source.HintName), Is.EqualTo(["Acme.Plan.g.cs"]));
        Assert.That(compiler, Is.Empty);
    }

    [TestCase("[IntercomAttributes] partial class P { public string? A { get; set; } }", TestName = "Global namespace")]
    [TestCase("[IntercomAttributes] partial class P { }", TestName = "Empty")]
    [TestCase("#nullable disable\nnamespace A.B { [IntercomAttributes] public partial class P { public string A { get; set; } } }", TestName = "Nullable disabled")]
    [TestCase(
        "namespace @class.@int; [IntercomAttributes] public partial class @new { public string? @class { get; set; } public int? @record { get; set; } public Kind? @global "
        + "{ get; set; } } public enum Kind { @int, @value }", TestName = "Keywords")]
    [TestCase(
        "namespace Données; [IntercomAttributes] public partial class Größe { public string? Straße { get; set; } public int? 数 { get; set; } public bool? a\u0301 { get; "
        + "set; } }", TestName = "Unicode")]
    [TestCase(
        "partial struct A { partial record B { partial interface C { partial record struct D { partial class E { [IntercomAttributes] private partial class P { private enum "
        + "X { Y } public string? Z { get; set; } } } } } } }", TestName = "Nested")]
    [TestCase("[IntercomAttributes] partial class P { public string? A { get; set; } } partial class P { public int? B { get; set; } }", TestName = "Several parts")]
    [TestCase(
        "[IntercomAttributes] partial class Plan { public string? A { get; set; } } [IntercomAttributes] partial class PLAN { public int? B { get; set; } }", TestName = "Names that differ in case")]
    [TestCase(
        "[IntercomAttributes] partial class P { public string? Equals { get; set; } public string? GetType { get; set; } public string? attributes { get; set; } public "
        + "string? stored { get; set; } public string? result { get; set; } public string? System { get; set; } public string? Intercom { get; set; } public Kind? value { "
        + "get; set; } public Kind? Kind { get; set; } } enum Kind { text }", TestName = "Names of locals")]
    [TestCase("[IntercomAttributes] partial class P { [System.Obsolete(\"Old\")] public Kind? A { get; set; } } enum Kind { [System.Obsolete(\"Old\")] A }", TestName = "Obsolete")]
    [TestCase("[IntercomAttributes] partial class P { [IntercomAttribute(\"a \\\"quoted\\\" <name> \\\\ 😀\")] public string? A { get; set; } }", TestName = "Quoted name")]
    [TestCase("[IntercomAttributes] partial class P { private P() { } public P(int a) { } public string? A { get; private set; } }", TestName = "Private constructor and setter")]
    [TestCase("[IntercomAttributes] partial class P : System.ICloneable { object System.ICloneable.Clone() => this; public string? A { get; set; } }", TestName = "Interface")]
    [TestCase("[IntercomAttributes] partial class P { public E? A { get; set; } } enum E : ulong { Zero, Max = ulong.MaxValue, AlsoMax = Max }", TestName = "Enum of long values")]
    [TestCase("[IntercomAttributes] partial class P { public E? A { get; set; } } enum E { }", TestName = "Enum without members")]
    public void Compiles_odd_code(string code)
    {
        // Users see these warnings about their own declarations.
        string[] own = ["CS0108", "CS8981", "CS0169", "CS0612", "CS0618"];
        var (result, compiler) = AttributesRun.Run(AttributesRun.Program(LanguageVersion.CSharp12, $"global using Intercom.Generated;\n{code}"));

        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(result.GeneratedSources, Is.Not.Empty);
        Assert.That(
            compiler.Where(diagnostic => !own.Contains(diagnostic.Id) || !diagnostic.Location.SourceTree!.FilePath.StartsWith("/src/", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCase("class P { }", "2201: No members are generated for P. Declare P as partial.")]
    [TestCase("partial class P<T> { }", "2201: No members are generated for P. P is generic.")]
    [TestCase("partial record P { }", "2201: No members are generated for P. A record compares what was read, too. Use a class.")]
    [TestCase("static partial class P { }", "2201: No members are generated for P. The class is static or abstract, so it cannot be created.")]
    [TestCase("abstract partial class P { }", "2201: No members are generated for P. The class is static or abstract, so it cannot be created.")]
    [TestCase("partial class P : Base { }", "2201: No members are generated for P. The class has a base class, whose properties would be left out.")]
    [TestCase("partial class P { public P(int a) { } }", "2201: No members are generated for P. The class has no constructor without parameters.")]
    [TestCase("partial class P { public required string? A { get; set; } }", "2201: No members are generated for P. A is required, but an attribute can be missing.")]
    [TestCase("file partial class P { }", "2201: No members are generated for P. P is visible only in its file.")]
    [TestCase(
        "partial class P { public System.Guid? A { get; set; } }",
        "2202: P.A is a System.Guid?, which a custom attribute cannot hold. Use string, int, long, double, decimal, bool, DateTime, DateTimeOffset, DateOnly, "
            + "an enum without [Flags], string[], List<string>, IReadOnlyList<string>, or CustomObjectReferences, or add [IntercomAttribute(Ignore = true)].")]
    [TestCase("partial class P { public static string? A { get; set; } }", "2203: P.A is static. Make it a public property with get and set, or add [IntercomAttribute(Ignore = true)].")]
    [TestCase("partial class P { public string? A { get; } }", "2203: P.A cannot be assigned. Make it a public property with get and set, or add [IntercomAttribute(Ignore = true)].")]
    [TestCase("partial class P { public string? A { set { } } }", "2203: P.A cannot be read. Make it a public property with get and set, or add [IntercomAttribute(Ignore = true)].")]
    [TestCase(
        "partial class P { public string? A { get; init; } }",
        "2203: P.A can only be assigned when the object is created. Make it a public property with get and set, or add [IntercomAttribute(Ignore = true)].")]
    [TestCase(
        "partial class P { public string? this[int i] { get => null; set { } } }",
        "2203: P.this[] is an indexer. Make it a public property with get and set, or add [IntercomAttribute(Ignore = true)].")]
    [TestCase(
        "partial class P { [IntercomAttribute(\"a\")] internal string? A { get; set; } }",
        "2203: P.A is not public. Make it a public property with get and set, or add [IntercomAttribute(Ignore = true)].")]
    [TestCase("partial class P { public int A { get; set; } }", "2204: P.A cannot be null, so an attribute that is missing would be sent as a value. Declare it as int?.")]
    [TestCase("partial class P { public string A { get; set; } = \"\"; }", "2204: P.A cannot be null, so an attribute that is missing would be sent as a value. Declare it as string?.")]
    [TestCase(
        "partial class P { [IntercomAttribute(\"a.b\")] public string? A { get; set; } }",
        "2205: Intercom has no attribute with the name of P.A: the name contains '.' or '$'. Correct it with [IntercomAttribute(\"name\")].")]
    [TestCase(
        "partial class P { [IntercomAttribute(\" \")] public string? A { get; set; } }",
        "2205: Intercom has no attribute with the name of P.A: the name is empty. Correct it with [IntercomAttribute(\"name\")].")]
    [TestCase(
        "partial class P { [IntercomAttribute(\"a\\nb\")] public string? A { get; set; } }",
        "2205: Intercom has no attribute with the name of P.A: the name contains a control character. Correct it with [IntercomAttribute(\"name\")].")]
    [TestCase(
        "partial class P { public string? AB { get; set; } [IntercomAttribute(\"ab\")] public string? C { get; set; } }",
        "2206: P.AB and P.C both have the name 'ab' in Intercom. Rename one of them with [IntercomAttribute(\"name\")].")]
    [TestCase(
        "partial class P { public E? A { get; set; } } enum E { X, [IntercomAttribute(\"x\")] Y }",
        "2206: E.X and E.Y both have the name 'x' in Intercom. Rename one of them with [IntercomAttribute(\"name\")].")]
    [TestCase("partial class P { public string? Fields { get; set; } }", "2207: P has a member named Fields, which is the name of a generated member. Rename it.")]
    public void Reports_what_Intercom_cannot_store(string declaration, string expected)
    {
        var (result, _) = AttributesRun.Run(
            AttributesRun.Program(LanguageVersion.CSharp12, $"using Intercom.Generated;\nclass Base {{ public string? B {{ get; set; }} }}\n[IntercomAttributes] {declaration}"));

        Assert.That(
            result.Diagnostics.Select(diagnostic => $"{diagnostic.Id["INTERCOM".Length..]}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"), Is.EqualTo([expected]));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Diagnostics[0].Severity, Is.EqualTo(DiagnosticSeverity.Error));
            Assert.That(result.Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line, Is.EqualTo(2));
            Assert.That(result.GeneratedSources, Is.Empty);
        }
    }

    [TestCase("class Outer { [IntercomAttributes] partial class P { } }", TestName = "In a class that is not partial")]
    [TestCase("partial class Outer<T> { [IntercomAttributes] partial class P { } }", TestName = "In a generic class")]
    [TestCase("[IntercomAttributes] partial class P { public System.DayOfWeek? A { get; set; } public System.AttributeTargets? B { get; set; } }", TestName = "Flags")]
    [TestCase("[IntercomAttributes] partial class P { [IntercomAttribute(\"" + Long + Long + "\")] public string? A { get; set; } }", TestName = "Long name")]
    [TestCase("[IntercomAttributes] partial class P { public Missing? A { get; set; } }", TestName = "Missing type")]
    [TestCase("[IntercomAttributes] partial struct P { }", TestName = "Struct")]
    [TestCase("[IntercomAttributes] partial class { }", TestName = "No name")]
    [TestCase("[IntercomAttributes] partial class P { public int? { get; set; } public", TestName = "Incomplete")]
    [TestCase("[IntercomAttributes] partial class P { } [IntercomAttributes] partial class P { }", TestName = "Twice")]
    [TestCase("[IntercomAttributes] partial class P { public string? A { get; set; } public int? A { get; set; } }", TestName = "Duplicate property")]
    [TestCase("[IntercomAttributes] partial class Names { public string? A { get; set; } }", TestName = "Class with the name of a member")]
    [TestCase(
        "[IntercomAttributes(1)] partial class P { [IntercomAttribute(null)] public string? A { get; set; } [IntercomAttribute(3, Ignore = 4)] "
        + "public int? B { get; set; } }",
        TestName = "Wrong arguments")]
    public void Never_throws_on_code_with_errors(string code)
    {
        var (result, compiler) = AttributesRun.Run(AttributesRun.Program(LanguageVersion.CSharp12, $"global using Intercom.Generated;\n{code}"));

        Assert.That(result.Diagnostics.Length + compiler.Length, Is.Positive);
    }

    private const string Long = "The name of an attribute that has more characters than a name can have, even if it were one of the longest of all";

    [Test]
    public void Generates_nothing_without_the_attribute()
    {
        var (result, _) = AttributesRun.Run(AttributesRun.Program(LanguageVersion.CSharp12, "public partial class P { public string? A { get; set; } }"));

        Assert.That(result.GeneratedSources, Is.Empty);
    }

    [Test]
    public void Generated_code_is_readable()
    {
        var (result, _) = AttributesRun.Run(AttributesRun.Program(LanguageVersion.CSharp12, """
            using Intercom.Generated;
            namespace Acme;
            public enum Tier { Free, Gold }
            [IntercomAttributes]
            public partial class Plan
            {
                public int? Seats { get; set; }
                public System.DateOnly? Renewal { get; set; }
                public Tier? Tier { get; set; }
            }
            """));

        new Snapshot(nameof(AttributesGeneratorTests)).Match(new Dictionary<string, string> { ["Plan"] = result.GeneratedSources[0].SourceText.ToString() });
    }
}
