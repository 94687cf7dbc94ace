namespace Intercom.Generated;

/// <summary>Codes of errors that Intercom is known to give (<see cref="IntercomError.Code"/>); it can give others.</summary>
public static class IntercomErrorCodes
{
    /// <summary>The access token is missing or wrong.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The access token was revoked.</summary>
    public const string TokenRevoked = "token_revoked";

    /// <summary>The access token is suspended.</summary>
    public const string TokenSuspended = "token_suspended";

    /// <summary>The app may not do this with its token.</summary>
    public const string TokenUnauthorized = "token_unauthorized";

    /// <summary>The token does not allow this.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The plan of the workspace does not include this.</summary>
    public const string ApiPlanRestricted = "api_plan_restricted";

    /// <summary>A parameter has a value that Intercom does not take.</summary>
    public const string ParameterInvalid = "parameter_invalid";

    /// <summary>A parameter names what does not exist.</summary>
    public const string ParameterNotFound = "parameter_not_found";

    /// <summary>A parameter is missing.</summary>
    public const string MissingParameter = "missing_parameter";

    /// <summary>The request is not understood.</summary>
    public const string BadRequest = "bad_request";

    /// <summary>The request cannot be carried out as it is.</summary>
    public const string ClientError = "client_error";

    /// <summary>The media type asked for is not offered.</summary>
    public const string MediaTypeNotAcceptable = "media_type_not_acceptable";

    /// <summary>There is no such thing.</summary>
    public const string NotFound = "not_found";

    /// <summary>There is no such company.</summary>
    public const string CompanyNotFound = "company_not_found";

    /// <summary>The contact was merged into another contact (<see cref="IntercomContactMergedException"/>).</summary>
    public const string ContactMerged = "contact_merged";

    /// <summary>There is no such teammate.</summary>
    public const string AdminNotFound = "admin_not_found";

    /// <summary>There were too many requests.</summary>
    public const string RateLimitExceeded = "rate_limit_exceeded";

    /// <summary>The workspace has no room for more data attributes.</summary>
    public const string CustomDataLimitReached = "custom_data_limit_reached";

    /// <summary>The contact is attached to as many companies as a contact can have.</summary>
    public const string ContactCompanyLimitExceeded = "contact_company_limit_exceeded";

    /// <summary>The document is not valid.</summary>
    public const string InvalidDocument = "invalid_document";

    /// <summary>A field of the query is not known.</summary>
    public const string InvalidField = "invalid_field";

    /// <summary>The sort order is not known.</summary>
    public const string InvalidSortOrder = "invalid_sort_order";

    /// <summary>The request contradicts what is there.</summary>
    public const string Conflict = "conflict";

    /// <summary>The thing was changed or made by somebody else.</summary>
    public const string ResourceConflict = "resource_conflict";

    /// <summary>A contact with these identifiers exists already.</summary>
    public const string UniqueUserConstraint = "unique_user_constraint";

    /// <summary>The tag is in use.</summary>
    public const string TagHasDependentObjects = "tag_has_dependent_objects";

    /// <summary>What was deleted cannot be brought back.</summary>
    public const string NotRestorable = "not_restorable";

    /// <summary>The app has a scroll open already.</summary>
    public const string ScrollExists = "scroll_exists";

    /// <summary>The API version is not known, or does not have the operation.</summary>
    public const string IntercomVersionInvalid = "intercom_version_invalid";

    /// <summary>Intercom failed.</summary>
    public const string ServerError = "server_error";

    /// <summary>Intercom is not available.</summary>
    public const string ServiceUnavailable = "service_unavailable";
}
