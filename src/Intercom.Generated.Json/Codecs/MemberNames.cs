using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Intercom.Generated.Runtime;

/// <summary>
/// The names of the members of a model, by their position in the class. It remembers which member followed which in the last object,
/// because the objects of a list have their members in the same order.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MemberNames
{
    // Two quotes and a colon.
    private const int Punctuation = 3;

    private readonly string[] _names;
    private readonly byte[][] _quoted;
    private readonly byte[][] _expected;
    private readonly int[][] _byLength;

    // The expected member after each one, starting with the first. It is only a guess, so threads need not agree on it.
    private readonly int[] _following;

    internal MemberNames(string[] names)
    {
        _names = names;
        _quoted = new byte[names.Length][];
        // After the last member, none is expected. Names that JSON escapes have no usual form.
        _expected = new byte[names.Length + 1][];
        _following = new int[names.Length + 1];
        var longest = 0;
        for (var member = 0; member < names.Length; member++)
        {
            _quoted[member] = Encoding.UTF8.GetBytes($"\"{names[member]}\":");
            _expected[member] = NeedsEscapes(names[member]) ? [] : _quoted[member];
            _following[member + 1] = member + 1;
            longest = Math.Max(longest, _quoted[member].Length - Punctuation);
        }

        _expected[names.Length] = [];
        _byLength = new int[longest + 1][];
        for (var member = 0; member < names.Length; member++)
        {
            ref var candidates = ref _byLength[_quoted[member].Length - Punctuation];
            Array.Resize(ref candidates, (candidates?.Length ?? 0) + 1);
            candidates[candidates.Length - 1] = member;
        }
    }

    /// <summary>Gets the name of a member.</summary>
    internal string this[int member] => _names[member];

    /// <summary>The names in the form in which they are written.</summary>
    internal JsonEncodedText[] Encoded => field ??=
        Array.ConvertAll(_names, name => JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping));

    internal int Count => _names.Length;

    /// <summary>Gets the member that is expected after a member, or after -1, the start of the object.</summary>
    internal int After(int member) => _following[member + 1];

    /// <summary>Records that a member followed another.</summary>
    internal void Follow(int member, int next) => _following[member + 1] = next;

    /// <summary>Gets a name in its usual form, in quotes and with the colon. It is empty if there is no usual form.</summary>
    internal ReadOnlySpan<byte> Expected(int member) => _expected[member];

    /// <summary>Gets the position of a member, or -1 if there is none with the name.</summary>
    internal int Find(ReadOnlySpan<byte> name)
    {
        if (name.Length >= _byLength.Length || _byLength[name.Length] is not { } candidates)
            return -1;
        foreach (var member in candidates)
        {
            if (_quoted[member].AsSpan(1, name.Length).SequenceEqual(name))
                return member;
        }

        return -1;
    }

    private static bool NeedsEscapes(string name)
    {
        foreach (var letter in name)
        {
            if (letter is < ' ' or '"' or '\\')
                return true;
        }

        return false;
    }
}
