using Intercom.Generated.OpenApi.Declarations;
using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.OpenApi.Comparison;

/// <summary>Compares operations. Two are the same when their method and path are, whatever the placeholders are called, or their id is.</summary>
internal sealed class OperationComparison(TypePairs types)
{
    private readonly List<ApiChange> _changes = [];

    public IReadOnlyList<ApiChange> Compare(IEnumerable<OperationModel> before, IEnumerable<OperationModel> after)
    {
        var operations = Matching.Pair(before, after, operation => $"{Key(operation)} {operation.Id}", Key, operation => operation.Id);
        foreach (var operation in operations.Removed)
            Add(ChangeRule.OperationRemoved, operation.Id, null, Declaration.Of(operation), null);
        foreach (var operation in operations.Added)
            Add(ChangeRule.OperationAdded, operation.Id, null, null, Declaration.Of(operation));
        foreach (var (old, current) in operations.Common)
            Compare(old, current);
        return _changes;
    }

    private static string Key(OperationModel operation) => DescriptionDocument.OperationKey(operation.Method, operation.Path);

    private void Compare(OperationModel before, OperationModel after)
    {
        if (before.Id != after.Id)
            Add(ChangeRule.OperationRenamed, before, after);
        CompareRoutes(before, after);
        CompareMarks(before, after);
        CompareArguments(before, after);
        CompareBodies(before, after);
        CompareOptions(before, after);
        CompareResults(before, after);
    }

    private void CompareRoutes(OperationModel before, OperationModel after)
    {
        if (Key(before) != Key(after))
            Add(ChangeRule.OperationMoved, after.Id, null, Declaration.Route(before), Declaration.Route(after));
        else if (before.Path != after.Path)
            Add(ChangeRule.PlaceholderRenamed, after.Id, null, Declaration.Route(before), Declaration.Route(after));
    }

    private void CompareMarks(OperationModel before, OperationModel after)
    {
        if (before.IsDeprecated != after.IsDeprecated)
            Add(after.IsDeprecated ? ChangeRule.OperationDeprecated : ChangeRule.OperationUndeprecated, before, after);
        if (before.IsManaged != after.IsManaged)
            Add(after.IsManaged ? ChangeRule.OperationManaged : ChangeRule.OperationUnmanaged, before, after);
    }

    private void CompareArguments(OperationModel before, OperationModel after)
    {
        // Placeholders of the same path are the same by their place, for their names flip between versions.
        var isSamePath = Key(before) == Key(after);
        var arguments = Matching.Pair(ArgumentsOf(before, isSamePath), ArgumentsOf(after, isSamePath), argument => argument.Identity);
        var options = OptionsOf(after).Select(option => option.WireName).ToList();
        var formerOptions = OptionsOf(before).Select(option => option.WireName).ToList();
        foreach (var argument in arguments.Removed.Select(argument => argument.Model))
            Add(options.Contains(argument.WireName) ? ChangeRule.ArgumentBecameOption : ChangeRule.ArgumentRemoved, before, after, argument.Name);
        foreach (var argument in arguments.Added.Select(argument => argument.Model))
            Add(formerOptions.Contains(argument.WireName) ? ChangeRule.OptionBecameArgument : ChangeRule.ArgumentAdded, before, after, argument.Name);
        foreach (var (old, current) in arguments.Common.Select(pair => (pair.Before.Model, pair.After.Model)))
        {
            if (old.Name != current.Name)
                Add(ChangeRule.ArgumentRenamed, before, after, current.Name);
            if (!types.HaveSameCSharp(old.Type, current.Type))
                Add(ChangeRule.ArgumentTypeChanged, before, after, current.Name);
            else if (!types.HaveSameFormat(old.Type, current.Type))
                Add(ChangeRule.ArgumentFormatChanged, before, after, current.Name);
        }

        // The common ones come in the order of the one after.
        var places = arguments.Common.Select(pair => pair.Before.Place).ToList();
        if (!places.SequenceEqual(places.OrderBy(place => place)))
            Add(ChangeRule.ArgumentsReordered, before, after);
    }

    private void CompareBodies(OperationModel before, OperationModel after)
    {
        switch (before.Body, after.Body)
        {
            case (null, null):
                return;
            case (null, _):
                Add(ChangeRule.BodyAdded, before, after);
                return;
            case (_, null):
                Add(ChangeRule.BodyRemoved, before, after);
                return;
            case var (old, current) when !types.HaveSameCSharp(old.Type, current.Type):
                Add(ChangeRule.BodyChanged, before, after);
                return;
            case var (old, current) when old.IsMultipart != current.IsMultipart || !types.HaveSameFormat(old.Type, current.Type):
                Add(ChangeRule.OperationFormatChanged, before, after, "request");
                return;
        }
    }

