using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>
/// Compares operations. Operations match if their HTTP method and path are the same, apart from placeholder names, or if their IDs are.
/// </summary>
internal sealed class OperationComparison(TypePairs types)
{
    private readonly List<ApiChange> _changes = [];

    public IReadOnlyList<ApiChange> Compare(IEnumerable<OperationModel> before, IEnumerable<OperationModel> after)
    {
        var operations = Matching.Pair(
            before, after, operation => $"{operation.Key} {operation.Id}", operation => operation.Key, operation => operation.Id);
        foreach (var operation in operations.Removed)
            Add(ChangeRule.OperationRemoved, operation.Key, operation.Id, null, Declaration.Of(operation), null);
        foreach (var operation in operations.Added)
            Add(ChangeRule.OperationAdded, operation.Key, operation.Id, null, null, Declaration.Of(operation));
        foreach (var (old, current) in operations.Common)
            Compare(old, current);
        return _changes;
    }

    private void Compare(OperationModel before, OperationModel after)
    {
        if (before.Id != after.Id)
            Add(ChangeRule.OperationRenamed, before, after);
        CompareRoutes(before, after);
        CompareStates(before, after);
        CompareArguments(before, after);
        CompareBodies(before, after);
        CompareOptions(before, after);
        CompareResults(before, after);
        CompareFacts(before, after);
    }

    private void CompareRoutes(OperationModel before, OperationModel after)
    {
        if (before.Key != after.Key)
            Add(ChangeRule.OperationMoved, after.Key, after.Id, null, Declaration.Route(before), Declaration.Route(after));
        else if (before.Path != after.Path)
            Add(ChangeRule.PlaceholderRenamed, after.Key, after.Id, null, Declaration.Route(before), Declaration.Route(after));
    }

    private void CompareStates(OperationModel before, OperationModel after)
    {
        if (before.IsDeprecated != after.IsDeprecated)
            Add(after.IsDeprecated ? ChangeRule.OperationDeprecated : ChangeRule.OperationUndeprecated, before, after);
        if (before.IsManaged != after.IsManaged)
            Add(after.IsManaged ? ChangeRule.OperationManaged : ChangeRule.OperationUnmanaged, before, after);
    }

