using System.Text;
using Intercom.Generated.Descriptions.Upgrades;
using Intercom.Generated.Maintenance.Versions;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.Upgrade.Tests;

/// <summary>A use of something that the next version breaks. Each use is in a class of its own.</summary>
/// <param name="Class">The class.</param>
/// <param name="Entry">The change.</param>
/// <param name="Form">The form of the use, such as <c>read</c>.</param>
internal sealed record BreakingUse(string Class, UpgradeEntry Entry, string Form);

/// <summary>
/// A program that uses everything that the next version breaks, in each form: reads, writes, calls, object creations, and overrides.
/// </summary>
internal sealed class BreakingProgram
{
    private static readonly SymbolDisplayFormat Types = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private readonly StringBuilder _code = new();
    private readonly List<BreakingUse> _uses = [];
    private readonly IAssemblySymbol _assembly;
    private readonly VersionStep _step;

    private BreakingProgram(VersionStep step)
    {
        _step = step;
        _assembly = VersionReferences.Assembly(step.From.Package);
        foreach (var name in new[] { "System", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "Intercom.Generated", "Intercom.Generated.Runtime", step.From.Package })
            _code.Append($"using {name};\n");
        foreach (var entry in UpgradeDocument.Entries(step))
            Add(entry);
    }

    public string Code => _code.ToString();

    public IReadOnlyList<BreakingUse> Uses => _uses;

    public static BreakingProgram Of(VersionStep step) => new(step);

    private void Add(UpgradeEntry entry)
    {
        var parts = entry.Symbol.Split('.');
        var type = _assembly.GetTypeByMetadataName($"{_step.From.Package}.{parts[0]}")
            ?? throw new InvalidOperationException($"{entry.Symbol} is not in {_step.From.Package}.");
        if (parts.Length == 1)
            AddType(entry, type);
        else if (entry.Place == Descriptions.Upgrades.UpgradePlace.New)
            AddCreations(entry, type);
        else
        {
            var members = type.GetMembers(parts[1]);
            Assert.That(members, Is.Not.Empty, $"{entry.Symbol} is not in {_step.From.Package}.");
            foreach (var member in members)
                AddMember(entry, type, member);
        }
    }

