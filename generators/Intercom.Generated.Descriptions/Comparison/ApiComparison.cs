using Intercom.Generated.Descriptions.Declarations;
using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Comparison;

/// <summary>Compares the models of two descriptions: two versions of the API, or two revisions of one version.</summary>
public static class ApiComparison
{
    /// <summary>
    /// Returns every difference, ordered by area, then by owner, then in the published order. Consequences of another difference are left
    /// out: the members of an added or removed type, and the uses of a renamed type.
    /// </summary>
    public static IReadOnlyList<ApiChange> Compare(ApiModel before, ApiModel after)
    {
        var types = TypePairs.Of(before, after);
        var changes = new List<ApiChange>();
        changes.AddRange(CompareClients(before, after));
        changes.AddRange(new OperationComparison(types).Compare(OperationsOf(before), OperationsOf(after)));
        changes.AddRange(new TypeComparison(types).Compare());
        // The sort is stable, so the changes of one owner keep the published order.
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
