using System.Text.RegularExpressions;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>
/// Finds APIs that a text of one version describes but only another version has. Words that can only be names (<c>retain_metrics</c>,
/// Copilot, "data connectors") are compared with all names of the versions. Ordinary words ("title", "high") are compared with the names
/// of the client, operation, or type that the text describes.
/// </summary>
internal sealed class ForeignNames
{
    private static readonly Regex Word = Pattern("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");
    private static readonly Regex Identifier = Pattern("[A-Za-z0-9]+(?:[_.][A-Za-z0-9]+)+|[A-Z][a-z]+(?:[A-Z][a-z]+)+");
    private static readonly Regex ProperNoun = Pattern("(?<=[a-z,] )[A-Z][a-z]+(?![A-Za-z0-9])");
    private static readonly Regex VersionName = Pattern(@"(?<![\d.])\d\.\d\d?(?![\d.]*\d)|\bPreview\b|\bstable version");

    // Prefixes and suffixes of names that texts often omit.
    private static readonly HashSet<string> Affixes = Words("id ids at by is has include");

    // Words without meaning for the subject of a text.
    private static readonly HashSet<string> Fillers = Words(
        """
        id ids type name kind an a the this that these those it its no not none null other others one each more most only all
        is are was were be been has have had can may set use used default example whether if when until before after while
        as at by for from in into of on to with and or than who which there time
        """);

    private readonly string _version;
    private readonly Dictionary<string, Owner> _owners;
    private readonly Dictionary<string, EnumModel> _enums;
    private readonly HashSet<string> _words;
    private readonly HashSet<string> _phrases;
    private readonly Dictionary<string, string> _features;

