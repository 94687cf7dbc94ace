using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Calls every operation of every version with an unknown ID in each of its placeholders.</summary>
[TestFixtureSource(typeof(FakeClient), nameof(FakeClient.Versions))]
public sealed class UnknownIdTests(string version)
{
    /// <summary>The operations whose documented error of an unknown ID has another status than 404.</summary>
    private static readonly string[] OtherStatus = ["POST /fin/procedures/{}/run"];

    /// <summary>The IDs without a documented error. The documented errors of these operations are those of another ID.</summary>
    private static readonly (string Operation, int Index)[] Undocumented =
    [
        ("POST /contacts/{}/companies", 0), ("PUT /tickets/{}", 0), ("POST /contacts/{}/banners/{}/dismiss", 0),
    ];

    [Test]
    public async Task An_unknown_ID_is_the_documented_404_in_every_operation_whose_path_has_an_ID()
    {
        var documented = DocumentedError.Of(version).Where(error => error.Status == 404).ToLookup(error => error.Operation);
        using var client = new FakeClient(version);
        var seeds = await Seeds.CreateAsync(client);
        var requests = new SampleRequests(version, seeds);
        var count = 0;
        using var scope = Assert.EnterMultipleScope();
        foreach (var operation in Description.Operations(version).Except(OtherStatus))
        {
            for (var index = 0; index < operation.Split("{}").Length - 1; index++)
            {
                using var request = requests.Create(operation, index);
                using var raw = await client.Http.SendAsync(request);
                var response = new ReceivedResponse(raw, await raw.Content.ReadAsByteArrayAsync());
                var what = $"{operation}, ID {index + 1}: {response.Text}";
                Assert.That((int)response.Status, Is.EqualTo(404), what);
                if ((int)response.Status != 404)
                    continue;
                var error = response.Json["errors"]![0]!;
                var expected = documented[operation].Select(row => (row.Code, Text(row.Message))).ToList();
                if (expected.Count > 0 && !Undocumented.Contains((operation, index)))
                    Assert.That(expected, Does.Contain(((string?)error["code"], Text((string?)error["message"]))), what);
                count++;
            }
        }

        Assert.That(count, Is.GreaterThan(50));
    }

    /// <summary>Some messages contain the ID.</summary>
    private static string? Text(string? message) => message?
        .Replace(Seeds.Unknown, "ID", StringComparison.Ordinal)
        .Replace("job1", "ID", StringComparison.Ordinal)
        .Replace("undefined", "ID", StringComparison.Ordinal);
}
