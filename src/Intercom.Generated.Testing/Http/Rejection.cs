using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Http;

/// <summary>Ends the processing of a request with an error response.</summary>
internal sealed class Rejection(int status, string code, string message, string? field = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string? Field { get; } = field;

    /// <summary>A body that replaces the <c>error.list</c>.</summary>
    public JObject? Body { get; init; }

    /// <summary>The header <c>Link</c> of the response.</summary>
    public string? Link { get; init; }

    public static Rejection NotFound(string resource) => new(404, "not_found", $"{resource} Not Found");

    public static Rejection ResourceNotFound() => NotFound("Resource");

    public static Rejection CompanyNotFound() => new(404, "company_not_found", "Company Not Found");

    public static Rejection Missing(string name) => new(400, "parameter_not_found", $"{name} is missing", name);

    public static Rejection Invalid(string message, string? field = null) => new(400, "parameter_invalid", message, field);

    /// <summary>Intercom reports invalid JSON in a different format from all other errors.</summary>
    public static Rejection BrokenJson(string reason) => new(400, "bad_request", reason)
    {
        Body = new JObject
        {
            ["status"] = 400,
            ["error"] = $"There was a problem in the JSON you submitted [{reason}]: logged with error code",
        },
    };

    public JObject ToJson(string requestId)
    {
        if (Body is not null)
            return Body;
        var error = new JObject { ["code"] = Code, ["message"] = Message };
        if (Field is not null)
            error["field"] = Field;
        return new JObject { ["type"] = "error.list", ["request_id"] = requestId, ["errors"] = new JArray(error) };
    }
}
