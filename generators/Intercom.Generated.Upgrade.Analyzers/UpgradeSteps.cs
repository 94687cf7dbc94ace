using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Upgrade;

/// <summary>The changes of all versions that a compilation references.</summary>
internal sealed class UpgradeSteps
{
    private const string Prefix = "Intercom.Generated.";

    private readonly Dictionary<string, UpgradeStep> _byAssembly = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private UpgradeSteps(Compilation compilation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name.StartsWith(Prefix, StringComparison.Ordinal) && UpgradeStep.Read(assembly) is { } step)
                _byAssembly[assembly.Name] = step;
        }

        foreach (var step in _byAssembly.Values)
        {
            _names.Add(LastName(step.FromNamespace));
            foreach (var (type, member) in step.Items.Select(group => group.Key))
                _names.Add(member ?? type);
        }
    }

    public bool IsEmpty => _byAssembly.Count == 0;

    /// <summary>The steps.</summary>
    public IEnumerable<UpgradeStep> All => _byAssembly.Values;

    public static UpgradeSteps Of(Compilation compilation) => new(compilation);

    /// <summary>The last name of a namespace.</summary>
    public static string LastName(string name) => name.Substring(name.LastIndexOf('.') + 1);

    /// <summary>Whether a name can be that of a change. Almost no name is, and the others need not be bound.</summary>
    public bool MayAffect(string name) => _names.Contains(name);

    /// <summary>Returns the step that has the changes of a type or member, or null.</summary>
    public UpgradeStep? Of(ISymbol symbol) =>
        symbol.ContainingAssembly is { } assembly
        && _byAssembly.TryGetValue(assembly.Name, out var step)
        && symbol.ContainingNamespace?.ToDisplayString() == step.FromNamespace
            ? step
            : null;
}
