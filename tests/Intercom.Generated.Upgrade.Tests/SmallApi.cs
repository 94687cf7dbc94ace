using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>Two versions of a small API that differ in everything that a fix can adapt.</summary>
internal static class SmallApi
{
    public const string Old = "Intercom.Generated.V1_0";
    public const string New = "Intercom.Generated.V1_1";

    private const string OldCode = """
        public class IntercomClient { public OldBearsClient OldBears => null!; public CatsClient Cats => null!; }
        public class OldBearsClient
        {
            public virtual Task<Bear> GetAsync(string bearId, string kind, RequestOptions? options = null, CancellationToken cancellationToken = default) => null!;
            public virtual Task<Bear> SwapAsync(string first, string second, RequestOptions? options = null, CancellationToken cancellationToken = default) => null!;
        }
        public class CatsClient { public virtual Task FeedAsync(string cat, RequestOptions? options = null, CancellationToken cancellationToken = default) => null!; }
        public sealed class CatOptions : RequestOptions { public string? Color { get; set; } public string? Shade { get; set; } }
        public sealed class Bear : IntercomModel
        {
            public string? Name { get; set; }
            public long? Age { get; set; }
            public bool? Wild { get; set; }
            public Fur Fur { get; set; }
            public Reply? Reply { get; set; }
        }
        public sealed class Reply : IntercomModel { public string? Text { get; set; } }
        public sealed class Home : IntercomUnion
        {
            public Home(Bear value) : base(value) { }
            public Home(System.Collections.Generic.IList<Bear> value) : base(value) { }
            public Home(string value) : base(value) { }
            public static implicit operator Home(Bear value) => new(value);
            public static implicit operator Home(Bear[] value) => new(value);
            public static implicit operator Home(string value) => new(value);
        }
        public readonly struct Fur { public Fur(string value) => Value = value; public string Value { get; } public static Fur Brown => new("brown"); public static Fur Black => new("black"); }
        """;

    private const string NewCode = """
        public class IntercomClient { public BearsClient Bears => null!; public CatsClient Cats => null!; }
        public class BearsClient
        {
            public virtual Task<Bear> FindAsync(string id, BearOptions? query = null, RequestOptions? options = null, CancellationToken cancellationToken = default) => null!;
            public virtual Task<Bear> SwapAsync(string second, string first, RequestOptions? options = null, CancellationToken cancellationToken = default) => null!;
        }
        public class CatsClient { public virtual Task FeedAsync(string tom, RequestOptions? options = null, CancellationToken cancellationToken = default) => null!; }
        public sealed class BearOptions : RequestOptions { public string? Kind { get; set; } }
        public sealed class TomOptions : RequestOptions { public string? Colour { get; set; } }
        public sealed class Bear : IntercomModel { public string? Title { get; set; } public Fur Fur { get; set; } public Reply? Reply { get; set; } }
        public sealed class Reply : IntercomModel { public string? Text { get; set; } }
        public readonly struct Fur { public Fur(string value) => Value = value; public string Value { get; } public static Fur Black => new("dark"); }
        """;

    private static readonly string[] Changes =
    [
        "1\t1.0\tIntercom.Generated.V1_0\t1.1\tIntercom.Generated.V1_1",
        "renamed\tuse\tOldBearsClient.GetAsync\tGetAsync is FindAsync.\tcall\tBears\tFindAsync\t\tBearOptions\tid=bearId\t.Kind=kind",
        "renamed\tuse\tOldBearsClient.SwapAsync\tThe arguments are in another order.\tcall\tBears\tSwapAsync\t\t\tsecond=second\tfirst=first",
        "removed\tuse\tIntercomClient.OldBears\tOldBears was removed.",
        "retyped\tuse\tCatsClient.FeedAsync\tcat is tom.\tcall\tCats\tFeedAsync\t\t\ttom=cat",
        "renamed\tuse\tCatOptions\tCatOptions is TomOptions.\trename\tTomOptions",
        "renamed\tuse\tCatOptions.Color\tColor is Colour.\trename\tColour",
        "removed\tuse\tCatOptions.Shade\tShade was removed.\tquery\tshade",
        "renamed\tuse\tBear.Name\tName is Title.\trename\tTitle",
        "removed\tuse\tBear.Age\tAge was removed.\tadditional\tage\tlong",
        "removed\tuse\tBear.Wild\tWild was removed.\tadditional\twild\tbool",
        "removed\tuse\tFur.Brown\tBrown was removed.\tvalue\tbrown",
        "behavior\tuse\tFur.Black\tBlack stands for another value.\tvalue\tblack",
        "behavior\tnew\tReply.Text\tText is no longer set.\tinitialize\tText\t\"hi\"",
        "behavior\tset\tReply.Text\tText is limited.",
        "removed\tuse\tHome.op_Implicit(Bear)\tThe case Bear was removed.",
        "removed\tuse\tHome.op_Implicit(IList<Bear>)\tThe case of a list was removed.",
        "unknown\tuse\tBear\tA kind of change that a later version of the analyzers knows.",
        "removed\tuse\tBear.Title\tA replacement that a later version knows.\tteleport",
    ];

    /// <summary>The references of a program that uses both versions.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = [.. VersionReferences.Of(), Compile(Old, OldCode, string.Join('\n', Changes)), Compile(New, NewCode, null)];

    private static PortableExecutableReference Compile(string name, string code, string? changes)
    {
        var source = $"""
            using System.Threading;
            using System.Threading.Tasks;
            {(changes is null ? string.Empty : $"[assembly: System.Reflection.AssemblyMetadata(\"{UpgradeStep.MetadataKey}\", {SymbolDisplay.FormatLiteral(changes, quote: true)})]")}
            namespace {name};
            {code}
            """;
        var compilation = CSharpCompilation.Create(
            name,
            [CSharpSyntaxTree.ParseText(source)],
            VersionReferences.Of(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
