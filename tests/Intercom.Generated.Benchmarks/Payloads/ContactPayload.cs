using System.Text.Json.Nodes;

namespace Intercom.Generated.Benchmarks.Payloads;

/// <summary>Contacts as GET /contacts returns them in version 2.14. They are the same in each run.</summary>
internal static class ContactPayload
{
    private const long Epoch = 1_700_000_000;

    private static readonly string[] FirstNames =
        ["Ada", "Björn", "Chidi", "Dolores", "Emeka", "Françoise", "Grace", "Hiroshi", "Inês", "Jonas", "Katarína", "Liam"];

    private static readonly string[] LastNames =
        ["Okafor", "Lindqvist", "Moreau", "Tanaka", "O'Neill", "Ferreira", "Novák", "Hopper", "Schäfer", "Brown", "Rossi"];

    private static readonly string[] Companies = ["northwind", "contoso", "tailspin", "fabrikam", "litware"];
    private static readonly string[] Plans = ["free", "starter", "growth", "enterprise"];
    private static readonly (string City, string Region, string Country, string Code, string Continent)[] Places =
    [
        ("Dublin", "Leinster", "Ireland", "IRL", "EU"),
        ("São Paulo", "São Paulo", "Brazil", "BRA", "SA"),
        ("Osaka", "Osaka", "Japan", "JPN", "AS"),
        ("Portland", "Oregon", "United States", "USA", "NA"),
    ];

    /// <summary>Creates a response with a page of contacts.</summary>
    /// <param name="first">The index of the first contact on the page.</param>
    /// <param name="count">The number of contacts on the page.</param>
    /// <param name="total">The total number of contacts.</param>
    public static JsonObject Page(int first, int count, int total) => new()
    {
        ["type"] = "list",
        ["data"] = Contacts(first, count),
        ["total_count"] = total,
        ["pages"] = new JsonObject
        {
            ["type"] = "pages",
            ["page"] = (first / count) + 1,
            ["next"] = first + count < total
                ? new JsonObject { ["page"] = (first / count) + 2, ["starting_after"] = Id(first + count - 1) }
                : null,
            ["per_page"] = count,
            ["total_pages"] = (total + count - 1) / count,
        },
    };

    public static JsonArray Contacts(int first, int count) => new([.. Enumerable.Range(first, count).Select(Contact)]);

    public static string Id(int number) => $"65a1{number:x8}c0ffee00{number * 2654435761L & 0xffff:x4}";

