using Intercom.Generated.Benchmarks.Payloads;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>The responses to the measured calls.</summary>
internal static class ContactResponses
{
    public const int Total = 10_000;
    public const int PageSize = 150;

    public const string FirstPagePath = "contacts?per_page=150";

    /// <summary>The headers that Intercom sends in every response.</summary>
    public static readonly (string Name, string Value)[] Headers =
    [
        ("Intercom-Version", "2.14"),
        ("X-Request-Id", "0016f3k9q1bd5m8c2h70"),
        ("X-RateLimit-Limit", "1000"),
        ("X-RateLimit-Remaining", "998"),
        ("X-RateLimit-Reset", "1900000000"),
    ];

    public static string SinglePath { get; } = $"contacts/{ContactPayload.Id(0)}";

    /// <summary>Gets every path with its response body.</summary>
    public static IEnumerable<(string Path, byte[] Body)> All()
    {
        yield return (SinglePath, ContactPayload.Contact(0).ToBytes());
        for (var first = 0; first < Total; first += PageSize)
        {
            var page = ContactPayload.Page(first, Math.Min(PageSize, Total - first), Total).ToBytes();
            foreach (var path in PagePaths(first))
                yield return (path, page);
        }
    }

    // The clients send the parameters in different orders.
    private static string[] PagePaths(int first) => first == 0
        ? [FirstPagePath]
        :
        [
            $"contacts?starting_after={ContactPayload.Id(first - 1)}&per_page={PageSize}",
            $"contacts?per_page={PageSize}&starting_after={ContactPayload.Id(first - 1)}",
        ];
}