    private void CompareArguments(OperationModel before, OperationModel after)
    {
        // Placeholders of the same path match by position, because their names differ between versions.
        var isSamePath = before.Key == after.Key;
        var arguments = Matching.Pair(ArgumentsOf(before, isSamePath), ArgumentsOf(after, isSamePath), argument => argument.Identity);
        var options = OptionsOf(after).Select(option => option.WireName).ToList();
        var formerOptions = OptionsOf(before).Select(option => option.WireName).ToList();
        foreach (var argument in arguments.Removed.Select(argument => argument.Model))
        {
            Add(
                options.Contains(argument.WireName) ? ChangeRule.ArgumentBecameOption : ChangeRule.ArgumentRemoved,
                before,
                after,
                argument);
        }

        foreach (var argument in arguments.Added.Select(argument => argument.Model))
        {
            Add(
                formerOptions.Contains(argument.WireName) ? ChangeRule.OptionBecameArgument : ChangeRule.ArgumentAdded,
                before,
                after,
                argument);
        }

        foreach (var (old, current) in arguments.Common.Select(pair => (pair.Before.Model, pair.After.Model)))
        {
            if (old.Name != current.Name)
                Add(ChangeRule.ArgumentRenamed, before, after, current);
            if (!types.HaveSameCSharp(old.Type, current.Type))
                Add(ChangeRule.ArgumentTypeChanged, before, after, current);
            else if (!types.HaveSameFormat(old.Type, current.Type))
                Add(ChangeRule.ArgumentFormatChanged, before, after, current);
        }

        // The shared arguments are in the order of the new method.
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
                Add(
                    ChangeRule.OperationFormatChanged, $"{after.Key}/request", after.Id, "request", Declaration.Of(before),
                    Declaration.Of(after));
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
                    Add(ChangeRule.OptionsRenamed, after.Key, current.Name, null, Declaration.Of(old), Declaration.Of(current));
                CompareOptions(current.Name, old, current, before, after);
                return;
        }
    }

    private void CompareOptions(
        string owner, OptionsModel before, OptionsModel after, OperationModel operationBefore, OperationModel operationAfter)
    {
        var options = Matching.Pair(before.Parameters, after.Parameters, option => option.WireName);
        // A parameter that moved between options and arguments is reported as a change of the operation.
        foreach (var option in options.Removed.Where(
            option => operationAfter.RequiredQuery.All(argument => argument.WireName != option.WireName)))
        {
            Add(ChangeRule.OptionRemoved, $"{operationBefore.Key}?{option.WireName}", owner, option.Name, Declaration.Option(option), null);
        }

        foreach (var option in options.Added.Where(
            option => operationBefore.RequiredQuery.All(argument => argument.WireName != option.WireName)))
        {
            Add(ChangeRule.OptionAdded, $"{operationAfter.Key}?{option.WireName}", owner, option.Name, null, Declaration.Option(option));
        }

        foreach (var (old, current) in options.Common)
        {
            if (old.Name != current.Name)
            {
                Add(
                    ChangeRule.OptionRenamed,
                    $"{operationAfter.Key}?{current.WireName}",
                    owner,
                    current.Name,
                    Declaration.Option(old),
                    Declaration.Option(current));
            }

            if (!types.HaveSameCSharp(old.Type, current.Type))
            {
                Add(
                    ChangeRule.OptionTypeChanged,
                    $"{operationAfter.Key}?{current.WireName}",
                    owner,
                    current.Name,
                    Declaration.Option(old),
                    Declaration.Option(current));
            }
            else if (!types.HaveSameFormat(old.Type, current.Type))
            {
                Add(
                    ChangeRule.OptionFormatChanged,
                    $"{operationAfter.Key}?{current.WireName}",
                    owner,
                    current.Name,
                    Declaration.Option(old),
                    Declaration.Option(current));
            }

            if (old.Obsolete is null != current.Obsolete is null)
            {
                Add(
                    current.Obsolete is null ? ChangeRule.OptionUndeprecated : ChangeRule.OptionDeprecated,
                    $"{operationAfter.Key}?{current.WireName}",
                    owner,
                    current.Name,
                    Declaration.Option(old),
                    Declaration.Option(current));
            }
        }
    }

    private void CompareResults(OperationModel before, OperationModel after)
    {
        var had = MethodSignature.Of(before).ReturnType;
        var has = MethodSignature.Of(after).ReturnType;
        if (!HaveSameResult(before, after))
        {
            Add(
                had == "Task" ? ChangeRule.OperationResultAdded
                    : has == "Task" ? ChangeRule.OperationResultRemoved
                    : ChangeRule.OperationResultChanged,
                before,
                after);
        }
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
                Add(ChangeRule.SearchOverloadAdded, after.Key, after.Id, null, null, search.ToString());
                break;
            case ({ } search, null):
                Add(ChangeRule.SearchOverloadRemoved, after.Key, after.Id, null, search.ToString(), null);
                break;
        }
    }

    // A renamed type does not change the result.
    private bool HaveSameResult(OperationModel before, OperationModel after)
    {
        var renamed = WithResult(before, ResultOf(before) is { } type ? types.Renamed(type) : null);
        return MethodSignature.Of(renamed).ReturnType == MethodSignature.Of(after).ReturnType;
    }

    private static OperationModel WithResult(OperationModel operation, TypeReference? type) => operation.Paging is { } paging
        ? operation with { Paging = paging with { Item = type! } }
        : operation with { Response = operation.Response with { Type = type } };

    private static TypeReference? ResultOf(OperationModel operation) => operation.Paging?.Item ?? operation.Response.Type;

    private static EquatableArray<ParameterModel> OptionsOf(OperationModel operation) => operation.Options?.Parameters ?? default;

    private static IEnumerable<Argument> ArgumentsOf(OperationModel operation, bool byPlace) =>
        operation.PathParameters.Select(
            (parameter, place) => new Argument(byPlace ? $"{{{place}}}" : $"{{{parameter.WireName}}}", place, parameter))
            .Concat(operation.RequiredQuery.Select(
                (parameter, place) => new Argument(parameter.WireName, operation.PathParameters.Count + place, parameter)));

    // The facts that C# does not show: media types, parameter limits, and status codes.
    private void CompareFacts(OperationModel before, OperationModel after)
    {
        if (before.Body is not null && after.Body is not null)
        {
            CompareTexts(
                before.RequestMediaTypes, after.RequestMediaTypes, ChangeRule.RequestMediaTypeRemoved, ChangeRule.RequestMediaTypeAdded);
        }

        if (before.Body is { } oldBody && after.Body is { } body)
            CompareBodyFacts(after, oldBody, body);

        // A description that lists no success status makes no statement about success.
        if (before.StatusCodes.Any(IsSuccess) && after.StatusCodes.Any(IsSuccess))
        {
            CompareTexts(
                before.StatusCodes.Where(IsSuccess),
                after.StatusCodes.Where(IsSuccess),
                ChangeRule.SuccessStatusRemoved,
                ChangeRule.SuccessStatusAdded);
        }

        CompareTexts(
            before.StatusCodes.Where(IsFailure),
            after.StatusCodes.Where(IsFailure),
            ChangeRule.FailureStatusRemoved,
            ChangeRule.FailureStatusAdded);

        var parameters = Matching.Pair(
            before.RequiredQuery.Concat(OptionsOf(before)), after.RequiredQuery.Concat(OptionsOf(after)), parameter => parameter.WireName);
        foreach (var (old, current) in parameters.Common)
        {
            foreach (var (from, to, isTighter) in FactComparison.Limits(old.Facts, current.Facts))
                AddFact(isTighter ? ChangeRule.ParameterTightened : ChangeRule.ParameterLoosened, current, from, to);
            if (old.Facts.Default != current.Facts.Default)
            {
                AddFact(
                    ChangeRule.ParameterDefaultChanged, current, FactComparison.Default(old.Facts), FactComparison.Default(current.Facts));
            }

            CompareValues(old, current);
        }

        // Placeholders match by position, because they can be renamed.
        if (before.Key == after.Key)
        {
            foreach (var (old, current) in before.PathParameters.Zip(after.PathParameters, (old, current) => (old, current)))
            {
                foreach (var (from, to, isTighter) in FactComparison.Limits(old.Facts, current.Facts))
                    AddFact(isTighter ? ChangeRule.ParameterTightened : ChangeRule.ParameterLoosened, current, from, to);
                CompareValues(old, current);
            }
        }

        void CompareValues(ParameterModel old, ParameterModel current)
        {
            if (!types.HaveSameCSharp(old.Type, current.Type))
                return;
            foreach (var value in types.ValuesOnlyRemovedHere(current.Type, old.Facts, current.Facts))
                AddFact(ChangeRule.ParameterValueRemoved, current, value, null);
        }

        void CompareTexts(IEnumerable<string> had, IEnumerable<string> has, ChangeRule removed, ChangeRule added)
        {
            foreach (var text in had.Except(has))
                Add(removed, after.Key, after.Id, null, text, null);
            foreach (var text in has.Except(had))
                Add(added, after.Key, after.Id, null, null, text);
        }

        void AddFact(ChangeRule rule, ParameterModel parameter, string? from, string? to) =>
            Add(rule, $"{after.Key}?{parameter.WireName}", after.Id, parameter.Name, from, to);
    }

    private void CompareBodyFacts(OperationModel operation, BodyModel before, BodyModel after)
    {
        foreach (var (from, to, isTighter) in FactComparison.Limits(before.Facts, after.Facts))
            Add(isTighter ? ChangeRule.RequestBodyTightened : ChangeRule.RequestBodyLoosened, operation.Key, operation.Id, null, from, to);
        if (before.Facts.IsNullable && !after.Facts.IsNullable)
            Add(ChangeRule.RequestBodyBecameNotNullable, operation.Key, operation.Id, null, "nullable", "not nullable");
        if (!types.HaveSameCSharp(before.Type, after.Type))
            return;
        foreach (var value in types.ValuesOnlyRemovedHere(after.Type, before.Facts, after.Facts))
            Add(ChangeRule.RequestBodyTightened, operation.Key, operation.Id, null, value, null);
    }

    private static bool IsSuccess(string status) => status.StartsWith("2", StringComparison.Ordinal);

    private static bool IsFailure(string status) => !IsSuccess(status);

    private void Add(ChangeRule rule, OperationModel before, OperationModel after) =>
        Add(rule, after.Key, after.Id, null, Declaration.Of(before), Declaration.Of(after));

    private void Add(ChangeRule rule, OperationModel before, OperationModel after, ParameterModel argument) =>
        Add(rule, $"{after.Key}?{argument.WireName}", after.Id, argument.Name, Declaration.Of(before), Declaration.Of(after));

    private void Add(ChangeRule rule, string key, string owner, string? member, string? before, string? after) =>
        _changes.Add(new ApiChange(rule, owner, member, before, after) { Key = key });

    private sealed record Argument(string Identity, int Place, ParameterModel Model);
}