    public static JsonObject Contact(int number)
    {
        var id = Id(number);
        var firstName = FirstNames[number % FirstNames.Length];
        var lastName = LastNames[number % LastNames.Length];
        var company = Companies[number % Companies.Length];
        var place = Places[number % Places.Length];
        var isUser = number % 5 != 0;
        var hasApp = number % 3 == 0;
        var createdAt = Epoch + (number * 977L);
        return new JsonObject
        {
            ["type"] = "contact",
            ["id"] = id,
            ["workspace_id"] = "k3w9qz1d",
            ["external_id"] = isUser ? $"customer-{100_000 + number}" : null,
            ["role"] = isUser ? "user" : "lead",
            ["email"] = $"contact.{number}@{company}.example",
            ["email_domain"] = $"{company}.example",
            ["phone"] = number % 4 == 0 ? $"+35387{1_000_000 + number}" : null,
            ["name"] = $"{firstName} {lastName}",
            ["owner_id"] = null,
            ["avatar"] = number % 2 == 0
                ? new JsonObject { ["type"] = "avatar", ["image_url"] = $"https://static.{company}.example/avatars/{id}.png" }
                : null,
            ["has_hard_bounced"] = false,
            ["marked_email_as_spam"] = number % 50 == 49,
            ["unsubscribed_from_emails"] = number % 7 == 0,
            ["created_at"] = createdAt,
            ["updated_at"] = createdAt + 86_400,
            ["signed_up_at"] = isUser ? createdAt + 60 : null,
            ["last_seen_at"] = isUser ? createdAt + 80_000 : null,
            ["last_replied_at"] = number % 6 == 0 ? createdAt + 7_200 : null,
            ["last_contacted_at"] = number % 2 == 0 ? createdAt + 3_600 : null,
            ["last_email_opened_at"] = number % 4 == 0 ? createdAt + 5_400 : null,
            ["last_email_clicked_at"] = null,
            ["language_override"] = null,
            ["browser"] = isUser ? "chrome" : null,
            ["browser_version"] = isUser ? $"{120 + (number % 9)}.0.0.0" : null,
            ["browser_language"] = isUser ? "en" : null,
            ["os"] = isUser ? "OS X 10.15.7" : null,
            ["location"] = new JsonObject
            {
                ["type"] = "location",
                ["country"] = place.Country,
                ["region"] = place.Region,
                ["city"] = place.City,
                ["country_code"] = place.Code,
                ["continent_code"] = place.Continent,
            },
            ["android_app_name"] = hasApp ? "Harbour" : null,
            ["android_app_version"] = hasApp ? "4.18.2" : null,
            ["android_device"] = hasApp ? "Pixel 8" : null,
            ["android_os_version"] = hasApp ? "14" : null,
            ["android_sdk_version"] = hasApp ? "15.9.1" : null,
            ["android_last_seen_at"] = hasApp ? createdAt + 70_000 : null,
            ["ios_app_name"] = null,
            ["ios_app_version"] = null,
            ["ios_device"] = null,
            ["ios_os_version"] = null,
            ["ios_sdk_version"] = null,
            ["ios_last_seen_at"] = null,
            ["custom_attributes"] = CustomAttributes(number),
            ["tags"] = References("tag", $"/contacts/{id}/tags", number % 4, number),
            ["notes"] = References("note", $"/contacts/{id}/notes", number % 2, number),
            ["companies"] = References("company", $"/contacts/{id}/companies", isUser ? 1 : 0, number),
            ["social_profiles"] = new JsonObject { ["type"] = "list", ["data"] = SocialProfiles(number) },
            ["opted_out_subscription_types"] = References("subscription", $"/contacts/{id}/subscriptions", number % 9 == 0 ? 1 : 0, number),
            ["opted_in_subscription_types"] = References("subscription", $"/contacts/{id}/subscriptions", 0, number),
            ["utm_campaign"] = null,
            ["utm_content"] = null,
            ["utm_medium"] = null,
            ["utm_source"] = null,
            ["utm_term"] = null,
            ["referrer"] = number % 3 == 1 ? $"https://search.example/?q={company}" : null,
            ["sms_consent"] = false,
            ["unsubscribed_from_sms"] = false,
            ["enabled_push_messaging"] = hasApp ? true : null,
        };
    }

    /// <summary>The body of POST /contacts.</summary>
    public static JsonObject CreateRequest() => new()
    {
        ["role"] = "user",
        ["external_id"] = "customer-100042",
        ["email"] = "ines.ferreira@contoso.example",
        ["phone"] = "+353871000042",
        ["name"] = "Inês Ferreira",
        ["avatar"] = "https://static.contoso.example/avatars/ines.png",
        ["signed_up_at"] = Epoch,
        ["last_seen_at"] = Epoch + 80_000,
        ["unsubscribed_from_emails"] = false,
        ["custom_attributes"] = CustomAttributes(42),
    };

    private static JsonObject CustomAttributes(int number)
    {
        var attributes = new JsonObject
        {
            ["plan"] = Plans[number % Plans.Length],
            ["seats"] = 1 + (number % 40),
            ["monthly_spend"] = (number % 900) + 0.5,
            ["is_trial"] = number % 3 == 0,
            ["renewal_at"] = Epoch + (number * 86_400L),
        };
        if (number % 2 == 0)
            attributes["Signup channel"] = "Partner “Nord”";
        if (number % 3 == 0)
            attributes["crm_id"] = $"0063X00000{number:D6}QAW";
        if (number % 4 == 0)
            attributes["churn_reason"] = null;
        return attributes;
    }

    private static JsonObject References(string type, string url, int count, int number) => new()
    {
        ["type"] = "list",
        ["data"] = new JsonArray([.. Enumerable.Range(0, count).Select(i => Reference(type, 7_000_000 + (number * 3) + i))]),
        ["url"] = url,
        ["total_count"] = count,
        ["has_more"] = false,
    };

    private static JsonObject Reference(string type, int id) => new() { ["id"] = $"{id}", ["type"] = type, ["url"] = $"/{type}s/{id}" };

    private static JsonArray SocialProfiles(int number) => number % 3 == 0
        ? [new JsonObject { ["type"] = "social_profile", ["name"] = "LinkedIn", ["url"] = $"https://social.example/in/contact-{number}" }]
        : [];
}
