using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Intercom.Generated.Analyzers;

/// <summary>The code that uses a new request, as far as the method that creates it shows.</summary>
internal sealed class RequestUse
{
    private readonly HashSet<string> _assigned = new(StringComparer.Ordinal);

    private RequestUse(bool canBeCompletedElsewhere = false) => CanBeCompletedElsewhere = canBeCompletedElsewhere;

    /// <summary>The members that the method assigns after the creation.</summary>
    public IEnumerable<string> AssignedMembers => _assigned;

    /// <summary>Whether other code can assign members before the request is sent.</summary>
    public bool CanBeCompletedElsewhere { get; private set; }

    /// <summary>Finds the uses of a new request.</summary>
    /// <param name="creation">The creation of the request.</param>
    /// <param name="client">The base class of clients, whose methods send requests.</param>
    public static RequestUse Of(IObjectCreationOperation creation, INamedTypeSymbol? client)
    {
        var value = (IOperation)creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } =>
                OfLocal(local, creation, client),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == value =>
                OfLocal(target.Local, creation, client),
            IArgumentOperation argument when IsSent(argument, client) => new RequestUse(),
            // The member of another request.
            ISimpleAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => new RequestUse(),
            // A request that is created empty and handed out is likely to be filled by the code that receives it.
            _ => new RequestUse(creation.Initializer is not { Initializers.IsEmpty: false }),
        };
    }

    private static RequestUse OfLocal(ILocalSymbol local, IOperation creation, INamedTypeSymbol? client)
    {
        var use = new RequestUse();
        var body = creation;
        while (body.Parent is { } parent)
            body = parent;
        foreach (var reference in body.Descendants().OfType<ILocalReferenceOperation>())
        {
            if (SymbolEqualityComparer.Default.Equals(reference.Local, local))
                use.Add(reference, client);
        }

        return use;
    }

    private void Add(ILocalReferenceOperation reference, INamedTypeSymbol? client)
    {
        switch (reference.Parent)
        {
            case IPropertyReferenceOperation property when property.Instance == reference:
                if (property.Parent is IAssignmentOperation assignment && assignment.Target == property)
                    _assigned.Add(property.Property.Name);
                break;
            case IArgumentOperation argument when IsSent(argument, client):
            case ISimpleAssignmentOperation target when target.Target == reference:
                break;
            default:
                CanBeCompletedElsewhere = true;
                break;
        }
    }

    private static bool IsSent(IArgumentOperation argument, INamedTypeSymbol? client)
    {
        if (argument.Parent is not IInvocationOperation { TargetMethod: var method })
            return false;
        var extended = method.ReducedFrom ?? method;
        var receiver = extended.IsExtensionMethod ? extended.Parameters[0].Type : method.ContainingType;
        for (var type = receiver; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, client))
                return true;
        }

        return false;
    }
}
