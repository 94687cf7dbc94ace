using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The rules of custom data attributes.</summary>
internal static class DataAttributes
{
    private static readonly string[] Types = ["string", "integer", "float", "boolean", "date", "datetime", "options", "relationship"];

    /// <exception cref="Rejection">The name is invalid or taken, or the model or type is unknown.</exception>
    public static void Check(JObject body, IEnumerable<JObject> existing)
    {
        if (body["model"] is { } sentModel && Call.Scalar(sentModel) is not ("contact" or "company"))
            throw Rejection.Invalid("The Data Attribute model field must be either contact or company");
        if (body["data_type"] is { } type && !Types.Contains(Call.Scalar(type)))
            throw Rejection.Invalid("Data Type isn't an option");
        if (Call.Scalar(body["name"]) is not { } name)
            return;
        if (!name.All(IsAllowed))
        {
            throw Rejection.Invalid(
                "Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens");
        }

        var model = ModelName(body);
        var same = existing.FirstOrDefault(attribute =>
            string.Equals(Call.Scalar(attribute["name"]), name, StringComparison.OrdinalIgnoreCase));
        if (same is not null)
        {
            throw Rejection.Invalid(
                $"You already have '{name}' in your {ModelName(same)} data. To save this as new {model} data, use a different name.");
        }
    }

    /// <exception cref="Rejection">The options are not a list.</exception>
    public static void CheckUpdate(JObject body)
    {
        if (body["options"] is { } options and not JArray)
            throw Rejection.Invalid("Options isn't an array");
    }

    /// <exception cref="Rejection">The version has other operations for the attributes of conversations.</exception>
    public static void CheckList(ApiDescription description, FakeRequest request)
    {
        if (request.GetQuery("model") == "conversation" && description.Has("GET /conversations/attributes"))
        {
            throw new Rejection(422, "parameter_invalid",
                "model=conversation is no longer supported. Use GET /conversations/attributes instead");
        }
    }

    /// <summary>Completes an attribute with what the request says in another form.</summary>
    /// <exception cref="Rejection">The attribute cannot be archived, because a test seeded it with the objects that use it.</exception>
    public static void Complete(JObject attribute, JObject sent)
    {
        if (sent["archived"] is JValue { Value: true } && attribute["used_by"] is JArray { Count: > 0 })
            throw new Rejection(422, "data_invalid", "The Data Attribute you are trying to archive has a dependant object");
        attribute["label"] = attribute["name"];
        attribute["full_name"] = $"custom_attributes.{Call.Scalar(attribute["name"])}";
        attribute["custom"] = attribute["api_writable"] = true;
        attribute["archived"] = sent["archived"] is JValue { Value: true };

        // Requests have options as objects, and responses have them as text.
        if (sent["options"] is JArray options)
            attribute["options"] = new JArray(options.OfType<JObject>().Select(option => option["value"]));
    }

    /// <summary>Whether a list that was requested with parameters contains the attribute.</summary>
    public static bool IsListed(Call call, JObject attribute) =>
        (call.Request.GetQuery("model") is not { } model || Call.Scalar(attribute["model"]) == model)
        && (attribute["archived"] is not JValue { Value: true } || call.Request.GetQuery("include_archived") == "true");

    private static string ModelName(JObject attribute) => Call.Scalar(attribute["model"]) == "contact" ? "people" : "company";

    private static bool IsAllowed(char character) =>
        char.IsLetterOrDigit(character) || character is ' ' or '-' or '_'
        || char.GetUnicodeCategory(character) == UnicodeCategory.CurrencySymbol;
}