    private void AddType(UpgradeEntry entry, INamedTypeSymbol type)
    {
        Add(entry, "typeof", $"static Type Use() => typeof({type.Name});");
        if (type.IsStatic || type.DeclaredAccessibility != Accessibility.Public)
            return;
        Add(entry, "parameter", $"static void Use({type.Name} value) {{ }}");
        if (type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility == Accessibility.Public && constructor.Parameters.Length == 0))
            Add(entry, "new", $"static object Use() => new {type.Name}();");
    }

    private void AddCreations(UpgradeEntry entry, INamedTypeSymbol type)
    {
        Add(entry, "new", $"static object Use() => new {type.Name}();");
        Add(entry, "target-typed new", $"static {type.Name} Use() => new();");
        Add(entry, "initializer", $"static object Use() => new {type.Name} {{ AdditionalProperties = {{ [\"other\"] = 1 }} }};");
    }

    private void AddMember(UpgradeEntry entry, INamedTypeSymbol type, ISymbol member)
    {
        switch (member)
        {
            case IMethodSymbol method:
                AddMethod(entry, type, method);
                break;
            case IPropertySymbol { IsStatic: true } property:
                Add(entry, "read", $"static void Use() {{ {Name(property.Type)} value = {type.Name}.{property.Name}; Console.Write(value.ToString()); }}");
                Add(entry, "return value", $"static {Name(property.Type)} Use() => {type.Name}.{property.Name};");
                Add(entry, "argument", $"static object Use() => string.Concat({type.Name}.{property.Name});");
                if (property.Type.Name.EndsWith("SearchField", StringComparison.Ordinal))
                    Add(entry, "filter", $"static object Use(DateTimeOffset time) => {type.Name}.{property.Name}.After(time);");
                break;
            case IPropertySymbol { SetMethod: null } property:
                Add(entry, "read", $"static object Use({type.Name} client) => client.{property.Name};");
                break;
            case IPropertySymbol property:
                AddProperty(entry, type, property);
                break;
        }
    }

    private void AddProperty(UpgradeEntry entry, INamedTypeSymbol type, IPropertySymbol property)
    {
        var (owner, name, value) = (type.Name, property.Name, Name(property.Type));
        Add(entry, "read", $"static {value} Use({owner} value) => value.{name};");
        Add(entry, "conditional read", $"static {value} Use({owner}? value) => value?.{name};");
        Add(entry, "part of an expression", $"static string? Use({owner} value) => value.{name}?.ToString();");
        Add(entry, "write", $"static void Use({owner} target, {value} value) {{ target.{name} = value; }}");
        Add(entry, "initializer", $"static object Use({value} value) => new {owner} {{ {name} = value, AdditionalProperties = {{ [\"other\"] = 1 }} }};");
        Add(entry, "null", $"static object Use() => new {owner} {{ {name} = null }};");
        if (property.Type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } model)
        {
            var member = model.GetMembers().OfType<IPropertySymbol>().First(candidate => candidate.SetMethod is not null && candidate.Type.SpecialType == SpecialType.System_String);
            Add(entry, "new object", $"static object Use(string text) => new {owner} {{ {name} = new {model.Name} {{ {member.Name} = text }} }};");
            Add(entry, "new object without a type name", $"static object Use(string text) => new {owner} {{ {name} = new() {{ {member.Name} = text }} }};");
            Add(entry, "new object for a variable", $"static void Use({owner} target, string text) {{ target.{name} = new {model.Name} {{ {member.Name} = text }}; }}");
            Add(entry, "read of a part", $"static string? Use({owner} value) => value.{name}?.{member.Name};");
        }
    }

    private void AddMethod(UpgradeEntry entry, INamedTypeSymbol type, IMethodSymbol method)
    {
        var parameters = string.Join(", ", method.Parameters.Select(parameter => $"{Name(parameter.Type)} {parameter.Name}"));
        var all = string.Join(", ", method.Parameters.Select(parameter => parameter.Name));
        var required = method.Parameters.Where(parameter => !parameter.IsOptional).Select(parameter => parameter.Name).ToList();
        Add(entry, "call", Call(method, parameters, $"client.{method.Name}({all})"));
        Add(entry, "call with required arguments", Call(method, parameters, $"client.{method.Name}({string.Join(", ", required)})"));
        Add(entry, "call with named arguments", Call(method, parameters, $"client.{method.Name}({string.Join(", ", required.AsEnumerable().Reverse().Select(name => $"{name}: {name}"))})"));
        Add(entry, "call of the short form", Call(method, parameters, $"client.{method.Name}({string.Join(", ", required.Append("cancellationToken"))})"));
        if (method.ReturnType.Name == "Task")
        {
            Add(entry, "call with ConfigureAwait", Call(method, parameters, $"client.{method.Name}({all}).ConfigureAwait(false)"));
            if (method.ReturnType is INamedTypeSymbol { TypeArguments.Length: > 0 })
                Add(entry, "inferred type", $"static async Task<object?> Use({type.Name} client, {parameters}) {{ var result = await client.{method.Name}({all}); return result; }}");
        }

        var declared = string.Join(", ", method.Parameters.Select(parameter =>
            $"{Name(parameter.Type)} {parameter.Name}{(parameter.IsOptional ? " = default" : string.Empty)}"));
        Add(entry, "override", $"class Fake : {type.Name} {{ public override {Name(method.ReturnType)} {method.Name}({declared}) => throw new NotSupportedException(); }}");

        string Call(IMethodSymbol called, string accepted, string call) => called.ReturnType is INamedTypeSymbol { Name: "Task" } task
            ? task.TypeArguments.Length == 0
                ? $"static async Task Use({type.Name} client, {accepted}) => await {call};"
                : $"static async Task Use({type.Name} client, {accepted}) {{ {Name(task.TypeArguments[0])} result = await {call}; Console.Write(result.ToString()); }}"
            : $"static void Use({type.Name} client, {accepted}) {{ {Name(called.ReturnType)} result = {call}; Console.Write(result.ToString()); }}";
    }

    private void Add(UpgradeEntry entry, string form, string member)
    {
        var name = $"Use{_uses.Count}";
        _uses.Add(new BreakingUse(name, entry, form));
        _code.Append($"class {name}\n{{\n    {member}\n}}\n");
    }

    private static string Name(ITypeSymbol type) => type.ToDisplayString(Types);
}
