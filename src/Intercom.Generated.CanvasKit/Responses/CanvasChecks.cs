using System.Text;

namespace Intercom.Generated.CanvasKit;

/// <summary>Collects the problems of a canvas, each with the component that has it.</summary>
internal sealed class CanvasChecks
{
    private const int LongestQuote = 60;

    private readonly List<string> _problems;
    private readonly HashSet<string> _ids;
    private readonly CanvasSurface _surface;
    private readonly string _subject;

    public CanvasChecks(CanvasSurface surface)
        : this(surface, [], new HashSet<string>(StringComparer.Ordinal), "The canvas")
    {
    }

    private CanvasChecks(CanvasSurface surface, List<string> problems, HashSet<string> ids, string subject)
    {
        _surface = surface;
        _problems = problems;
        _ids = ids;
        _subject = subject;
    }

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Gets text of the caller for a message: short, and on one line.</summary>
    public static string Quoted(string? text)
    {
        var quoted = new StringBuilder();
        foreach (var letter in text ?? "null")
        {
            if (quoted.Length == LongestQuote)
                return quoted.Append("...").ToString();
            quoted.Append(char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter);
        }

        return quoted.ToString();
    }

    /// <summary>Checks a component of the content.</summary>
    public void Component(int index, CanvasComponent? component)
    {
        if (component is null)
        {
            Within($"components[{index}]").Report("is null.");
            return;
        }

        var name = component.Id is { } id ? $"{component.Type} '{Quoted(id)}'" : component.Type;
        var inner = Within($"components[{index}] ({name})");
        if (component.RequiresId || component.Id is not null)
            inner.UniqueId(component.Id);
        component.Check(inner);
    }

    /// <summary>Checks each item of a component.</summary>
    public void Each<T>(string member, IReadOnlyList<T> items, Action<T, CanvasChecks> check)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var inner = Within($"{_subject}.{member}[{i}]");
            if (items[i] is { } item)
                check(item, inner);
            else
                inner.Report("is null.");
        }
    }

    /// <summary>Checks an ID that must be unique within the canvas.</summary>
    public void UniqueId(string? id)
    {
        Required("id", id);
        if (!string.IsNullOrEmpty(id) && !_ids.Add(id!))
            Report($"has the same ID '{Quoted(id)}' as another component.");
    }

    public void Required(string member, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            Report($"has no {member}.");
        Optional(member, text);
    }

    // A lone surrogate has no UTF-8 form.
    public void Optional(string member, string? text)
    {
        for (var i = 0; i < text?.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
                continue;
            }

            Report($"has a {member} that is not valid Unicode text: the character at position {i} is half of a surrogate pair.");
            return;
        }
    }

    public void Positive(string member, int value)
    {
        if (value <= 0)
            Report($"has the {member} {value}, but it must be positive.");
    }

    public void Known<T>(string member, T? value)
        where T : struct, Enum
    {
        if (value is { } known && char.IsDigit(known.ToString().TrimStart('-')[0]))
            Report($"has the {member} {known}, which is not known.");
    }

    public void Link(string member, string? url, params string[] schemes)
    {
        Optional(member, url);
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !schemes.Contains(address.Scheme, StringComparer.Ordinal))
            Report($"has the {member} '{Quoted(url)}', but it must be an absolute address: {string.Join(", ", schemes)}.");
    }

    public void MessengerOnly(string feature)
    {
        if (_surface != CanvasSurface.Messenger)
            Report($"has {feature}, which exists only in the Messenger.");
    }

    public void Report(string problem) => _problems.Add($"{_subject} {problem}");

    private CanvasChecks Within(string subject) => new(_surface, _problems, _ids, subject);
}
