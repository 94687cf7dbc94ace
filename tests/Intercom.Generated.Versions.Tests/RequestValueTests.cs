using System.Collections;
using System.Globalization;
using System.Net;
using System.Reflection;
using Intercom.Generated.Runtime;
using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Every value that a request type can hold is sent in its described format or rejected before sending.</summary>
public sealed class RequestValueTests
{
    private static readonly string[] Explained =
    [
        "must be one of", "must be either contact or company", "must be 'article' or 'collection'",
        "Cannot set scheduled_publish_at and scheduled_unpublish_at in the same request",
    ];

    // The fake's status for a body that does not match the schema.
    private const HttpStatusCode Invalid = HttpStatusCode.BadRequest;

    [EveryVersion]
    public async Task Sends_edge_case_values_in_the_described_format(VersionUnderTest version)
    {
        var validator = new SchemaValidator(version.Description);
        var failures = new SortedSet<string>(StringComparer.Ordinal);
        var sent = 0;
        foreach (var operation in version.Methods.Where(IsJson))
        {
            var schema = operation.RequestBody()!.Value.Schema!;
            for (var round = 0; round < EdgeCaseValues.Rounds; round++)
            {
                var call = new SampleCall(operation);
                new EdgeCaseValues(version.Description, round).Fill(call.Request!, schema);
                using var fake = new FakeIntercom(version.Name);
                var (body, status, problem) = await SendAsync(operation, call, fake);
                sent++;
                failures.UnionWith(validator.Validate(body, schema).Select(found => $"{operation}: {found}"));
                // The fake may reject a value that has the described format, such as an empty name, as Intercom does.
                if (status >= HttpStatusCode.InternalServerError && !IsSearch(operation))
                    failures.Add($"{operation}: failed in the fake: {problem}");
            }
        }

        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{version}: {sent} requests"));
        Assert.That(sent, Is.GreaterThan(40 * EdgeCaseValues.Rounds));
        Assert.That(failures, Is.Empty, string.Join('\n', failures));
    }

    [EveryVersion]
    public async Task Sends_unknown_enum_values_unchanged(VersionUnderTest version)
    {
        const string unknown = "unknown \u00e9";
        var failures = new SortedSet<string>(StringComparer.Ordinal);
        var sent = 0;
        foreach (var operation in version.Methods.Where(IsJson))
        {
            var call = new SampleCall(operation);
            var count = AssignEnums(call.Request!, unknown);
            if (count == 0)
                continue;
            using var fake = new FakeIntercom(version.Name);
            var (body, status, problem) = await SendAsync(operation, call, fake);
            sent += count;
            if (((JContainer)body).Descendants().Count(token => token is JValue { Value: unknown }) != count)
                failures.Add($"{operation}: sent {body}");
            // Only the descriptions of some properties limit their values. Other limits are those of documented errors.
            var isUnexplained = status == Invalid && !Explained.Any(text => problem.Contains(text, StringComparison.OrdinalIgnoreCase));
            if (isUnexplained || status >= HttpStatusCode.InternalServerError)
                failures.Add($"{operation}: rejected by the fake: {problem}");
        }

        await TestContext.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{version}: {sent} values"));
        Assert.That(sent, Is.GreaterThan(20));
        Assert.That(failures, Is.Empty, string.Join('\n', failures));
    }

