namespace Intercom.Generated.Descriptions.Naming;

/// <summary>Derives the names of clients, methods, and arguments for operations that the ledger does not have yet.</summary>
public static class OperationNaming
{
    private static readonly Dictionary<string, string> Verbs = new(StringComparer.OrdinalIgnoreCase)
    {
        ["retrieve"] = "Get", ["show"] = "Get", ["get"] = "Get", ["find"] = "Get", ["fetch"] = "Get",
        ["list"] = "List", ["lis"] = "List", ["search"] = "Search", ["remove"] = "Delete",
    };

    private static readonly HashSet<string> Fillers = new(StringComparer.OrdinalIgnoreCase) { "a", "an", "the", "all" };

    private static readonly HashSet<string> Prepositions =
        new(StringComparer.OrdinalIgnoreCase) { "to", "from", "for", "of", "by", "with", "over", "in" };

    /// <summary>Returns the client of a tag: <c>Help Center</c> becomes <c>HelpCenter</c>.</summary>
    public static string Client(string tag) => Identifier.Pascal(tag);

    /// <summary>
    /// Returns the method name of an operation: a verb from the SDK's vocabulary, and the rest of the operationId without the noun of the
    /// client. <c>ShowContact</c> of Contacts becomes <c>Get</c>; <c>listCompaniesForAContact</c> becomes <c>ListCompanies</c>.
    /// </summary>
    public static string Method(string operationId, string client, bool isList)
    {
        var words = Identifier.Words(operationId).Where(word => !Fillers.Contains(word)).ToList();
        if (words.Count == 0)
            return Identifier.Pascal(operationId);
        var noun = Identifier.Words(client);
        var verb = Verbs.TryGetValue(words[0], out var known) ? known : Identifier.Pascal(words[0]);
        if (isList && verb == "Get")
            verb = "List";

        var rest = WithoutNoun(words.Skip(1).ToList(), noun);
        var name = verb + Identifier.Pascal(rest);
        return name == "GetById" ? "Get" : name;
    }

    /// <summary>Whether a method name is suitable for an operation that returns a list, or for one that does not.</summary>
    public static bool CanName(string method, bool isList) => Identifier.Words(method)[0].ToLowerInvariant() switch
    {
        "get" => !isList,
        "list" or "search" or "scroll" => isList,
        _ => true,
    };

    /// <summary>
    /// Returns the argument name of a path parameter. Versions alternate between <c>{id}</c> and <c>{contact_id}</c> for the same
    /// parameter, so an ID is named after the preceding path segment. Other names are kept.
    /// </summary>
    public static string Argument(string segmentBefore, string parameter)
    {
        var noun = Identifier.Singular(segmentBefore);
        if (noun.Length == 0)
            return Identifier.Camel(parameter);
        var isIdentifier = parameter == "id" || (parameter.EndsWith("_id", StringComparison.Ordinal) && parameter != "external_id");
        return Identifier.Camel(isIdentifier ? noun + "_id" : parameter);
    }

    /// <summary>Returns an argument name that does not collide with the common arguments of generated methods.</summary>
    public static string FreeArgument(string name) =>
        ReservedNames.IsArgument(name) ? name + "Value" : name;

    private static List<string> WithoutNoun(List<string> words, IReadOnlyList<string> noun)
    {
        for (var start = 0; start + noun.Count <= words.Count; start++)
        {
            if (!noun.Select((part, i) => Identifier.SameNoun(part, words[start + i])).All(same => same))
                continue;
            words.RemoveRange(start, noun.Count);
            // "ForContact" is removed with its noun. "AttachToConversation" keeps the preposition, because its object remains.
            if (start > 0 && start == words.Count && Prepositions.Contains(words[start - 1]))
                words.RemoveAt(start - 1);
            break;
        }

        return words;
    }
}
