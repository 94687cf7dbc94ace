using System.Text.Json.Serialization;
using Newtonsoft.Json;
using NewtonsoftConverter = Newtonsoft.Json.JsonConverterAttribute;
using NewtonsoftUnixTime = Newtonsoft.Json.Converters.UnixDateTimeConverter;
using SystemTextConverter = System.Text.Json.Serialization.JsonConverterAttribute;

namespace Intercom.Generated.Benchmarks.Plain;

public sealed class Contact<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("external_id"), JsonProperty("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("workspace_id"), JsonProperty("workspace_id")]
    public string? WorkspaceId { get; set; }

    [JsonPropertyName("role"), JsonProperty("role")]
    public string? Role { get; set; }

    [JsonPropertyName("email"), JsonProperty("email")]
    public string? Email { get; set; }

    [JsonPropertyName("email_domain"), JsonProperty("email_domain")]
    public string? EmailDomain { get; set; }

    [JsonPropertyName("phone"), JsonProperty("phone")]
    public string? Phone { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }

    [JsonPropertyName("owner_id"), JsonProperty("owner_id")]
    public string? OwnerId { get; set; }

    [JsonPropertyName("has_hard_bounced"), JsonProperty("has_hard_bounced")]
    public bool? HasHardBounced { get; set; }

    [JsonPropertyName("marked_email_as_spam"), JsonProperty("marked_email_as_spam")]
    public bool? MarkedEmailAsSpam { get; set; }

    [JsonPropertyName("unsubscribed_from_emails"), JsonProperty("unsubscribed_from_emails")]
    public bool? UnsubscribedFromEmails { get; set; }

    [JsonPropertyName("created_at"), JsonProperty("created_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? CreatedAt { get; set; }

    [JsonPropertyName("updated_at"), JsonProperty("updated_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonPropertyName("signed_up_at"), JsonProperty("signed_up_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? SignedUpAt { get; set; }

    [JsonPropertyName("last_seen_at"), JsonProperty("last_seen_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastSeenAt { get; set; }

    [JsonPropertyName("last_replied_at"), JsonProperty("last_replied_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastRepliedAt { get; set; }

    [JsonPropertyName("last_contacted_at"), JsonProperty("last_contacted_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastContactedAt { get; set; }

    [JsonPropertyName("last_email_opened_at"), JsonProperty("last_email_opened_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastEmailOpenedAt { get; set; }

    [JsonPropertyName("last_email_clicked_at"), JsonProperty("last_email_clicked_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastEmailClickedAt { get; set; }

    [JsonPropertyName("language_override"), JsonProperty("language_override")]
    public string? LanguageOverride { get; set; }

    [JsonPropertyName("browser"), JsonProperty("browser")]
    public string? Browser { get; set; }

    [JsonPropertyName("browser_version"), JsonProperty("browser_version")]
    public string? BrowserVersion { get; set; }

    [JsonPropertyName("browser_language"), JsonProperty("browser_language")]
    public string? BrowserLanguage { get; set; }

    [JsonPropertyName("os"), JsonProperty("os")]
    public string? Os { get; set; }

    [JsonPropertyName("android_app_name"), JsonProperty("android_app_name")]
    public string? AndroidAppName { get; set; }

    [JsonPropertyName("android_app_version"), JsonProperty("android_app_version")]
    public string? AndroidAppVersion { get; set; }

    [JsonPropertyName("android_device"), JsonProperty("android_device")]
    public string? AndroidDevice { get; set; }

    [JsonPropertyName("android_os_version"), JsonProperty("android_os_version")]
    public string? AndroidOsVersion { get; set; }

    [JsonPropertyName("android_sdk_version"), JsonProperty("android_sdk_version")]
    public string? AndroidSdkVersion { get; set; }

    [JsonPropertyName("android_last_seen_at"), JsonProperty("android_last_seen_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? AndroidLastSeenAt { get; set; }

    [JsonPropertyName("ios_app_name"), JsonProperty("ios_app_name")]
    public string? IosAppName { get; set; }

    [JsonPropertyName("ios_app_version"), JsonProperty("ios_app_version")]
    public string? IosAppVersion { get; set; }

    [JsonPropertyName("ios_device"), JsonProperty("ios_device")]
    public string? IosDevice { get; set; }

    [JsonPropertyName("ios_os_version"), JsonProperty("ios_os_version")]
    public string? IosOsVersion { get; set; }

    [JsonPropertyName("ios_sdk_version"), JsonProperty("ios_sdk_version")]
    public string? IosSdkVersion { get; set; }

    [JsonPropertyName("ios_last_seen_at"), JsonProperty("ios_last_seen_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? IosLastSeenAt { get; set; }

    [JsonPropertyName("custom_attributes"), JsonProperty("custom_attributes")]
    public Dictionary<string, TJson>? CustomAttributes { get; set; }

    [JsonPropertyName("tags"), JsonProperty("tags")]
    public AddressableList<TJson>? Tags { get; set; }

    [JsonPropertyName("notes"), JsonProperty("notes")]
    public AddressableList<TJson>? Notes { get; set; }

    [JsonPropertyName("companies"), JsonProperty("companies")]
    public ContactCompanies<TJson>? Companies { get; set; }

    [JsonPropertyName("location"), JsonProperty("location")]
    public ContactLocation<TJson>? Location { get; set; }

    [JsonPropertyName("social_profiles"), JsonProperty("social_profiles")]
    public ContactSocialProfiles<TJson>? SocialProfiles { get; set; }

    [JsonPropertyName("opted_in_subscription_types"), JsonProperty("opted_in_subscription_types")]
    public AddressableList<TJson>? OptedInSubscriptionTypes { get; set; }

    [JsonPropertyName("opted_out_subscription_types"), JsonProperty("opted_out_subscription_types")]
    public AddressableList<TJson>? OptedOutSubscriptionTypes { get; set; }

    [JsonPropertyName("sms_consent"), JsonProperty("sms_consent")]
    public bool? SmsConsent { get; set; }

    [JsonPropertyName("unsubscribed_from_sms"), JsonProperty("unsubscribed_from_sms")]
    public bool? UnsubscribedFromSms { get; set; }

    [JsonPropertyName("enabled_push_messaging"), JsonProperty("enabled_push_messaging")]
    public bool? EnabledPushMessaging { get; set; }

    [JsonPropertyName("utm_campaign"), JsonProperty("utm_campaign")]
    public string? UtmCampaign { get; set; }

    [JsonPropertyName("utm_content"), JsonProperty("utm_content")]
    public string? UtmContent { get; set; }

    [JsonPropertyName("utm_medium"), JsonProperty("utm_medium")]
    public string? UtmMedium { get; set; }

    [JsonPropertyName("utm_source"), JsonProperty("utm_source")]
    public string? UtmSource { get; set; }

    [JsonPropertyName("utm_term"), JsonProperty("utm_term")]
    public string? UtmTerm { get; set; }

    [JsonPropertyName("referrer"), JsonProperty("referrer")]
    public string? Referrer { get; set; }

    [JsonPropertyName("avatar"), JsonProperty("avatar")]
    public ContactAvatarImage<TJson>? Avatar { get; set; }
}

public sealed class AddressableList<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("data"), JsonProperty("data")]
    public List<AddressableReference<TJson>>? Data { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }

    [JsonPropertyName("total_count"), JsonProperty("total_count")]
    public long? TotalCount { get; set; }

    [JsonPropertyName("has_more"), JsonProperty("has_more")]
    public bool? HasMore { get; set; }

    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }
}

public sealed class AddressableReference<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }
}

public sealed class ContactCompanies<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("data"), JsonProperty("data")]
    public List<ContactCompany<TJson>>? Data { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }

    [JsonPropertyName("total_count"), JsonProperty("total_count")]
    public long? TotalCount { get; set; }

    [JsonPropertyName("has_more"), JsonProperty("has_more")]
    public bool? HasMore { get; set; }

    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }
}

public sealed class ContactCompany<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("id"), JsonProperty("id")]
    public string? Id { get; set; }

    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }
}

public sealed class ContactLocation<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("country"), JsonProperty("country")]
    public string? Country { get; set; }

    [JsonPropertyName("region"), JsonProperty("region")]
    public string? Region { get; set; }

    [JsonPropertyName("city"), JsonProperty("city")]
    public string? City { get; set; }

    [JsonPropertyName("country_code"), JsonProperty("country_code")]
    public string? CountryCode { get; set; }

    [JsonPropertyName("continent_code"), JsonProperty("continent_code")]
    public string? ContinentCode { get; set; }
}

public sealed class ContactSocialProfiles<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("data"), JsonProperty("data")]
    public List<SocialProfile<TJson>>? Data { get; set; }

    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }
}

public sealed class SocialProfile<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }

    [JsonPropertyName("url"), JsonProperty("url")]
    public string? Url { get; set; }
}

