using System.Text.RegularExpressions;
using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.OpenApi.Tests;

/// <summary>
/// Finds what a text of one version describes although only another version has it. A text is compared with the names of the versions: with
/// all of them if it can only mean a name (<c>retain_metrics</c>, <c>Copilot</c>, "data connector"), and with those of its own client,
/// operation, or type if it uses ordinary words ("title", "high").
/// </summary>
internal sealed class ForeignNames
{
    private static readonly Regex Word = new("[A-Z]+(?![a-z])|[A-Z]?[a-z]+", RegexOptions.CultureInvariant);
    private static readonly Regex Identifier = new("[A-Za-z0-9]+(?:[_.][A-Za-z0-9]+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)+", RegexOptions.CultureInvariant);
    private static readonly Regex ProperNoun = new("(?<=[a-z,] )[A-Z][a-z]+(?![A-Za-z0-9])", RegexOptions.CultureInvariant);
    private static readonly Regex VersionNumber = new(@"(?<![\d.])\d\.\d\d?(?![\d.]*\d)|\bPreview\b|\bstable version", RegexOptions.CultureInvariant);

    // Endings and the like, which a text need not repeat to mean a name.
    private static readonly HashSet<string> Affixes = new("id ids at by is has".Split(' ').Select(Stem), StringComparer.Ordinal);

    // Words that say nothing about the subject of a text.
    private static readonly HashSet<string> Fillers = new(
        ("id ids type name kind a an the this that these those it its no not none null other others one each more most only " +
         "is are was were be been has have had can may set use used default example whether if when until before after while as at by for from in into of on to with and or than who which there " +
         "time all").Split(' ').Select(Stem),
        StringComparer.Ordinal);

    private readonly string _version;
    private readonly Dictionary<string, Owner> _owners;
    private readonly Dictionary<string, EnumModel> _enums;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _phrases;
    private readonly Dictionary<string, string> _features;

    /// <summary>Collects the names and texts of a version.</summary>
    public ForeignNames(ApiModel model)
    {
        _version = model.Version;
        var objects = model.Objects.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _owners = model.Clients.Select(Client)
            .Concat(model.Clients.SelectMany(client => client.Operations).Select(operation => Operation(operation, objects)))
            .Concat(model.Objects.Select(type => Object(type, objects)))
            .Concat(model.Unions.Select(type => new Owner(type.Key, [], [type.Name], [new Text(type.Summary)])))
            .Concat(model.Enums.Select(type => new Owner(type.Key, [], type.Members.Select(member => member.Value), [new Text(type.Summary)])))
            .GroupBy(owner => owner.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        _enums = model.Enums.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var names = _owners.Values.SelectMany(owner => owner.Names)
            .Concat(model.Clients.SelectMany(client => client.Operations).SelectMany(operation => new[] { operation.Name, operation.Name + "Async" }))
            .ToHashSet(StringComparer.Ordinal);
        _words = names.SelectMany(Stems).ToHashSet(StringComparer.Ordinal);
        _phrases = names.SelectMany(Phrases).ToHashSet(StringComparer.Ordinal);
        _features = model.Clients.Select(client => client.Name)
            .Concat(_owners.Keys.Where(key => key.IndexOf(' ') < 0).Select(key => key.Split('/')[0]))
            .GroupBy(name => string.Join(" ", Stems(name)), StringComparer.Ordinal)
            .Where(group => group.Key.Contains(' '))
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>A line for each text of this version that describes something that only another version has.</summary>
    public IEnumerable<string> In(IReadOnlyCollection<ForeignNames> versions) =>
        from owner in _owners.Values
        from text in owner.Texts
        from name in Anywhere(text, versions).Concat(Nearby(owner, text, versions)).DistinctBy(name => string.Join(" ", Stems(name)))
        select $"{owner.Key}{text.Member}: \"{text.Value}\" describes {name}, which {_version} does not have. " +
            $"Write a text without it, and one with it under the same key followed by @ and the first version that has it.";

    private static Owner Client(ClientModel client) => new(
        $"client {client.Name}",
        client.Operations.Select(operation => new Member(operation.Name, string.Empty)),
        [client.Name],
        [new Text(client.Summary)]);

    private static Owner Operation(OperationModel operation, Dictionary<string, ObjectModel> objects)
    {
        var parameters = operation.RequiredQuery.Concat(operation.Options?.Parameters ?? default).ToList();
        var body = operation.Body is { } sent && objects.TryGetValue(sent.Type.CSharp, out var type) ? type.Properties : default;
        return new Owner(
            operation.Key,
            parameters.Select(parameter => new Member(parameter.WireName, parameter.Summary))
                .Concat(body.Select(property => new Member(property.WireName, property.Summary))),
            operation.PathParameters.Select(parameter => parameter.WireName).Append(operation.Name),
            operation.PathParameters.Concat(parameters)
                .Select(parameter => new Text(parameter.Summary, $"?{parameter.WireName}", parameter.Type))
                .Prepend(new Text(operation.Summary)))
        {
            BodyTypes = [.. body.Select(property => property.Type)],
        };
    }

    private static Owner Object(ObjectModel type, Dictionary<string, ObjectModel> objects) => new(
        type.Key,
        type.Properties.Select(property => new Member(property.WireName, property.Summary)),
        type.Properties
            .SelectMany(property => objects.TryGetValue((property.Type.Element ?? property.Type).CSharp, out var inner) ? inner.Properties : default)
            .Select(property => property.WireName)
            .Append(type.Name),
        type.Properties.Select(property => new Text(property.Summary, $"/{property.WireName}", property.Type)).Prepend(new Text(type.Summary)));

    // What can only be a name: identifiers, proper nouns, features of several words, versions.
    private IEnumerable<string> Anywhere(Text text, IReadOnlyCollection<ForeignNames> versions)
    {
        var identifiers = Identifier.Matches(text.Value).Cast<Match>().SelectMany(match => match.Value.Split('.').Append(match.Value))
            .Where(name => string.Join(" ", Stems(name)) is var phrase && !_phrases.Contains(phrase) && versions.Any(version => version._phrases.Contains(phrase)));
        var nouns = ProperNoun.Matches(text.Value).Cast<Match>().Select(match => match.Value)
            .Where(noun => !_words.Contains(Stem(noun)) && versions.Any(version => version._words.Contains(Stem(noun))));
        var features = Phrases(Identifier.Replace(text.Value, ";")).Where(phrase => !_phrases.Contains(phrase))
            .SelectMany(phrase => versions.Where(version => version._features.ContainsKey(phrase)).Select(version => version._features[phrase]));
        var numbers = _version.Length == 0 ? [] : VersionNumber.Matches(text.Value).Cast<Match>().Select(match => $"a version (\"{match.Value}\")");
        return identifiers.Concat(nouns).Concat(features).Concat(numbers);
    }

    // What the same client, operation, type, or enum has in another version.
    private IEnumerable<string> Nearby(Owner owner, Text text, IReadOnlyCollection<ForeignNames> versions)
    {
        var words = Stems(text.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var member in versions.SelectMany(version => version._owners.TryGetValue(owner.Key, out var other) ? other.Members : []))
        {
            if (owner.Names.Contains(member.Name))
                continue;
            var name = Stems(member.Name).Where(word => !Affixes.Contains(word)).ToList();
            if (!name.TrueForAll(Fillers.Contains) && name.TrueForAll(words.Contains) && !name.TrueForAll(owner.Words.Contains))
                yield return member.Name;
            else if (owner.IsOperation && text.Member.Length == 0 && Pairs(text.Value).Intersect(Pairs(member.Summary)).Any(owner.IsNew))
                yield return member.Name;
        }

        // A property can list its own values; a summary those of all its members.
        foreach (var type in text.Member.Length > 0 ? [text.Type] : owner.Texts.Select(other => other.Type).Concat(owner.BodyTypes))
        {
            if (type is not { Kind: TypeKind.Enum } || !_enums.TryGetValue(type.CSharp, out var known))
                continue;
            var values = versions.Where(version => version._enums.ContainsKey(type.CSharp))
                .SelectMany(version => version._enums[type.CSharp].Members)
                .Select(member => member.Value)
                .Except(known.Members.Select(member => member.Value), StringComparer.Ordinal)
                .Where(value => Stems(value).ToList() is { Count: > 0 } name && name.TrueForAll(words.Contains) && !name.TrueForAll(owner.Words.Contains));
            foreach (var value in values)
                yield return value;
        }
    }

    private static IEnumerable<string> Stems(string text) => Word.Matches(text).Cast<Match>().Select(match => Stem(match.Value));

    // One form for "deleted", "deletes" and "delete". It need not be a word.
    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Length > 4 && lower.EndsWith("ies", StringComparison.Ordinal))
            return lower.Substring(0, lower.Length - 3) + "y";
        if (lower.EndsWith("ss", StringComparison.Ordinal))
            return lower;
        var ending = new[] { "ed", "es", "s", "e", "ing" }
            .FirstOrDefault(suffix => lower.Length - suffix.Length > 2 && lower.EndsWith(suffix, StringComparison.Ordinal)) ?? string.Empty;
        return lower.Substring(0, lower.Length - ending.Length);
    }

