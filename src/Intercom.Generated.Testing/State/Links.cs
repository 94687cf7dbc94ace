namespace Intercom.Generated.Testing.State;

/// <summary>The relationships between two types of resources, such as contacts and their tags.</summary>
internal sealed class Links
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public IReadOnlyList<string> From(string owner) => [.. _pairs.Where(pair => pair.Key == owner).Select(pair => pair.Value)];

    public IReadOnlyList<string> To(string target) => [.. _pairs.Where(pair => pair.Value == target).Select(pair => pair.Key)];

    /// <returns>Whether the link is new.</returns>
    public bool Add(string owner, string target)
    {
        var pair = new KeyValuePair<string, string>(owner, target);
        if (_pairs.Contains(pair))
            return false;
        _pairs.Add(pair);
        return true;
    }

    public bool Remove(string owner, string target) => _pairs.Remove(new KeyValuePair<string, string>(owner, target));

    public void RemoveAll(string id) => _pairs.RemoveAll(pair => pair.Key == id || pair.Value == id);
}
