using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Facts;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the regions, their base addresses, and their codes.</summary>
internal static class RegionsEmitter
{
    public static string Emit(EquatableArray<RegionModel> regions, string targetNamespace)
    {
        var code = CodeWriter.File(targetNamespace, "System");
        code.Line();
        code.Summary("The region in which a workspace is hosted.");
        code.Open("public enum IntercomRegion");
        foreach (var region in regions)
        {
            code.Prose("summary", $"{region.Summary} The code is `{region.Code}`, and the base address is {region.Url}.");
            code.Line($"{region.Name},");
        }

        code.Close();
        code.Line();
        code.Summary("Finds regions by code and returns their base addresses.");
        code.Open("public static class IntercomRegions");
        Address(code, regions);
        code.Line();
        Parsing(code, regions);
        code.Close();
        return code.ToString();
    }

    private static void Address(CodeWriter code, EquatableArray<RegionModel> regions)
    {
        code.Summary("Gets the base address of the API in a region.");
        code.Line("/// <exception cref=\"ArgumentException\"><paramref name=\"region\"/> is not a defined region.</exception>");
        code.Open("public static Uri GetBaseAddress(IntercomRegion region) => new(region switch");
        foreach (var region in regions)
            code.Line($"IntercomRegion.{region.Name} => {CSharpText.Literal(region.Url)},");
        code.Line(
            "_ => throw new ArgumentException($\"Region {region} is not defined. Use a member of IntercomRegion.\", nameof(region)),");
        code.Close("});");
    }

    private static void Parsing(CodeWriter code, EquatableArray<RegionModel> regions)
    {
        code.Summary("Finds a region by its code or name, such as EU or Europe, in any case.");
        code.Line("/// <returns>False if the text is not the code or name of a region.</returns>");
        code.Open("public static bool TryParse(string? text, out IntercomRegion region)");
        code.Line("var trimmed = text?.Trim();");
        foreach (var region in regions)
        {
            code.Open($"if (Is({CSharpText.Literal(region.Code)}) || Is({CSharpText.Literal(region.Name)}))");
            code.Line($"region = IntercomRegion.{region.Name};");
            code.Line("return true;");
            code.Close();
        }

        code.Line();
        code.Line("region = default;");
        code.Line("return false;");
        code.Line();
        code.Line("bool Is(string name) => string.Equals(trimmed, name, StringComparison.OrdinalIgnoreCase);");
        code.Close();
    }
}
