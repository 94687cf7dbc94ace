using System.Text.Json;
using Intercom.Generated.Benchmarks.Plain;

namespace Intercom.Generated.Benchmarks.Calls;

/// <summary>
/// A hand-written reader for the response to GET /contacts. It compares property names as bytes, needs no lookups, and skips unknown
/// properties.
/// </summary>
internal static partial class HandWrittenReader
{
    private static Contact<object?>? Contact(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new Contact<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    read.Id = Text(ref reader);
                    break;
                case 2 when name.SequenceEqual("os"u8):
                    read.Os = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("role"u8):
                    read.Role = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    read.Name = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("tags"u8):
                    read.Tags = AddressableList(ref reader);
                    break;
                case 5 when name.SequenceEqual("email"u8):
                    read.Email = Text(ref reader);
                    break;
                case 5 when name.SequenceEqual("phone"u8):
                    read.Phone = Text(ref reader);
                    break;
                case 5 when name.SequenceEqual("notes"u8):
                    read.Notes = AddressableList(ref reader);
                    break;
                case 6 when name.SequenceEqual("avatar"u8):
                    read.Avatar = ContactAvatarImage(ref reader);
                    break;
                case 7 when name.SequenceEqual("browser"u8):
                    read.Browser = Text(ref reader);
                    break;
                case 8 when name.SequenceEqual("owner_id"u8):
                    read.OwnerId = Text(ref reader);
                    break;
                case 8 when name.SequenceEqual("location"u8):
                    read.Location = ContactLocation(ref reader);
                    break;
                case 8 when name.SequenceEqual("utm_term"u8):
                    read.UtmTerm = Text(ref reader);
                    break;
                case 8 when name.SequenceEqual("referrer"u8):
                    read.Referrer = Text(ref reader);
                    break;
                case 9 when name.SequenceEqual("companies"u8):
                    read.Companies = ContactCompanies(ref reader);
                    break;
                case 10 when name.SequenceEqual("created_at"u8):
                    read.CreatedAt = Time(ref reader);
                    break;
                case 10 when name.SequenceEqual("updated_at"u8):
                    read.UpdatedAt = Time(ref reader);
                    break;
                case 10 when name.SequenceEqual("ios_device"u8):
                    read.IosDevice = Text(ref reader);
                    break;
                case 10 when name.SequenceEqual("utm_medium"u8):
                    read.UtmMedium = Text(ref reader);
                    break;
                case 10 when name.SequenceEqual("utm_source"u8):
                    read.UtmSource = Text(ref reader);
                    break;
                case 11 when name.SequenceEqual("external_id"u8):
                    read.ExternalId = Text(ref reader);
                    break;
                case 11 when name.SequenceEqual("sms_consent"u8):
                    read.SmsConsent = Flag(ref reader);
                    break;
                case 11 when name.SequenceEqual("utm_content"u8):
                    read.UtmContent = Text(ref reader);
                    break;
                case 12 when name.SequenceEqual("workspace_id"u8):
                    read.WorkspaceId = Text(ref reader);
                    break;
                case 12 when name.SequenceEqual("email_domain"u8):
                    read.EmailDomain = Text(ref reader);
                    break;
                case 12 when name.SequenceEqual("signed_up_at"u8):
                    read.SignedUpAt = Time(ref reader);
                    break;
                case 12 when name.SequenceEqual("last_seen_at"u8):
                    read.LastSeenAt = Time(ref reader);
                    break;
                case 12 when name.SequenceEqual("ios_app_name"u8):
                    read.IosAppName = Text(ref reader);
                    break;
                case 12 when name.SequenceEqual("utm_campaign"u8):
                    read.UtmCampaign = Text(ref reader);
                    break;
                case 14 when name.SequenceEqual("android_device"u8):
                    read.AndroidDevice = Text(ref reader);
                    break;
                case 14 when name.SequenceEqual("ios_os_version"u8):
                    read.IosOsVersion = Text(ref reader);
                    break;
                case 15 when name.SequenceEqual("last_replied_at"u8):
                    read.LastRepliedAt = Time(ref reader);
                    break;
                case 15 when name.SequenceEqual("browser_version"u8):
                    read.BrowserVersion = Text(ref reader);
                    break;
                case 15 when name.SequenceEqual("ios_app_version"u8):
                    read.IosAppVersion = Text(ref reader);
                    break;
                case 15 when name.SequenceEqual("ios_sdk_version"u8):
                    read.IosSdkVersion = Text(ref reader);
                    break;
                case 15 when name.SequenceEqual("social_profiles"u8):
                    read.SocialProfiles = ContactSocialProfiles(ref reader);
                    break;
                case 16 when name.SequenceEqual("has_hard_bounced"u8):
                    read.HasHardBounced = Flag(ref reader);
                    break;
                case 16 when name.SequenceEqual("browser_language"u8):
                    read.BrowserLanguage = Text(ref reader);
                    break;
                case 16 when name.SequenceEqual("android_app_name"u8):
                    read.AndroidAppName = Text(ref reader);
                    break;
                case 16 when name.SequenceEqual("ios_last_seen_at"u8):
                    read.IosLastSeenAt = Time(ref reader);
                    break;
                case 17 when name.SequenceEqual("last_contacted_at"u8):
                    read.LastContactedAt = Time(ref reader);
                    break;
                case 17 when name.SequenceEqual("language_override"u8):
                    read.LanguageOverride = Text(ref reader);
                    break;
                case 17 when name.SequenceEqual("custom_attributes"u8):
                    read.CustomAttributes = Attributes(ref reader);
                    break;
                case 18 when name.SequenceEqual("android_os_version"u8):
                    read.AndroidOsVersion = Text(ref reader);
                    break;
                case 19 when name.SequenceEqual("android_app_version"u8):
                    read.AndroidAppVersion = Text(ref reader);
                    break;
                case 19 when name.SequenceEqual("android_sdk_version"u8):
                    read.AndroidSdkVersion = Text(ref reader);
                    break;
                case 20 when name.SequenceEqual("marked_email_as_spam"u8):
                    read.MarkedEmailAsSpam = Flag(ref reader);
                    break;
                case 20 when name.SequenceEqual("last_email_opened_at"u8):
                    read.LastEmailOpenedAt = Time(ref reader);
                    break;
                case 20 when name.SequenceEqual("android_last_seen_at"u8):
                    read.AndroidLastSeenAt = Time(ref reader);
                    break;
                case 21 when name.SequenceEqual("last_email_clicked_at"u8):
                    read.LastEmailClickedAt = Time(ref reader);
                    break;
                case 21 when name.SequenceEqual("unsubscribed_from_sms"u8):
                    read.UnsubscribedFromSms = Flag(ref reader);
                    break;
                case 22 when name.SequenceEqual("enabled_push_messaging"u8):
                    read.EnabledPushMessaging = Flag(ref reader);
                    break;
                case 24 when name.SequenceEqual("unsubscribed_from_emails"u8):
                    read.UnsubscribedFromEmails = Flag(ref reader);
                    break;
                case 27 when name.SequenceEqual("opted_in_subscription_types"u8):
                    read.OptedInSubscriptionTypes = AddressableList(ref reader);
                    break;
                case 28 when name.SequenceEqual("opted_out_subscription_types"u8):
                    read.OptedOutSubscriptionTypes = AddressableList(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static AddressableList<object?>? AddressableList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new AddressableList<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("url"u8):
                    read.Url = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("data"u8):
                    read.Data = List(ref reader, AddressableReference);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                case 8 when name.SequenceEqual("has_more"u8):
                    read.HasMore = Flag(ref reader);
                    break;
                case 11 when name.SequenceEqual("total_count"u8):
                    read.TotalCount = Number(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static AddressableReference<object?>? AddressableReference(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new AddressableReference<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    read.Id = Text(ref reader);
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    read.Url = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static ContactCompanies<object?>? ContactCompanies(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new ContactCompanies<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("url"u8):
                    read.Url = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("data"u8):
                    read.Data = List(ref reader, ContactCompany);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                case 8 when name.SequenceEqual("has_more"u8):
                    read.HasMore = Flag(ref reader);
                    break;
                case 11 when name.SequenceEqual("total_count"u8):
                    read.TotalCount = Number(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static ContactCompany<object?>? ContactCompany(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new ContactCompany<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    read.Id = Text(ref reader);
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    read.Url = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static ContactLocation<object?>? ContactLocation(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new ContactLocation<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("city"u8):
                    read.City = Text(ref reader);
                    break;
                case 6 when name.SequenceEqual("region"u8):
                    read.Region = Text(ref reader);
                    break;
                case 7 when name.SequenceEqual("country"u8):
                    read.Country = Text(ref reader);
                    break;
                case 12 when name.SequenceEqual("country_code"u8):
                    read.CountryCode = Text(ref reader);
                    break;
                case 14 when name.SequenceEqual("continent_code"u8):
                    read.ContinentCode = Text(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static ContactSocialProfiles<object?>? ContactSocialProfiles(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new ContactSocialProfiles<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("data"u8):
                    read.Data = List(ref reader, SocialProfile);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static SocialProfile<object?>? SocialProfile(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new SocialProfile<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 3 when name.SequenceEqual("url"u8):
                    read.Url = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    read.Name = Text(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }

    private static ContactAvatarImage<object?>? ContactAvatarImage(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        var read = new ContactAvatarImage<object?>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            switch (name.Length)
            {
                case 4 when name.SequenceEqual("type"u8):
                    read.Type = Text(ref reader);
                    break;
                case 9 when name.SequenceEqual("image_url"u8):
                    read.ImageUrl = Text(ref reader);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return read;
    }
}
