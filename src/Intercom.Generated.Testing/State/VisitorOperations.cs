using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The visitors of a website, which the Messenger creates, and their conversion to contacts.</summary>
internal sealed class VisitorOperations(Workspace workspace, ResourceCatalog resources, ContactOperations contacts)
{
    private static readonly string[] Keys = ["id", "user_id", "email"];

    public void Register(OperationTable table)
    {
        table.Add("GET /visitors", call => call.Respond(
            Find("user_id", call.Request.GetQuery("user_id")) ?? Find("id", call.Request.GetQuery("user_id")) ?? throw NotFound()));
        table.Add("PUT /visitors", Update);
        table.Add("POST /visitors/convert", Convert);
    }

    private static Rejection NotFound() => Rejection.NotFound("Visitor");

    private JObject? Find(string name, string? value) => value is null
        ? null
        : resources.Of("visitor").Store.Items.FirstOrDefault(visitor => Call.Scalar(visitor[name]) == value);

    private JObject? FindBy(JToken? reference) =>
        Keys.Select(key => Find(key, Call.Scalar(reference?[key]))).FirstOrDefault(visitor => visitor is not null);

    private FakeResponse Update(Call call)
    {
        var visitor = FindBy(call.Body) ?? throw NotFound();
        var sent = (JObject)call.Body.DeepClone();
        sent.Remove("user_id");
        return call.Respond(resources.Of("visitor").Update(visitor, sent));
    }

    /// <summary>Merges the visitor into the contact if it exists, or converts the visitor to a contact. The visitor is then gone.</summary>
    private FakeResponse Convert(Call call)
    {
        var visitor = FindBy(call.Body["visitor"]) ?? throw NotFound();
        var user = call.Body["user"]!;
        var contact = Contact("id", user["id"]) ?? Contact("external_id", user["user_id"])
            ?? (user["user_id"] is null ? Contact("email", user["email"]) : null);
        if (contact is null)
        {
            if (user["id"] is not null)
                throw Rejection.NotFound("User");
            contact = contacts.Create(new JObject
            {
                ["role"] = call.RequiredText("type"),
                ["external_id"] = user["user_id"],
                ["email"] = user["email"] ?? visitor["email"],
                ["name"] = visitor["name"],
            });
        }

        resources.Of("visitor").Remove(visitor);
        return call.Respond(contact);
    }

    private JObject? Contact(string name, JToken? value) => Call.Scalar(value) is not { Length: > 0 } text
        ? null
        : workspace.Contacts.Items.FirstOrDefault(contact =>
            string.Equals(Call.Scalar(contact[name]), text, StringComparison.OrdinalIgnoreCase));
}
