using System.Globalization;
using Intercom.Generated.Testing.Http;
using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The rules of data connectors and of the results of their executions.</summary>
internal static class DataConnectorRules
{
    private const int DefaultPeriod = 3600;

    private static readonly string[] Audiences = ["leads", "users", "visitors"];
    private static readonly string[] States = ["draft", "live"];
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    private static readonly string[] ErrorTypes =
    [
        "request_configuration_error", "faraday_error", "3rd_party_error", "response_mapping_error", "token_refresh_error",
        "fin_action_response_formatting_error", "fin_action_identity_verification_error", "email_verification_error",
        "non_fin_standalone_action_identity_verification_error", "request_validation_error", "client_side_action_error",
    ];

    public static IEnumerable<ResourceType> Types(Workspace workspace) =>
    [
        new("data_connector", "/data_connectors", "data_connector_not_found", "Data connector not found")
        {
            InitialState = "draft",
            Check = CheckNew,
            CheckUpdate = CheckFields,
            CheckDelete = CheckDelete,
            CheckList = CheckCursor,
            Written = Complete,
        },
        new("data_connector.execution", "/data_connectors/{}/execution_results", "execution_result_not_found", "Execution result not found")
        {
            Owner = "data_connector",
            OwnerKey = "data_connector_id",
            CheckList = CheckResults,
            IsListed = (call, result) => IsListed(workspace, call, result),
        },
    ];

    /// <summary>Checks the version of a connector that a request asks for.</summary>
    public static void CheckVersion(FakeRequest request, JObject body)
    {
        if (request.GetQuery("state_version") is { } version && !States.Contains(version))
            throw Rejection.Invalid("Invalid state_version. Must be one of: live, draft");
    }

    private static void CheckNew(JObject body)
    {
        if (string.IsNullOrEmpty(Call.Scalar(body["name"])))
            throw new Rejection(422, "parameter_not_found", "Name is required");
        CheckFields(body);
    }

    private static void CheckFields(JObject body)
    {
        if (body["audiences"] is JArray audiences && !audiences.All(audience => Audiences.Contains(Call.Scalar(audience))))
            throw new Rejection(422, "parameter_invalid", $"Invalid audiences. Must be a subset of: {string.Join(", ", Audiences)}");
        if (Call.Scalar(body["state"]) is { } state && !States.Contains(state))
            throw new Rejection(422, "parameter_invalid", $"Invalid state. Must be one of: {string.Join(", ", States)}");
        if (Call.Scalar(body["http_method"]) is { } method && !Methods.Contains(method))
            throw new Rejection(422, "parameter_invalid", "Http Method isn't an option");
    }

    /// <summary>Rejects changes that would break the workflows of a test, which seeds them as <c>used_by</c>.</summary>
    private static void CheckDelete(JObject connector)
    {
        if (IsUsed(connector))
            throw new Rejection(409, "data_connector_in_use", "Data connector is in use by other resources and cannot be deleted");
        if (Call.Scalar(connector["state"]) != "draft")
            throw new Rejection(409, "conflict", "Data connector must be in draft state to be deleted");
    }

    private static void Complete(JObject connector, JObject sent)
    {
        if (IsUsed(connector) && Call.Scalar(sent["state"]) == "draft")
        {
            throw new Rejection(409, "data_connector_in_use", "Data connector is in use by other resources and cannot be set to draft");
        }

        connector["execution_results_url"] = $"/data_connectors/{Call.Scalar(connector["id"])}/execution_results";
    }

    private static bool IsUsed(JObject connector) => connector["used_by"] is JArray { Count: > 0 };

    private static void CheckCursor(FakeRequest request)
    {
        if (request.GetQuery("starting_after") is { Length: > 0 } cursor && !Paging.ListCursor.IsValid(cursor))
        {
            throw new Rejection(400, "client_error",
                "Invalid starting_after param. Please try again using a starting_after value from a paginated response");
        }
    }

    private static void CheckResults(FakeRequest request)
    {
        if (request.GetQuery("error_type") is { } type && !ErrorTypes.Contains(type))
            throw Rejection.Invalid($"Invalid error_type. Must be one of: {string.Join(", ", ErrorTypes)}");
        foreach (var name in new[] { "start_ts", "end_ts" })
        {
            if (request.GetQuery(name) is { } time && !long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                throw Rejection.Invalid($"{name} must be a Unix timestamp (integer)");
        }
    }

    private static bool IsListed(Workspace workspace, Call call, JObject result)
    {
        var query = call.Request;
        var at = DateTimeOffset.Parse(Call.Scalar(result["created_at"])!, CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        var start = long.TryParse(query.GetQuery("start_ts"), out var first) ? first : workspace.Clock.Now - DefaultPeriod;
        var end = long.TryParse(query.GetQuery("end_ts"), out var last) ? last : long.MaxValue;
        return at >= start && at <= end
            && (query.GetQuery("success") is not { } success || success == (result["success"] is JValue { Value: true } ? "true" : "false"))
            && (query.GetQuery("error_type") is not { } type || type == Call.Scalar(result["error_type"]));
    }
}