    private static IEnumerable<string> Pairs(string text)
    {
        var stems = Stems(text).ToList();
        return stems.Zip(stems.Skip(1), (first, second) => (first, second))
            .Where(pair => !Fillers.Contains(pair.first) && !Fillers.Contains(pair.second))
            .Select(pair => $"{pair.first} {pair.second}");
    }

    private static IEnumerable<string> Phrases(string text)
    {
        var stems = Stems(text).ToList();
        for (var start = 0; start < stems.Count; start++)
        {
            for (var count = 2; count <= 6 && start + count <= stems.Count; count++)
                yield return string.Join(" ", stems.GetRange(start, count));
        }
    }

    private sealed record Member(string Name, string Summary);

    private sealed record Text(string Value, string Member = "", TypeReference? Type = null);

    // What has members that can differ between versions: a client, an operation, or a type.
    private sealed class Owner(string key, IEnumerable<Member> members, IEnumerable<string> otherNames, IEnumerable<Text> texts)
    {
        private readonly HashSet<string> _pairs = new(StringComparer.Ordinal);

        public string Key { get; } = key;

        public IReadOnlyList<Member> Members { get; } = members.ToList();

        public IReadOnlyList<Text> Texts { get; } = texts.ToList();

        public IReadOnlyList<TypeReference> BodyTypes { get; init; } = [];

        public bool IsOperation => Key.Contains(" /");

        public HashSet<string> Names => field ??= Members.Select(member => member.Name).Concat(otherNames).Concat(Key.Split('/')).ToHashSet(StringComparer.Ordinal);

        public HashSet<string> Words => field ??= Names.Append(Key).SelectMany(Stems).ToHashSet(StringComparer.Ordinal);

        // Whether none of its own members is described in these words.
        public bool IsNew(string pair)
        {
            if (_pairs.Count == 0)
                _pairs.UnionWith(Members.SelectMany(member => Pairs(member.Summary)));
            return !_pairs.Contains(pair) && !pair.Split(' ').All(Words.Contains);
        }
    }
}
