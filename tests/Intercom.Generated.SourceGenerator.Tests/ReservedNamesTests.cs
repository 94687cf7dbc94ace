using System.Reflection;
using Intercom.Generated.Descriptions.Naming;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>No schema can have a name that generated code, or a program that uses it, already uses.</summary>
public sealed class ReservedNamesTests
{
    [Test]
    public void Every_public_type_of_the_runtime_is_reserved()
    {
        Assembly[] packages =
        [
            typeof(IntercomModel).Assembly,
            typeof(IntercomClientBase).Assembly,
            typeof(IntercomRateLimiter).Assembly,
            typeof(ApiCatalog).Assembly,
            typeof(Webhooks.IntercomNotification).Assembly,
        ];
        var types = packages.SelectMany(package => package.GetExportedTypes())
            .Where(type => !type.IsNested && type.Namespace is "Intercom.Generated" or "Intercom.Generated.Runtime" or "Intercom.Generated.Webhooks")
            .Select(type => type.Name.Split('`')[0]);

        Assert.That(types.Where(name => !ReservedNames.IsType(name)), Is.Empty);
    }

    [Test]
    public void Every_option_of_a_call_is_reserved()
    {
        var options = typeof(RequestOptions).GetProperties().Select(property => property.Name);

        Assert.That(options.Where(name => !ReservedNames.IsOption(name)), Is.Empty);
    }

    [Test]
    public void Every_member_of_the_main_client_is_reserved()
    {
        var members = typeof(IntercomClientBase).GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
            .Where(member => member is PropertyInfo or MethodInfo { IsSpecialName: false } && member is not MethodBase { IsPrivate: true } and not PropertyInfo { GetMethod.IsPrivate: true })
            .Select(member => member.Name);

        Assert.That(members.Where(name => !ReservedNames.IsClient(name)), Is.Empty);
    }

    [TestCase("ticket_fields", "TicketFieldsModel")]
    [TestCase("contacts_client", "ContactsClientModel")]
    [TestCase("task", "TaskModel")]
    [TestCase("webhooks", "WebhooksModel")]
    [TestCase("intercom_thing", "ApiIntercomThing")]
    [TestCase("intercom_client", "ApiIntercomClientModel")]
    [TestCase("thing", "Thing")]
    public void A_schema_with_a_reserved_name_gets_another_one(string schema, string name)
    {
        var files = new TestFile("/openapi/2.14/description.json", $$"""
            { "paths": {}, "components": { "schemas": { "{{schema}}": { "x-keep": true, "type": "object", "properties": { "x": { "type": "string" } } } } } }
            """);
        var model = Descriptions.ApiModelReader.Read(new Descriptions.DescriptionFiles(files.Text, null, null, null));

        Assert.That((model.Objects.Single().Name, model.Problems), Is.EqualTo((name, model.Problems)));
        Assert.That(model.Problems, Is.Empty);
    }
}