public sealed class ContactAvatarImage<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("type"), JsonProperty("type")]
    public string? Type { get; set; }

    [JsonPropertyName("image_url"), JsonProperty("image_url")]
    public string? ImageUrl { get; set; }
}

public sealed class CreateContactRequest<TJson> : PlainModel<TJson>
{
    [JsonPropertyName("role"), JsonProperty("role")]
    public string? Role { get; set; }

    [JsonPropertyName("external_id"), JsonProperty("external_id")]
    public string? ExternalId { get; set; }

    [JsonPropertyName("email"), JsonProperty("email")]
    public string? Email { get; set; }

    [JsonPropertyName("phone"), JsonProperty("phone")]
    public string? Phone { get; set; }

    [JsonPropertyName("name"), JsonProperty("name")]
    public string? Name { get; set; }

    [JsonPropertyName("avatar"), JsonProperty("avatar")]
    public string? Avatar { get; set; }

    [JsonPropertyName("signed_up_at"), JsonProperty("signed_up_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? SignedUpAt { get; set; }

    [JsonPropertyName("last_seen_at"), JsonProperty("last_seen_at")]
    [SystemTextConverter(typeof(UnixTime)), NewtonsoftConverter(typeof(NewtonsoftUnixTime))]
    public DateTimeOffset? LastSeenAt { get; set; }

    [JsonPropertyName("owner_id"), JsonProperty("owner_id")]
    public string? OwnerId { get; set; }

    [JsonPropertyName("unsubscribed_from_emails"), JsonProperty("unsubscribed_from_emails")]
    public bool? UnsubscribedFromEmails { get; set; }

    [JsonPropertyName("custom_attributes"), JsonProperty("custom_attributes")]
    public Dictionary<string, TJson>? CustomAttributes { get; set; }
}
