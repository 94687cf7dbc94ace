using Intercom.Generated.Descriptions.Comparison;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Upgrades;

/// <summary>Finds the call of a newer version that does the same as a call of an older one.</summary>
internal static class OperationReplacement
{
    /// <summary>Returns the replacement, or null if no call passes the same values and gets the same result.</summary>
    public static UpgradeFix? Find(OperationModel before, OperationModel after, TypePairs types, ApiModel model)
    {
        if (Arguments(before, after, types) is not { } arguments)
            return null;
        var (had, has) = (before.Paging?.Item ?? before.Response.Type, after.Paging?.Item ?? after.Response.Type);
        var isSame = types.HaveSameCSharp(had, has) && before.Response.Kind == after.Response.Kind;
        var isOne = isSame && before.Paging is null && after.Paging is not null;
        if (isSame && (isOne || before.Paging is null == after.Paging is null))
        {
            return UpgradeFix.Of(
                UpgradeVerb.Call,
                [$"{after.Client}", $"{after.Name}Async", isOne ? "one" : string.Empty, after.Options?.Name ?? string.Empty, .. arguments]);
        }

        // A variable of the new type has all members that the old type had.
        var isSameCall = before.Id == after.Id && before.Paging is null == after.Paging is null && IsUnchanged(before, after, types);
        return isSameCall && had is { Kind: TypeKind.Object } && has is { Kind: TypeKind.Object } && Includes(had, has, types, model)
            ? UpgradeFix.Of(UpgradeVerb.Declare, had.CSharp, has.CSharp)
            : null;
    }

    private static bool IsUnchanged(OperationModel before, OperationModel after, TypePairs types) =>
        Required(before).Select(parameter => parameter.Name).SequenceEqual(Required(after).Select(parameter => parameter.Name))
            && types.HaveSameCSharp(before.Body?.Type, after.Body?.Type);

    private static bool Includes(TypeReference before, TypeReference after, TypePairs types, ApiModel model)
    {
        var current = model.Objects.First(type => type.Name == after.Name);
        var former = types.Types.Common.Concat(types.Types.Removed.Select(type => (type, type)))
            .Select(pair => pair.Item1).First(type => type.Name == before.Name);
        return ((ObjectModel)former.Model).Properties.All(property => current.Properties.Any(
            candidate => candidate.Name == property.Name && types.HaveSameCSharp(property.Type, candidate.Type)));
    }

    // Each new argument with the old one whose value it takes. Null if a value has no source or no destination.
    private static List<string>? Arguments(OperationModel before, OperationModel after, TypePairs types)
    {
        if (!types.HaveSameCSharp(before.Body?.Type, after.Body?.Type) || (before.Options is not null && after.Options is null))
            return null;
        var open = Required(before).ToList();
        var arguments = new List<string>();
        var isSamePath = before.Key == after.Key;
        for (var place = 0; place < after.PathParameters.Count; place++)
        {
            var parameter = after.PathParameters[place];
            var source = isSamePath ? before.PathParameters[place] : before.PathParameters.FirstOrDefault(Has(parameter));
            if (!Take(source, parameter, parameter.Name))
                return null;
        }

        foreach (var parameter in after.RequiredQuery)
        {
            if (!Take(before.RequiredQuery.FirstOrDefault(Has(parameter)), parameter, parameter.Name))
                return null;
        }

        if (after.Body is not null)
            arguments.Add("request=request");
        foreach (var parameter in open.ToList())
        {
            var option = after.Options?.Parameters.FirstOrDefault(Has(parameter));
            if (option is null || !Take(parameter, option, $".{option.Name}"))
                return null;
        }

        return arguments;

        bool Take(ParameterModel? source, ParameterModel target, string name)
        {
            if (source is null || !open.Remove(source) || !types.HaveSameCSharp(source.Type, target.Type))
                return false;
            arguments.Add($"{name}={source.Name}");
            return true;
        }

        static Func<ParameterModel, bool> Has(ParameterModel parameter) => candidate => candidate.WireName == parameter.WireName;
    }

    private static IEnumerable<ParameterModel> Required(OperationModel operation) =>
        operation.PathParameters.Concat(operation.RequiredQuery);
}
