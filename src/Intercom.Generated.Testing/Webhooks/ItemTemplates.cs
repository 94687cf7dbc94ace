using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.Webhooks;

/// <summary>
/// The members of items in notifications, in the order of recorded notifications of 2026. They differ from those of the API's responses.
/// </summary>
internal static class ItemTemplates
{
    private const string ContactJson =
        """
        {
          "type": "contact", "id": null, "workspace_id": null, "external_id": null, "role": "user", "email": null, "phone": null,
          "name": null, "avatar": null, "owner_id": null, "social_profiles": { "type": "list", "data": [] }, "has_hard_bounced": false,
          "marked_email_as_spam": false, "unsubscribed_from_emails": false, "created_at": null, "updated_at": null, "signed_up_at": null,
          "last_seen_at": null, "last_replied_at": null, "last_contacted_at": null, "last_email_opened_at": null,
          "last_email_clicked_at": null, "language_override": null, "browser": null, "browser_version": null, "browser_language": null,
          "os": null, "location": { "type": "location", "country": null, "region": null, "city": null, "country_code": null,
          "continent_code": null }, "android_app_name": null, "android_app_version": null, "android_device": null,
          "android_os_version": null, "android_sdk_version": null, "android_last_seen_at": null, "ios_app_name": null,
          "ios_app_version": null, "ios_device": null, "ios_os_version": null, "ios_sdk_version": null, "ios_last_seen_at": null,
          "custom_attributes": {}, "tags": null, "notes": null, "companies": null, "opted_out_subscription_types": null,
          "opted_in_subscription_types": null, "utm_campaign": null, "utm_content": null, "utm_medium": null, "utm_source": null,
          "utm_term": null, "referrer": null, "sms_consent": false, "unsubscribed_from_sms": false, "enabled_push_messaging": null
        }
        """;

    private const string CompanyJson =
        """
        {
          "type": "company", "id": null, "name": null, "app_id": null, "plan": null, "company_id": null, "remote_created_at": null,
          "created_at": null, "updated_at": null, "last_request_at": null, "size": null, "website": null, "industry": null,
          "monthly_spend": 0, "session_count": 0, "user_count": 0, "custom_attributes": {}, "tag_ids": []
        }
        """;

    private const string LinkedCompanyJson =
        """
        {
          "type": "company", "id": null, "company_id": null, "app_id": null, "name": null, "plan_id": null, "remote_created_at": null,
          "created_at": null, "updated_at": null, "last_request_at": null, "monthly_spend": 0, "session_count": 0, "user_count": 0,
          "tag_ids": [], "custom_attributes": {}
        }
        """;

    /// <summary>A contact.</summary>
    public static JObject Contact { get; } = JObject.Parse(ContactJson);

    /// <summary>A company.</summary>
    public static JObject Company { get; } = JObject.Parse(CompanyJson);

    /// <summary>The company in a notification about one of its contacts.</summary>
    public static JObject LinkedCompany { get; } = JObject.Parse(LinkedCompanyJson);
}
