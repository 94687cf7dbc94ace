using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.Descriptions.Facts;

/// <summary>A region in which workspaces are hosted.</summary>
/// <param name="Name">The C# name, such as <c>Europe</c>.</param>
/// <param name="Code">The code that the API returns, such as <c>EU</c>.</param>
/// <param name="Url">The base address of the API.</param>
/// <param name="Summary">The summary.</param>
public sealed record RegionModel(string Name, string Code, string Url, string Summary);

/// <summary>The code of an error.</summary>
/// <param name="Name">The C# name, such as <c>NotFound</c>.</param>
/// <param name="Code">The code, such as <c>not_found</c>.</param>
/// <param name="Summary">The summary.</param>
public sealed record ErrorCodeModel(string Name, string Code, string Summary);

/// <summary>The facts of a list, or the problems of the file. If there are any, the list is empty.</summary>
/// <typeparam name="T">The facts of an item.</typeparam>
/// <param name="Items">The items, in the order of the file.</param>
/// <param name="Problems">The problems.</param>
public sealed record FactsList<T>(EquatableArray<T> Items, EquatableArray<DescriptionProblem> Problems)
    where T : IEquatable<T>;

/// <summary>
/// Reads the facts that are the same in all versions. Never throws for the content of a file: problems are part of the result.
/// </summary>
public static class RuntimeFactsReader
{
    /// <summary>The file of the regions.</summary>
    public const string RegionsFile = "regions.json";

    /// <summary>The file of the error codes.</summary>
    public const string ErrorCodesFile = "error-codes.json";

    /// <summary>Reads regions.json.</summary>
    public static FactsList<RegionModel> ReadRegions(string json) =>
        Read(RegionsFile, json, "regions", region => (region.Name, region.Code), ReadRegion);

    /// <summary>Reads error-codes.json.</summary>
    public static FactsList<ErrorCodeModel> ReadErrorCodes(string json) =>
        Read(ErrorCodesFile, json, "codes", code => (code.Name, code.Code), ReadErrorCode);

    private static RegionModel? ReadRegion(FactsObject facts)
    {
        facts.Allow("name", "code", "url", "summary");
        var url = facts.Text("url");
        if (url is not null && !IsBaseAddress(url))
            url = facts.Report<string>("url", $"'{url}' is not an https address that ends with a slash.");
        return (facts.Name("name"), facts.Text("code"), url, facts.Text("summary")) is ({ } name, { } code, { } address, { } summary)
            ? new RegionModel(name, code, address, summary)
            : null;
    }

    private static bool IsBaseAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && url.EndsWith("/", StringComparison.Ordinal);

    private static ErrorCodeModel? ReadErrorCode(FactsObject facts)
    {
        facts.Allow("code", "name", "summary");
        if ((facts.Text("code"), facts.Text("summary")) is not ({ } code, { } summary))
            return null;
        var name = facts.Has("name") ? facts.Name("name") : Identifier.Pascal(code);
        if (name is null)
            return null;
        return FactsObject.IsName(name)
            ? new ErrorCodeModel(name, code, summary)
            : facts.Report<ErrorCodeModel>("code", $"'{code}' cannot be converted to a C# name. Name the code with 'name'.");
    }

    private static FactsList<T> Read<T>(
        string fileName, string json, string list, Func<T, (string Name, string Code)> identify, Func<FactsObject, T?> readItem)
        where T : class, IEquatable<T>
    {
        var problems = new List<DescriptionProblem>();
        var items = new List<T>();
        if (FactsObject.Parse(fileName, json, problems) is { } file)
        {
            file.Allow("description", "source", list);
            foreach (var facts in file.Objects(list))
            {
                if (readItem(facts) is not { } item)
                    continue;
                var (name, code) = identify(item);
                var isTaken = items.Select(identify)
                    .Any(other => other.Name == name || string.Equals(other.Code, code, StringComparison.OrdinalIgnoreCase));
                if (isTaken)
                    facts.Report($"The name '{name}' or the code '{code}' is listed twice. Remove one of the entries.");
                items.Add(item);
            }

            if (items.Count == 0 && problems.Count == 0)
                file.Report(list, $"The list '{list}' is empty. Add its items.");
        }

        return problems.Count > 0 ? new(default, problems.ToEquatableArray()) : new(items.ToEquatableArray(), default);
    }
}
