using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Descriptions.Tests;

public sealed class DescriptionDocumentTests
{
    [TestCase("get", "/contacts/{id}", "GET /contacts/{}")]
    [TestCase("PUT", "/contacts/{contact_id}/tags/{id}", "PUT /contacts/{}/tags/{}")]
    [TestCase("post", "/contacts", "POST /contacts")]
    [TestCase("get", "/files/{id}.{format}", "GET /files/{}.{}")]
    public void The_key_of_an_operation_has_no_placeholder_names(string method, string path, string key) =>
        Assert.That(DescriptionDocument.OperationKey(method, path), Is.EqualTo(key));

    [Test]
    public void A_pointer_escapes_its_segments() =>
        Assert.That(DescriptionDocument.Pointer("paths", "/a~b/{id}", "get"), Is.EqualTo("#/paths/~1a~0b~1{id}/get"));

    [Test]
    public void Dates_stay_text_and_tokens_have_lines()
    {
        var document = DescriptionDocument.ParseObject("{\n \"at\": \"2024-01-01T00:00:00Z\",\n \"inner\": {} }");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document["at"]!.Type, Is.EqualTo(JTokenType.String));
            Assert.That(((IJsonLineInfo)document["inner"]!).LineNumber, Is.EqualTo(3));
        }
    }

    [Test]
    public void Operations_are_the_members_with_HTTP_methods() =>
        Assert.That(
            DescriptionOperations.Of(JObject.Parse("{ paths: { '/a': { parameters: {}, summary: 'x', patch: {}, head: {} }, '/b': { 'x-get': {}, get: {} } } }"))
                .Select(operation => $"{operation.Key} {operation.Pointer}"),
            Is.EqualTo(new[] { "PATCH /a #/paths/~1a/patch", "HEAD /a #/paths/~1a/head", "GET /b #/paths/~1b/get" }));

    [Test]
    public void Lists_with_equal_elements_are_equal()
    {
        EquatableArray<string> none = default;
        EquatableArray<string> some = new(["a", "b"]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(none, Is.EqualTo(new EquatableArray<string>([])));
            Assert.That(none.GetHashCode(), Is.EqualTo(new EquatableArray<string>([]).GetHashCode()));
            Assert.That(some == new EquatableArray<string>(["a", "b"]), Is.True);
            Assert.That(some.GetHashCode(), Is.EqualTo(new EquatableArray<string>(["a", "b"]).GetHashCode()));
            Assert.That(some != new EquatableArray<string>(["b", "a"]), Is.True);
            Assert.That(some.Equals((object)new EquatableArray<string>(["a"])), Is.False);
            Assert.That((some.Count, some[1], none.Count), Is.EqualTo((2, "b", 0)));
        }
    }
}
