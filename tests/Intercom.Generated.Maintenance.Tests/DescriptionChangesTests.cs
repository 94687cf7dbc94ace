using Intercom.Generated.Maintenance.Published;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Tests;

public sealed class DescriptionChangesTests
{
    private const string Before = """
        {
          "servers": [{"url": "https://a"}],
          "paths": {
            "/same": {"get": {"operationId": "same"}},
            "/gone": {"get": {}},
            "/changed": {"get": {"operationId": "a"}, "put": {}},
            "/shared": {"parameters": [{"name": "a"}], "get": {}, "delete": {}},
            "/renamed/{id}": {"get": {}}
          },
          "components": {
            "responses": {"A": {}},
            "schemas": {"same": {"type": "object", "nullable": true}, "gone": {}, "changed": {"enum": ["a"]}}
          }
        }
        """;

    private const string After = """
        {
          "paths": {
            "/new": {"post": {}},
            "/same": {"get": {"operationId": "same"}},
            "/changed": {"get": {"operationId": "b"}, "put": {}},
            "/shared": {"parameters": [{"name": "b"}], "get": {}, "delete": {}},
            "/renamed/{contact_id}": {"get": {}}
          },
          "components": {
            "responses": {"A": {"description": ""}},
            "schemas": {"new": {}, "same": {"nullable": true, "type": "object"}, "changed": {"enum": ["a", "b"]}}
          }
        }
        """;

    [Test]
    public void Compares_operations_schemas_and_other_parts()
    {
        var changes = DescriptionChanges.Between(JObject.Parse(Before), JObject.Parse(After));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changes.Operations.Added, Is.EqualTo(new[] { "POST /new" }));
            Assert.That(changes.Operations.Removed, Is.EqualTo(new[] { "GET /gone" }));
            Assert.That(
                changes.Operations.Changed,
                Is.EqualTo(new[] { "GET /changed", "GET /shared", "DELETE /shared", "GET /renamed/{contact_id}" }));
            Assert.That(changes.Schemas.Added, Is.EqualTo(new[] { "new" }));
            Assert.That(changes.Schemas.Removed, Is.EqualTo(new[] { "gone" }));
            Assert.That(changes.Schemas.Changed, Is.EqualTo(new[] { "changed" }));
            Assert.That(changes.OtherParts, Is.EqualTo(new[] { "components/responses", "servers" }));
        }
    }

    [Test]
    public void The_same_description_has_no_changes() =>
        Assert.That(DescriptionChanges.Between(JObject.Parse(Before), JObject.Parse(Before)).IsEmpty);
}
