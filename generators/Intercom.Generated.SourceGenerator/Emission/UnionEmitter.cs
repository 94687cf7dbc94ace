using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the unions: a sealed class each, with a constructor and a conversion for each case.</summary>
internal static class UnionEmitter
{
    /// <summary>Returns the unions without discriminators, which only the codecs need.</summary>
    public static EquatableArray<UnionModel> Declared(EquatableArray<UnionModel> unions) =>
        unions.Select(union => union with { Cases = union.Cases.Select(Declared).ToEquatableArray() }).ToEquatableArray();

    public static string Emit(EquatableArray<UnionModel> unions, string targetNamespace)
    {
        var code = CodeWriter.File(
            targetNamespace,
            "System",
            "System.Collections.Generic",
            "System.Diagnostics.CodeAnalysis",
            "Intercom.Generated.Runtime",
            "Newtonsoft.Json.Linq");
        foreach (var union in unions)
        {
            code.Line();
            Union(code, union);
        }

        return code.ToString();
    }

    private static UnionCaseModel Declared(UnionCaseModel item) => new(item.Name, item.Type, default, default);

    private static void Union(CodeWriter code, UnionModel union)
    {
        code.Summary(union.Summary);
        var types = union.Cases.Select(item => $"<c>{XmlText.Content(item.Type.CSharp)}</c>");
        code.Markup("remarks", $"One of {string.Join(", ", types)}, or JSON that matches none of them.");
        CodecReference.Attributes(code, union.Name, isDerived: true);
        code.Open($"public {Declaration.Of(union)}");
        foreach (var item in union.Cases)
        {
            code.Summary($"Initializes a union with the case {item.Name}.");
            code.Open($"public {union.Name}({item.Type.CSharp} value) : base(value)");
            code.Close();
            code.Line();
        }

        if (!union.Cases.Any(item => item.Type.Kind == TypeKind.Any))
        {
            code.Open($"internal {union.Name}(JToken value) : base(value)");
            code.Close();
            code.Line();
        }

        foreach (var item in union.Cases)
        {
            code.Summary($"Gets the value if it is the case {item.Name}.");
            code.Member($"public bool TryPick{item.Name}([NotNullWhen(true)] out {item.Type.CSharp}? value) =>", "TryPick(out value);");
            code.Line();
        }

        Match(code, union);
        foreach (var item in union.Cases)
            Conversions(code, union, item);
        code.Close();
    }

    private static void Match(CodeWriter code, UnionModel union)
    {
        code.Line("/// <summary>Calls the function for the case of the value.</summary>");
        foreach (var item in union.Cases)
            code.Parameter(Declaration.MatchArgument(item), $"Called for the case {item.Name}.");
        code.Parameter("unknown", "Called with the JSON if it matches none of the cases.");
        code.List("public TResult Match<TResult>", Declaration.MatchParameters(union), " => Value switch");
        code.Line("{");
        var number = 0;
        foreach (var item in union.Cases.Where(item => item.Type.Kind != TypeKind.Any))
        {
            number++;
            code.Continued($"{item.Type.CSharp} case{number} => {Declaration.MatchArgument(item)}(case{number}),");
        }

        code.Continued("var other => unknown((JToken)other),");
        code.Line("};");
    }

    // C# has no conversion from an interface, so lists convert from arrays and List<T>.
    private static void Conversions(CodeWriter code, UnionModel union, UnionCaseModel item)
    {
        IEnumerable<string> sources = item.Type.Kind == TypeKind.List
            ? [$"{item.Type.Element!.CSharp}[]", $"List<{item.Type.Element.CSharp}>"]
            : item.Type.Kind == TypeKind.Map ? [] : [item.Type.CSharp];
        foreach (var source in sources)
        {
            code.Line();
            code.Summary($"Converts a value to a union with the case {item.Name}.");
            code.Line($"public static implicit operator {union.Name}({source} value) => new(value);");
        }
    }
}
