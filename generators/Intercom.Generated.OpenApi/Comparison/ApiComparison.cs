using Intercom.Generated.OpenApi.Declarations;
using Intercom.Generated.OpenApi.Model;

namespace Intercom.Generated.OpenApi.Comparison;

/// <summary>Compares what two descriptions mean: two versions of the API, or two states of one.</summary>
public static class ApiComparison
{
    /// <summary>
    /// Every difference, ordered by area, by owner and then as published. What only follows from another difference is not told again: the
    /// members of a type that comes or goes, or the places that use a type that has another name.
    /// </summary>
    public static IReadOnlyList<ApiChange> Compare(ApiModel before, ApiModel after)
    {
        var types = TypePairs.Of(before, after);
        var changes = new List<ApiChange>();
        changes.AddRange(CompareClients(before, after));
        changes.AddRange(new OperationComparison(types).Compare(OperationsOf(before), OperationsOf(after)));
        changes.AddRange(new TypeComparison(types).Compare());
        // Sorting is stable, so that what one owner has stays as published.
        return [.. changes.OrderBy(change => change.Rule.Area).ThenBy(change => change.Owner, StringComparer.Ordinal)];
    }

    private static IEnumerable<ApiChange> CompareClients(ApiModel before, ApiModel after)
    {
        var clients = Matching.Pair(before.Clients, after.Clients, client => client.Name);
        return clients.Removed.Select(client => new ApiChange(ChangeRule.ClientRemoved, client.Name, null, Declaration.Of(client), null))
            .Concat(clients.Added.Select(client => new ApiChange(ChangeRule.ClientAdded, client.Name, null, null, Declaration.Of(client))));
    }

    private static IEnumerable<OperationModel> OperationsOf(ApiModel model) => model.Clients.SelectMany(client => client.Operations);
}
