using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Intercom.Generated.Tests;

namespace Intercom.Generated.Faults.Tests;

/// <summary>A valid response and its mutations.</summary>
/// <param name="Mutations">The mutations of the body, in order.</param>
internal sealed record MutatedResponse(Endpoint Endpoint, int Status, IReadOnlyList<Mutation> Mutations)
{
    public static Arbitrary<MutatedResponse> Any { get; } = Arb.From(
        from endpoint in Gen.Elements<Endpoint>(Endpoint.All)
        from status in Gen.Frequency((8, Gen.Constant(200)), (2, Gen.Elements(201, 400, 401, 403, 404, 409, 422, 429, 500, 503)))
        from count in Gen.Choose(1, 3)
        from mutations in Gen.ArrayOf(Mutation.Any, count)
        select new MutatedResponse(endpoint, status, mutations),
        response => response.Mutations.Select((_, i) => response with { Mutations = [.. response.Mutations.Where((_, other) => other != i)] }));

    public byte[] Body => Mutations.Aggregate(Status < 300 ? Endpoint.Body : Endpoint.ErrorBody, static (body, mutation) => mutation.Apply(body));

    public override string ToString() => $"{Endpoint} {Status} {string.Join(", ", Mutations)}\n{Encoding.UTF8.GetString(Body)}";
}
