namespace Intercom.Generated.Packages.Tests;

/// <summary>Typed custom attributes, as a user gets them.</summary>
public sealed partial class PackageTests
{
    private const string AttributesClass = """
        using System;
        using Intercom.Generated;

        namespace Acme
        {
            public enum Tier { Free, Gold }

            [IntercomAttributes]
            public partial class PlanAttributes
            {
                [IntercomAttribute("Plan name")]
                public string Plan { get; set; }
                public int? Seats { get; set; }
                public DateTime? Renewal { get; set; }
                public Tier? Tier { get; set; }
            }

            public static class Program
            {
                public static void Main()
                {
                    var plan = PlanAttributes.From(new CustomAttributes { ["Plan name"] = "gold", ["seats"] = 12, ["tier"] = "gold" });
                    plan.Seats = 13;
                    plan.Plan = null;
                    plan.Renewal = new DateTime(2027, 1, 1);
                    var changes = plan.ToCustomAttributes();
                    Console.WriteLine(plan.Tier + " " + Newtonsoft.Json.JsonConvert.SerializeObject(changes) + " " + PlanAttributes.Fields.Seats);
                    UPDATES
                }
            }
        }
        """;

    [TestCase("V2_16", TestName = "Program_gets_typed_attributes_once(one version)")]
    [TestCase("V2_13", "V2_16", TestName = "Program_gets_typed_attributes_once(two versions)")]
    public void Program_gets_typed_attributes_once(params string[] versions)
    {
        var updates = versions.Select(version =>
            $"Console.WriteLine(new Intercom.Generated.{version}.UpdateContactRequest {{ CustomAttributes = changes }}.CustomAttributes.Count);");
        var (exitCode, output) = Build(
            [("Program.cs", AttributesClass.Replace("UPDATES", string.Join('\n', updates), StringComparison.Ordinal))],
            "<Nullable>disable</Nullable><LangVersion>7.3</LangVersion>",
            string.Concat(versions.Select(version => $"""<PackageReference Include="Intercom.Generated.{version}" Version="*" />""")),
            run: true);

        Assert.That(exitCode, Is.Zero, output);
        string[] expected =
        [
            """Gold {"Plan name":null,"seats":13,"renewal":1798761600} custom_attributes.seats""",
            .. versions.Select(_ => "3"),
        ];
        Assert.That(output.Trim().ReplaceLineEndings("\n"), Is.EqualTo(string.Join('\n', expected)));
    }

    [Test]
    public void Library_for_netstandard_gets_typed_attributes()
    {
        var (exitCode, output) = Build(
            [("Program.cs", AttributesClass.Replace("UPDATES", string.Empty, StringComparison.Ordinal))],
            "<Nullable>disable</Nullable><LangVersion>7.3</LangVersion><TargetFramework>netstandard2.0</TargetFramework><OutputType>Library</OutputType>",
            """<PackageReference Include="Intercom.Generated.V2_16" Version="*" />""");

        Assert.That(exitCode, Is.Zero, output);
    }

    [Test]
    public void Program_sees_why_an_attribute_cannot_be_stored()
    {
        var (exitCode, output) = Build(
            "Program.cs",
            "using Intercom.Generated;\n\n[IntercomAttributes] public partial class Plan { public int Seats { get; set; } }",
            "<OutputType>Library</OutputType>",
            """<PackageReference Include="Intercom.Generated.V2_16" Version="*" />""");

        Assert.That(exitCode, Is.Not.Zero);
        Assert.That(output, Does.Contain("Program.cs(3,").And.Contain("INTERCOM2204"));
    }
}