    private void CompareOptions(OperationModel before, OperationModel after)
    {
        switch (before.Options, after.Options)
        {
            case (null, null):
                return;
            case (null, _):
                Add(ChangeRule.OptionsAdded, before, after);
                return;
            case (_, null):
                Add(ChangeRule.OptionsRemoved, before, after);
                return;
            case var (old, current):
                if (old.Name != current.Name)
                    Add(ChangeRule.OptionsRenamed, current.Name, null, Declaration.Of(old), Declaration.Of(current));
                CompareOptions(current.Name, old, current, before, after);
                return;
        }
    }

    private void CompareOptions(string owner, OptionsModel before, OptionsModel after, OperationModel operationBefore, OperationModel operationAfter)
    {
        var options = Matching.Pair(before.Parameters, after.Parameters, option => option.WireName);
        // What became an argument, or was one, is told of the operation.
        foreach (var option in options.Removed.Where(option => operationAfter.RequiredQuery.All(argument => argument.WireName != option.WireName)))
            Add(ChangeRule.OptionRemoved, owner, option.Name, Declaration.Option(option), null);
        foreach (var option in options.Added.Where(option => operationBefore.RequiredQuery.All(argument => argument.WireName != option.WireName)))
            Add(ChangeRule.OptionAdded, owner, option.Name, null, Declaration.Option(option));
        foreach (var (old, current) in options.Common)
        {
            if (old.Name != current.Name)
                Add(ChangeRule.OptionRenamed, owner, current.Name, Declaration.Option(old), Declaration.Option(current));
            if (!types.HaveSameCSharp(old.Type, current.Type))
                Add(ChangeRule.OptionTypeChanged, owner, current.Name, Declaration.Option(old), Declaration.Option(current));
            else if (!types.HaveSameFormat(old.Type, current.Type))
                Add(ChangeRule.OptionFormatChanged, owner, current.Name, Declaration.Option(old), Declaration.Option(current));
        }
    }

    private void CompareResults(OperationModel before, OperationModel after)
    {
        var had = MethodSignature.Of(before).ReturnType;
        var has = MethodSignature.Of(after).ReturnType;
        if (!HaveSameResult(before, after))
            Add(had == "Task" ? ChangeRule.OperationResultAdded : has == "Task" ? ChangeRule.OperationResultRemoved : ChangeRule.OperationResultChanged, before, after);
        else if (before.Response.Kind != after.Response.Kind || !types.HaveSameFormat(ResultOf(before), ResultOf(after)))
            Add(ChangeRule.OperationFormatChanged, before, after);

        if (before.Paging is { } old && after.Paging is { } current)
        {
            if (old.Input != current.Input)
                Add(ChangeRule.OperationPagingChanged, before, after);
            if (old.ItemsPath != current.ItemsPath)
                Add(ChangeRule.OperationItemsMoved, before, after);
        }

        switch (MethodSignature.OfSearch(before), MethodSignature.OfSearch(after))
        {
            case (null, { } search):
                Add(ChangeRule.SearchOverloadAdded, after.Id, null, null, search.ToString());
                break;
            case ({ } search, null):
                Add(ChangeRule.SearchOverloadRemoved, after.Id, null, search.ToString(), null);
                break;
        }
    }

    // A type that is only called otherwise is the same result.
    private bool HaveSameResult(OperationModel before, OperationModel after) =>
        MethodSignature.Of(WithResult(before, ResultOf(before) is { } type ? types.Renamed(type) : null)).ReturnType == MethodSignature.Of(after).ReturnType;

    private static OperationModel WithResult(OperationModel operation, TypeReference? type) => operation.Paging is { } paging
        ? operation with { Paging = paging with { Item = type! } }
        : operation with { Response = operation.Response with { Type = type } };

    private static TypeReference? ResultOf(OperationModel operation) => operation.Paging?.Item ?? operation.Response.Type;

    private static EquatableArray<ParameterModel> OptionsOf(OperationModel operation) => operation.Options?.Parameters ?? default;

    private static IEnumerable<Argument> ArgumentsOf(OperationModel operation, bool byPlace) =>
        operation.PathParameters.Select((parameter, place) => new Argument(byPlace ? $"{{{place}}}" : $"{{{parameter.WireName}}}", place, parameter))
            .Concat(operation.RequiredQuery.Select((parameter, place) => new Argument(parameter.WireName, operation.PathParameters.Count + place, parameter)));

    private void Add(ChangeRule rule, OperationModel before, OperationModel after, string? member = null) =>
        Add(rule, after.Id, member, Declaration.Of(before), Declaration.Of(after));

    private void Add(ChangeRule rule, string owner, string? member, string? before, string? after) =>
        _changes.Add(new ApiChange(rule, owner, member, before, after));

    private sealed record Argument(string Identity, int Place, ParameterModel Model);
}