    /// <summary>Collects the names and texts of a version.</summary>
    public ForeignNames(ApiModel model)
    {
        var objects = model.Objects.ToDictionary(type => type.Name, StringComparer.Ordinal);
        var operations = model.Clients.SelectMany(client => client.Operations).ToList();
        _version = model.Version;
        _enums = model.Enums.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _owners = model.Clients.Select(Client)
            .Concat(operations.Select(operation => Operation(operation, objects)))
            .Concat(model.Objects.Select(type => Object(type, objects)))
            .Concat(model.Unions.Select(type => new Owner(type.Key, [], [type.Name], [new Text(type.Summary)])))
            .Concat(model.Enums.Select(Enum))
            .GroupBy(owner => owner.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

        var names = _owners.Values.SelectMany(owner => owner.Names)
            .Concat(operations.SelectMany(operation => new[] { operation.Name, operation.Name + "Async" }))
            .ToHashSet(StringComparer.Ordinal);
        _words = names.SelectMany(Stems).ToHashSet(StringComparer.Ordinal);
        _phrases = names.SelectMany(Phrases).ToHashSet(StringComparer.Ordinal);
        _features = model.Clients.Select(client => client.Name)
            .Concat(_owners.Keys.Where(key => !key.Contains(' ')).Select(key => key.Split('/')[0]))
            .GroupBy(Phrase, StringComparer.Ordinal)
            .Where(group => group.Key.Contains(' '))
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    /// <summary>Returns a line for each text of this version that describes an API of another version.</summary>
    public IEnumerable<string> In(IReadOnlyCollection<ForeignNames> versions) =>
        from owner in _owners.Values
        from text in owner.Texts
        from name in Anywhere(text, versions).Concat(Nearby(owner, text, versions)).DistinctBy(Phrase)
        select $"{owner.Key}{text.Member}: \"{text.Value}\" describes {name}, which {_version} does not have. " +
            "Write a text without it here, and one that mentions it for the versions that have it (docs/maintaining.md, Summaries).";

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
            parameters.Select(parameter => new Member(parameter.WireName, parameter.Summary)).Concat(body.Select(Property)),
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
        type.Properties.Select(Property),
        type.Properties
            .Select(property => objects.GetValueOrDefault((property.Type.Element ?? property.Type).CSharp))
            .SelectMany(inner => inner?.Properties ?? default)
            .Select(property => property.WireName)
            .Append(type.Name),
        type.Properties
            .Select(property => new Text(property.Summary, $"/{property.WireName}", property.Type))
            .Prepend(new Text(type.Summary)));

    private static Owner Enum(EnumModel type) =>
        new(type.Key, [], type.Members.Select(member => member.Value).Append(type.Name), [new Text(type.Summary)]);

    private static Member Property(PropertyModel property) => new(property.WireName, property.Summary);

    // Words that can only be names: identifiers, proper nouns, names of several words, and versions.
    private IEnumerable<string> Anywhere(Text text, IReadOnlyCollection<ForeignNames> versions)
    {
        var identifiers = Matches(Identifier, text.Value)
            .SelectMany(name => name.Split('.').Append(name))
            .Where(name => !_phrases.Contains(Phrase(name)) && versions.Any(version => version._phrases.Contains(Phrase(name))));
        var nouns = Matches(ProperNoun, text.Value)
            .Where(noun => !_words.Contains(Stem(noun)) && versions.Any(version => version._words.Contains(Stem(noun))));
        var features = Phrases(Identifier.Replace(text.Value, ";"))
            .Where(phrase => !_phrases.Contains(phrase))
            .SelectMany(phrase => versions.Select(version => version._features.GetValueOrDefault(phrase)))
            .OfType<string>();
        var versionNames = Matches(VersionName, text.Value).Select(name => $"a version (\"{name}\")");
        return identifiers.Concat(nouns).Concat(features).Concat(versionNames);
    }

    // The names that the same client, operation, type, or enum has in another version.
    private IEnumerable<string> Nearby(Owner owner, Text text, IReadOnlyCollection<ForeignNames> versions)
    {
        var words = Stems(text.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var member in versions.SelectMany(version => version._owners.TryGetValue(owner.Key, out var other) ? other.Members : []))
        {
            if (owner.Names.Contains(member.Name))
                continue;
            var name = Stems(member.Name).Where(word => !Affixes.Contains(word)).ToList();
            if (IsMeant(name, words, owner) && !name.TrueForAll(Fillers.Contains))
                yield return member.Name;
            else if (owner.IsOperation && text.Member.Length == 0 && Pairs(text.Value).Intersect(Pairs(member.Summary)).Any(owner.IsNew))
                yield return member.Name;
        }

        // The text of a property can list the values of the property, and a summary those of every member.
        foreach (var type in text.Member.Length > 0 ? [text.Type] : owner.Texts.Select(other => other.Type).Concat(owner.BodyTypes))
        {
            if (type is not { Kind: TypeKind.Enum } || !_enums.TryGetValue(type.CSharp, out var known))
                continue;
            var values = versions.Where(version => version._enums.ContainsKey(type.CSharp))
                .SelectMany(version => version._enums[type.CSharp].Members)
                .Select(member => member.Value)
                .Except(known.Members.Select(member => member.Value), StringComparer.Ordinal)
                .Where(value => IsMeant([.. Stems(value)], words, owner));
            foreach (var value in values)
                yield return value;
        }
    }

    private static bool IsMeant(List<string> name, HashSet<string> words, Owner owner) =>
        name.Count > 0 && name.TrueForAll(words.Contains) && !name.TrueForAll(owner.Words.Contains);

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    private static IEnumerable<string> Matches(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Value);

    private static HashSet<string> Words(string text) => Stems(text).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Stems(string text) => Matches(Word, text).Select(Stem);

    private static string Phrase(string text) => string.Join(" ", Stems(text));

    // Reduces "deletes", "deleted", and "delete" to the same stem, which does not have to be a word.
    private static string Stem(string word)
    {
        var lower = word.ToLowerInvariant();
        if (lower.Length > 4 && lower.EndsWith("ies", StringComparison.Ordinal))
            return lower[..^3] + "y";
        if (lower.EndsWith("ss", StringComparison.Ordinal))
            return lower;
        var ending = new[] { "ed", "es", "s", "e", "ing" }
            .FirstOrDefault(suffix => lower.Length - suffix.Length > 2 && lower.EndsWith(suffix, StringComparison.Ordinal));
        return lower[..^(ending?.Length ?? 0)];
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
        return from start in Enumerable.Range(0, stems.Count)
               from count in Enumerable.Range(2, 5)
               where start + count <= stems.Count
               select string.Join(" ", stems.GetRange(start, count));
    }

    private sealed record Member(string Name, string Summary);

    private sealed record Text(string Value, string Member = "", TypeReference? Type = null);

    // A client, an operation, or a type, whose members can differ between versions.
    private sealed class Owner(string key, IEnumerable<Member> members, IEnumerable<string> otherNames, IEnumerable<Text> texts)
    {
        public string Key { get; } = key;

        public IReadOnlyList<Member> Members { get; } = members.ToList();

        public IReadOnlyList<Text> Texts { get; } = texts.ToList();

        public IReadOnlyList<TypeReference> BodyTypes { get; init; } = [];

        public bool IsOperation => Key.Contains(" /");

        public HashSet<string> Names =>
            field ??= Members.Select(member => member.Name).Concat(otherNames).Concat(Key.Split('/')).ToHashSet(StringComparer.Ordinal);

        public HashSet<string> Words => field ??= Names.Append(Key).SelectMany(Stems).ToHashSet(StringComparer.Ordinal);

        private HashSet<string> MemberPairs =>
            field ??= Members.SelectMany(member => Pairs(member.Summary)).ToHashSet(StringComparer.Ordinal);

        // Whether none of its own members have a name with these words.
        public bool IsNew(string pair) => !MemberPairs.Contains(pair) && !pair.Split(' ').All(Words.Contains);
    }
}
