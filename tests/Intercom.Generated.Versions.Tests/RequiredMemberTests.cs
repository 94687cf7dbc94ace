using System.Reflection;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Versions.Tests;

/// <summary>A request without a required member is rejected before it is sent. A request that is copied from a response is not.</summary>
public sealed class RequiredMemberTests
{
    [EveryVersion]
    public async Task Names_each_required_member_that_a_request_lacks(VersionUnderTest version)
    {
        var members = 0;
        foreach (var operation in version.Methods.Where(operation => operation.BodyType is { } type && Required(type).Any()))
        {
            foreach (var member in Required(operation.BodyType!))
            {
                members++;
                var failure = (await Assert.ThrowsAsync<ArgumentException>(() => Call(operation, request => Assign(request, except: member))))!;
                Assert.That(
                    failure.Message,
                    Does.Match($@"^\w+\.\w+ requires {operation.BodyType!.Name}\.{member.Name}\. Assign it before the call\."),
                    operation.ToString());
            }

            await Call(operation, request => Assign(request, except: null));
        }

        Assert.That(members, Is.GreaterThan(40));
    }

    [EveryVersion]
    public void Documents_each_required_member(VersionUnderTest version)
    {
        var required = version.ClientType.Assembly.GetExportedTypes().SelectMany(Required).ToList();
        var documentation = System.Xml.Linq.XDocument.Load(Path.ChangeExtension(version.ClientType.Assembly.Location, ".xml"))
            .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, member => (string?)member.Element("summary"));
        Assert.That(
            required.Where(property => documentation[$"P:{property.DeclaringType!.FullName}.{property.Name}"]?.Trim().StartsWith("Required. ", StringComparison.Ordinal) != true),
            Is.Empty);
    }

    [EveryVersion]
    public async Task Accepts_requests_that_are_copied_from_responses(VersionUnderTest version)
    {
        foreach (var operation in version.Methods.Where(operation => operation.BodyType is { } type && Required(type).Any()))
        {
            // Property by property, from a response that lacks all of them.
            await Call(operation, request => Assign(request, except: null, onlyNull: true));
            // As JSON.
            await Call(operation, request => IntercomJsonOf(request.GetType(), "{}"u8));
        }
    }

    private static IEnumerable<PropertyInfo> Required(Type type) =>
        type.GetProperties().Where(property => property.IsDefined(typeof(RequiredInRequestsAttribute)));

    private static object Assign(object request, PropertyInfo? except, bool onlyNull = false)
    {
        foreach (var property in request.GetType().GetProperties().Where(property => property.CanWrite && property != except && Required(request.GetType()).Contains(property)))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            property.SetValue(request, onlyNull || !type.IsValueType ? null : Activator.CreateInstance(type));
        }

        return request;
    }

    private static object IntercomJsonOf(Type type, ReadOnlySpan<byte> json) =>
        Newtonsoft.Json.JsonConvert.DeserializeObject(System.Text.Encoding.UTF8.GetString(json), type)!;

    private static async Task Call(OperationMethod operation, Func<object, object> create)
    {
        using var wire = WireStub.Json("{}");
        var arguments = new SampleCall(operation).Arguments;
        var index = Array.FindIndex(arguments, argument => argument?.GetType() == operation.BodyType);
        arguments[index] = create(Activator.CreateInstance(operation.BodyType!)!);
        using var client = (IDisposable)operation.Version.CreateClient(wire);
        try
        {
            await OperationMethod.CompleteAsync(operation.Invoke(client, arguments));
        }
        catch (TargetInvocationException e) when (e.InnerException is ArgumentException inner)
        {
            Assert.That(wire.Requests, Is.Empty);
            throw inner;
        }
        catch (IntercomException)
        {
            // Only the request matters.
        }
    }
}
