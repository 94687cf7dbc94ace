using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Tests;

/// <summary>Provokes every error that the published descriptions show as an example.</summary>
[TestFixtureSource(typeof(FakeClient), nameof(FakeClient.Versions))]
public sealed class DocumentedErrorTests(string version)
{
    [Test]
    public async Task Every_documented_error_has_its_status_code_and_message()
    {
        var errors = DocumentedError.Of(version);
        using var shared = new FakeClient(version);
        var provoker = new Provoker(version, shared, await Seeds.CreateAsync(shared));
        var failures = new List<string>();
        var omitted = new List<DocumentedError>();
        foreach (var error in errors)
        {
            if (Provocations.WhyOmitted(error) is not null)
            {
                omitted.Add(error);
                continue;
            }

            var received = await ProvokeAsync(error, provoker);
            if (received is null || !Matches(error, received))
                failures.Add($"{error}\n    Received: {(received is null ? "nothing, because there is no provocation" : $"{(int)received.Status} {received.Text}")}");
        }

        await TestContext.Out.WriteLineAsync($"{version}: {errors.Count - omitted.Count - failures.Count} of {errors.Count} documented errors are provoked.");
        foreach (var error in omitted)
            await TestContext.Out.WriteLineAsync($"Not provoked: {error}. {Provocations.WhyOmitted(error)}");
        Assert.That(failures, Is.Empty, string.Join('\n', failures));
    }

    private async Task<ReceivedResponse?> ProvokeAsync(DocumentedError error, Provoker shared)
    {
        if (error is { Status: 401, Code: "unauthorized" })
            return await WithoutTokenAsync(error, shared);
        if (error.Status == 403 && !error.Message.Contains("is closed", StringComparison.Ordinal) || error.Code == "token_unauthorized"
            || error.Message.Contains("not available for this workspace.", StringComparison.Ordinal))
        {
            using var denied = new FakeClient(version);
            denied.Fake.Deny(error.Operation, error.Message);
            return await new Provoker(version, denied, shared.Seeds).SendAsync(error.Operation);
        }

        if (Provocations.Find(error) is { } provoke)
        {
            using var client = new FakeClient(version, new FakeIntercomOptions { JobDuration = TimeSpan.FromSeconds(30) });
            return await provoke(new Provoker(version, client, await Seeds.CreateAsync(client)));
        }

        // The remaining errors are those of unknown IDs in the path.
        ReceivedResponse? received = null;
        for (var index = 0; index < error.Operation.Split("{}").Length - 1; index++)
        {
            foreach (var id in new[] { Seeds.Unknown, "job1", "undefined" })
            {
                received = await shared.SendAsync(error.Operation, unknown: index, id: id);
                if (Matches(error, received))
                    return received;
            }
        }

        return received;
    }

    private static async Task<ReceivedResponse> WithoutTokenAsync(DocumentedError error, Provoker shared)
    {
        var path = shared.Seeds.Fill(Description.TemplateOf(shared.Fake.Version, error.Operation));
        var request = new HttpRequestMessage(new HttpMethod(error.Operation.Split(' ')[0]), path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "stolen");
        return await shared.SendAsync(request);
    }

    private static bool Matches(DocumentedError error, ReceivedResponse received)
    {
        if ((int)received.Status != error.Status)
            return false;
        if (error.Code.Length == 0)
            return JToken.DeepEquals(received.Json, JObject.Parse(error.Message));
        var first = received.Json["errors"]?[0];
        return (string?)first?["code"] == error.Code && IsText(error.Message, (string?)first["message"]);
    }

    /// <summary>The ID of a job in a message is that of the job in the test.</summary>
    private static bool IsText(string expected, string? received) => received == expected
        || (expected.Contains("job job_v2_1 is", StringComparison.Ordinal) && received?.EndsWith(expected[12..], StringComparison.Ordinal) == true);
}
