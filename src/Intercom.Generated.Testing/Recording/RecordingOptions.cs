namespace Intercom.Generated.Testing;

/// <summary>Options for a <see cref="RecordingHandler"/>. They are read once, when the handler is created.</summary>
public sealed class RecordingOptions
{
    /// <summary>The rules that are in <see cref="Rules"/> initially.</summary>
    public static IReadOnlyList<RedactionRule> DefaultRules { get; } =
    [
        .. Each(RedactionKind.Secret, "token", "*_token", "*-token", "*secret*", "password", "user_hash", "jwt", "api_key",
            "*signature*", "*credential*", "sig"),
        .. Each(RedactionKind.Email, "email", "*_email", "emails", "recipients.*"),
        .. Each(RedactionKind.Name, "name", "*first_name", "*last_name", "*_full_name", "full_name", "display_name", "pseudonym",
            "username", "author_name", "company_name", "admin_name", "*_label"),
        .. Each(RedactionKind.Phone, "phone", "*_phone", "phone_number", "*_phone_number"),
        .. Each(RedactionKind.IpAddress, "ip", "*_ip", "ip_address"),
        .. Each(RedactionKind.Url, "image_url", "avatar", "referrer", "website", "page_url", "source.url", "attachments.url",
            "attachment_urls", "social_profiles.url", "recording_url", "transcription_url", "initial_referrer"),
        .. Each(RedactionKind.Id, "external_id", "user_id", "contact_external_id"),
        .. Each(RedactionKind.Text, "body", "subject", "title", "summary", "description", "remark", "text", "content", "phrase", "reason",
            "job_title", "city", "*_city", "postal_code", "latitude", "longitude", "location.*", "location_data.*", "custom_attributes.*",
            "ticket_attributes.*", "metadata.*", "social_profiles.*", "transcript.*", "industry", "utm_*"),
    ];

    /// <summary>What is replaced. The first rule that matches a property is used. Add rules for data of your own.</summary>
    public IList<RedactionRule> Rules { get; } = [.. DefaultRules];

    /// <summary>
    /// The number of exchanges to record, at least 1. Later ones are passed through and counted in
    /// <see cref="RecordingHandler.DroppedCount"/>. The default is 1,000.
    /// </summary>
    public int MaxExchanges { get; set; } = 1000;

    /// <summary>
    /// The largest body to record, in bytes, from 1 to 16 MiB. Larger ones, and bodies that are not JSON, are passed through, and only
    /// their content type or size is recorded. The default is 1 MiB.
    /// </summary>
    public int MaxBodySize { get; set; } = 1024 * 1024;

    private static IEnumerable<RedactionRule> Each(RedactionKind kind, params string[] properties) =>
        properties.Select(property => new RedactionRule(property, kind));
}
