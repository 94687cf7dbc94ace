using System.Text.RegularExpressions;
using System.Xml.Linq;
using Intercom.Generated.Descriptions.Model;
using Intercom.Generated.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Compatibility.Tests;

/// <summary>Two models to compare.</summary>
internal sealed record ModelPair(string Name, ApiModel Before, ApiModel After);

/// <summary>The actual breaks between the code of two models, as <c>Type.Member</c> or as type names.</summary>
/// <param name="Binary">The breaks that the SDK's ApiCompat finds.</param>
/// <param name="Source">The breaks that the C# compiler finds in a program.</param>
/// <param name="VisualBasic">The breaks that the Visual Basic compiler finds in a program, if it was asked.</param>
/// <param name="Surface">The public members that are removed or changed in any way, including default values.</param>
internal sealed record ActualBreaks(
    IReadOnlySet<string> Binary, IReadOnlySet<string> Source, IReadOnlySet<string> VisualBasic, IReadOnlySet<string> Surface);

/// <summary>Compares the compiled code of models.</summary>
internal static partial class AssemblyComparison
{
    private static readonly SymbolDisplayFormat SurfaceFormat = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithParameterOptions(
            SymbolDisplayParameterOptions.IncludeType
            | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers)
        .WithMemberOptions(
            SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeConstantValue);

    /// <summary>Generates, compiles, and compares pairs of models.</summary>
    /// <param name="pairs">The pairs.</param>
    /// <param name="withVisualBasic">Whether to compile the programs in Visual Basic, too.</param>
    public static IReadOnlyDictionary<string, ActualBreaks> Compare(IReadOnlyList<ModelPair> pairs, bool withVisualBasic = false)
    {
        var folder = Directory.CreateTempSubdirectory("intercom-compat-").FullName;
        try
        {
            var models = pairs.SelectMany(pair => new[] { pair.Before, pair.After }).Distinct().ToList();
            var compilations = GeneratedCode.Compile(models);
            CSharpCompilation Of(ApiModel model) => compilations[models.IndexOf(model)];

            for (var index = 0; index < pairs.Count; index++)
            {
                var (name, before, after) = pairs[index];
                Assert.That(GeneratedCode.Write(Of(before), Path.Combine(PairFolder(index), "before.dll")), Is.Empty, $"{name}: before");
                Assert.That(GeneratedCode.Write(Of(after), Path.Combine(PairFolder(index), "after.dll")), Is.Empty, $"{name}: after");
            }

            RunApiCompat(folder);
            return pairs
                .Select((pair, index) => KeyValuePair.Create(pair.Name, Find(Of(pair.Before), Of(pair.After), PairFolder(index), withVisualBasic)))
                .ToDictionary(StringComparer.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        string PairFolder(int index) => Path.Combine(folder, "pairs", $"{index}");
    }

    private static ActualBreaks Find(CSharpCompilation before, CSharpCompilation after, string pair, bool withVisualBasic)
    {
        var caller = CallerProgram.Of(before);
        Assert.That(caller.BreaksAgainst(before), Is.Empty, "The caller must compile against the assembly that it was generated from.");
        return new ActualBreaks(
            ReadBreaks(pair),
            caller.BreaksAgainst(after),
            withVisualBasic ? VisualBasicBreaks(pair) : new HashSet<string>(),
            RemovedSurface(before, after));
    }

    private static IReadOnlySet<string> VisualBasicBreaks(string pair)
    {
        var program = VisualBasicProgram.Of(Path.Combine(pair, "before.dll"));
        Assert.That(
            program.BreaksAgainst(Path.Combine(pair, "before.dll")),
            Is.Empty,
            "The program must compile against the assembly that it was generated from.");
        return program.BreaksAgainst(Path.Combine(pair, "after.dll"));
    }

    private static void RunApiCompat(string folder)
    {
        var project = Path.Combine(folder, "ApiCompat.proj");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "ApiCompat.xml"), project);
        var references = Path.Combine(folder, "references.txt");
        File.WriteAllLines(references, GeneratedCode.References);
        GeneratedCode.Run(
            folder,
            "msbuild",
            project,
            "-t:ComparePairs",
            "-nologo",
            "-v:quiet",
            "-nodeReuse:false",
            $"-p:PairsFolder={Path.Combine(folder, "pairs")}",
            $"-p:ReferencesFile={references}");
    }

    // Without breaks, ApiCompat writes no file. So compared.txt proves that it did run.
    private static HashSet<string> ReadBreaks(string pair)
    {
        Assert.That(File.Exists(Path.Combine(pair, "compared.txt")), "ApiCompat did not compare.");
        var file = Path.Combine(pair, "breaks.xml");
        if (!File.Exists(file))
            return [];
        return XDocument.Load(file).Descendants("Suppression")
            .Where(suppression => (string?)suppression.Element("DiagnosticId") is { } id
                && id.StartsWith("CP0", StringComparison.Ordinal)
                && id != "CP0003")
            .Select(suppression => Symbol((string)suppression.Element("Target")!))
            .ToHashSet(StringComparer.Ordinal);
    }

    // Converts M:Intercom.Generated.Trial.ThingsClient.GetAsync(System.String) to ThingsClient.GetAsync.
    private static string Symbol(string target)
    {
        var name = Arity().Replace(target[2..].Split('(', '$')[0], string.Empty);
        name = name.StartsWith(GeneratedCode.Namespace + ".", StringComparison.Ordinal)
            ? name[(GeneratedCode.Namespace.Length + 1)..]
            : name;
        var parts = name.Split('.');
        if (parts.Length == 1)
            return parts[0];
        var isAccessor = parts[1].StartsWith("get_", StringComparison.Ordinal) || parts[1].StartsWith("set_", StringComparison.Ordinal);
        return $"{parts[0]}.{(isAccessor ? parts[1][4..] : parts[1])}";
    }

    private static HashSet<string> RemovedSurface(CSharpCompilation before, CSharpCompilation after)
    {
        var left = Surface(after).Select(line => line.Text).ToHashSet(StringComparer.Ordinal);
        return Surface(before).Where(line => !left.Contains(line.Text)).Select(line => line.Symbol).ToHashSet(StringComparer.Ordinal);
    }

    private static IEnumerable<(string Symbol, string Text)> Surface(CSharpCompilation compilation)
    {
        foreach (var type in CallerProgram.Types(compilation))
        {
            yield return (type.Name, $"{type.TypeKind} {type.ToDisplayString(SurfaceFormat)}");

            foreach (var member in type.GetMembers().Where(IsSurface))
            {
                var setter = (member as IPropertySymbol)?.SetMethod?.DeclaredAccessibility;
                yield return ($"{type.Name}.{member.Name}", $"{member.ToDisplayString(SurfaceFormat)} {setter}");
            }
        }
    }

    private static bool IsSurface(ISymbol member) =>
        member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected
        && member is not IMethodSymbol { AssociatedSymbol: not null };

    [GeneratedRegex("`+[0-9]+")]
    private static partial Regex Arity();
}