    [EveryVersion]
    public async Task Rejects_text_for_numeric_IDs_before_sending(VersionUnderTest version)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var operation in version.Methods.Where(IsJson))
        {
            foreach (var property in operation.BodyType!.JsonProperties().Where(property => property.PropertyType == typeof(string) && IsInteger(operation, property.JsonName())))
            {
                foreach (var text in new[] { "", "a", "1.5", " 1", "99999999999999999999" })
                {
                    count++;
                    var message = await RejectionAsync(operation, property, text);
                    if (message?.StartsWith($"{operation.BodyType!.Name}.{property.JsonName()} ", StringComparison.Ordinal) != true)
                        failures.Add($"{operation} {property.Name} '{text}': {message ?? "was sent"}");
                }
            }
        }

        Assert.That(count, Is.GreaterThan(10));
        Assert.That(failures.Take(5), Is.Empty);
    }

    [EveryVersion]
    public async Task Rejects_NaN_and_infinity_before_sending(VersionUnderTest version)
    {
        var count = 0;
        foreach (var operation in version.Methods.Where(IsJson))
        {
            foreach (var property in operation.BodyType!.JsonProperties().Where(property => property.PropertyType == typeof(double?)))
            {
                foreach (var number in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
                {
                    count++;
                    Assert.That(await RejectionAsync(operation, property, number), Does.StartWith($"{operation.BodyType!.Name}.{property.JsonName()} "));
                }
            }
        }

        Assert.That(count, Is.GreaterThan(3));
    }

    [EveryVersion]
    public async Task Rejects_lone_surrogates_before_sending(VersionUnderTest version)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var operation in version.Methods.Where(IsJson))
        {
            foreach (var property in operation.BodyType!.JsonProperties().Where(property => property.PropertyType == typeof(string) && !IsInteger(operation, property.JsonName())))
            {
                count++;
                var message = await RejectionAsync(operation, property, "a\ud83d");
                if (message?.StartsWith($"{operation.BodyType!.Name}.{property.JsonName()} ", StringComparison.Ordinal) != true)
                    failures.Add($"{operation} {property.Name}: {message ?? "was sent"}");
            }
        }

        Assert.That(count, Is.GreaterThan(40));
        Assert.That(failures.Take(5), Is.Empty);
    }

    [Test]
    public async Task Sends_no_request_with_NaN_or_infinity()
    {
        using var wire = WireStub.Json("{}");
        using var client = new V2_14.IntercomClient(new IntercomClientOptions("fake-token") { HttpMessageHandler = wire });

        var spend = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Companies.CreateOrUpdateAsync(new V2_14.CreateOrUpdateCompanyRequest { MonthlySpend = double.NaN }));
        var attribute = await Assert.ThrowsAsync<ArgumentException>(() =>
            client.Contacts.CreateAsync(new V2_14.CreateContactRequest { CustomAttributes = new() { ["score"] = double.PositiveInfinity } }));

        Assert.That(spend!.Message, Does.StartWith("CreateOrUpdateCompanyRequest.monthly_spend "));
        Assert.That(attribute!.Message, Does.StartWith("CreateContactRequest.custom_attributes "));
        Assert.That(wire.Requests, Is.Empty);
    }

    /// <summary>Assigns a value to every open enum in a request.</summary>
    /// <returns>The number of assigned values.</returns>
    private static int AssignEnums(object value, string text)
    {
        var count = 0;
        switch (value)
        {
            case IntercomModel model:
                foreach (var property in model.GetType().JsonProperties())
                {
                    if (property.GetValue(model) is not { } member)
                        continue;
                    if (member is IOpenEnum)
                    {
                        property.SetValue(model, Activator.CreateInstance(member.GetType(), text));
                        count++;
                    }
                    else
                    {
                        count += AssignEnums(member, text);
                    }
                }

                break;
            case IntercomUnion { Value: IntercomModel or IList and not JToken } union:
                return AssignEnums(union.Value!, text);
            case IList list when list is not JToken:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is IOpenEnum item)
                    {
                        list[i] = Activator.CreateInstance(item.GetType(), text);
                        count++;
                    }
                    else if (list[i] is { } nested)
                    {
                        count += AssignEnums(nested, text);
                    }
                }

                break;
        }

        return count;
    }

    /// <summary>Gets the message of the rejection, or null if the request was sent.</summary>
    private static async Task<string?> RejectionAsync(OperationMethod operation, PropertyInfo property, object value)
    {
        var call = new SampleCall(operation);
        property.SetValue(call.Request, value);
        using var wire = WireStub.Json("{}");
        using var client = (IDisposable)operation.Version.CreateClient(wire);
        try
        {
            await OperationMethod.CompleteAsync(operation.Invoke(client, call.Arguments));
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException rejected && wire.Requests.Count == 0)
        {
            return rejected.Message;
        }
        catch (ArgumentException e) when (wire.Requests.Count == 0)
        {
            return e.Message;
        }

        return null;
    }

    private static bool IsInteger(OperationMethod operation, string name)
    {
        var schema = operation.Version.Description.Resolve(operation.RequestBody()!.Value.Schema!);
        return schema["properties"]?[name] is { } property && (string?)operation.Version.Description.Resolve(property)["type"] == "integer";
    }

    // SearchFieldTests covers search filters, with the fields and operators of each search.
    private static bool IsSearch(OperationMethod operation) => operation.Path.EndsWith("/search", StringComparison.Ordinal);

    private static bool IsJson(OperationMethod operation) =>
        operation.RequestBody() is { MediaType: "application/json", Schema: not null } && operation.BodyType is not null;

    private static async Task<(JToken Body, HttpStatusCode Status, string Problem)> SendAsync(OperationMethod operation, SampleCall call, FakeIntercom fake)
    {
        using var client = (IDisposable)Activator.CreateInstance(
            operation.Version.ClientType,
            new IntercomClientOptions(fake.AccessToken) { HttpMessageHandler = fake, Retry = new() { MaxRetries = 0 } })!;
        try
        {
            await OperationMethod.CompleteAsync(operation.Invoke(client, call.Arguments));
            return (Sent(fake), HttpStatusCode.OK, string.Empty);
        }
        catch (IntercomApiException e)
        {
            return (Sent(fake), e.StatusCode, e.Message);
        }
    }

    private static JToken Sent(FakeIntercom fake) => Json.Parse(fake.Requests[0].Body!);
}
