namespace Intercom.Generated;

/// <summary>The fields by which contacts can be searched.</summary>
/// <remarks>
/// A contact that was just created may be missing from the results for some minutes. A contact that was merged into another one is never found.
/// The times are matched by calendar day in the stable versions: see <see cref="DateSearchField"/>. For other fields, <see cref="SearchField"/> makes one from its name.
/// </remarks>
public static class ContactFields
{
    /// <summary>Intercom's id of the contact.</summary>
    public static IdentifierSearchField Id { get; } = new("id");

    /// <summary>Whether the contact is a <c>user</c> or a <c>lead</c>.</summary>
    public static TextSearchField Role { get; } = new("role");

    /// <summary>The name.</summary>
    public static TextSearchField Name { get; } = new("name");

    /// <summary>The address of the picture.</summary>
    public static TextSearchField Avatar { get; } = new("avatar");

    /// <summary>The id of the admin who owns the contact.</summary>
    public static IdentifierSearchField OwnerId { get; } = new("owner_id", isNumeric: true);

    /// <summary>The e-mail address.</summary>
    public static TextSearchField Email { get; } = new("email");

    /// <summary>What follows the @ of the e-mail address.</summary>
    public static TextSearchField EmailDomain { get; } = new("email_domain");

    /// <summary>The phone number.</summary>
    public static TextSearchField Phone { get; } = new("phone");

    /// <summary>The phone number in its written form. Documented for Preview.</summary>
    public static TextSearchField FormattedPhone { get; } = new("formatted_phone");

    /// <summary>The id that your own system gave.</summary>
    public static TextSearchField ExternalId { get; } = new("external_id");

    /// <summary>When the contact was created.</summary>
    public static DateSearchField CreatedAt { get; } = new("created_at");

    /// <summary>When the contact signed up.</summary>
    public static DateSearchField SignedUpAt { get; } = new("signed_up_at");

    /// <summary>When the contact was last changed.</summary>
    public static DateSearchField UpdatedAt { get; } = new("updated_at");

    /// <summary>When the contact was last seen.</summary>
    public static DateSearchField LastSeenAt { get; } = new("last_seen_at");

    /// <summary>When the contact was last written to.</summary>
    public static DateSearchField LastContactedAt { get; } = new("last_contacted_at");

    /// <summary>When the contact last replied.</summary>
    public static DateSearchField LastRepliedAt { get; } = new("last_replied_at");

    /// <summary>When the contact last opened an e-mail.</summary>
    public static DateSearchField LastEmailOpenedAt { get; } = new("last_email_opened_at");

    /// <summary>When the contact last clicked a link of an e-mail.</summary>
    public static DateSearchField LastEmailClickedAt { get; } = new("last_email_clicked_at");

    /// <summary>The language chosen for the contact instead of that of the browser.</summary>
    public static TextSearchField LanguageOverride { get; } = new("language_override");

    /// <summary>The browser.</summary>
    public static TextSearchField Browser { get; } = new("browser");

    /// <summary>The language of the browser.</summary>
    public static TextSearchField BrowserLanguage { get; } = new("browser_language");

    /// <summary>The operating system.</summary>
    public static TextSearchField OperatingSystem { get; } = new("os");

    /// <summary>The country.</summary>
    public static TextSearchField LocationCountry { get; } = new("location.country");

    /// <summary>The region.</summary>
    public static TextSearchField LocationRegion { get; } = new("location.region");

    /// <summary>The city.</summary>
    public static TextSearchField LocationCity { get; } = new("location.city");

    /// <summary>Whether the contact wants no e-mails.</summary>
    public static BooleanSearchField UnsubscribedFromEmails { get; } = new("unsubscribed_from_emails");

    /// <summary>Whether the contact has marked an e-mail as spam.</summary>
    public static BooleanSearchField MarkedEmailAsSpam { get; } = new("marked_email_as_spam");

    /// <summary>Whether an e-mail to the contact could not be delivered for good.</summary>
    public static BooleanSearchField HasHardBounced { get; } = new("has_hard_bounced");

    /// <summary>When the contact was last seen in the app for iOS.</summary>
    public static DateSearchField IosLastSeenAt { get; } = new("ios_last_seen_at");

    /// <summary>The version of the app for iOS.</summary>
    public static TextSearchField IosAppVersion { get; } = new("ios_app_version");

    /// <summary>The iOS device.</summary>
    public static TextSearchField IosDevice { get; } = new("ios_device");

    /// <summary>The device of the app for iOS.</summary>
    public static TextSearchField IosAppDevice { get; } = new("ios_app_device");

    /// <summary>The version of iOS.</summary>
    public static TextSearchField IosOsVersion { get; } = new("ios_os_version");

    /// <summary>The name of the app for iOS.</summary>
    public static TextSearchField IosAppName { get; } = new("ios_app_name");

    /// <summary>The version of the Intercom SDK in the app for iOS.</summary>
    public static TextSearchField IosSdkVersion { get; } = new("ios_sdk_version");

    /// <summary>When the contact was last seen in the app for Android.</summary>
    public static DateSearchField AndroidLastSeenAt { get; } = new("android_last_seen_at");

    /// <summary>The version of the app for Android.</summary>
    public static TextSearchField AndroidAppVersion { get; } = new("android_app_version");

    /// <summary>The Android device.</summary>
    public static TextSearchField AndroidDevice { get; } = new("android_device");

    /// <summary>The name of the app for Android.</summary>
    public static TextSearchField AndroidAppName { get; } = new("android_app_name");

    /// <summary>The version of the Intercom SDK in the app for Android.</summary>
    /// <remarks>Named as in a contact; the published list of fields misspells it.</remarks>
    public static TextSearchField AndroidSdkVersion { get; } = new("android_sdk_version");

    /// <summary>The id of a segment to which the contact belongs.</summary>
    public static IdentifierSearchField SegmentId { get; } = new("segment_id");

    /// <summary>The id of a tag of the contact.</summary>
    public static TagSearchField TagId { get; } = new("tag_id");

    /// <summary>A custom attribute of contacts that holds text.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static TextSearchField CustomAttribute(string name) => new(PathOf(name));

    /// <summary>A custom attribute of contacts that holds a number.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static NumberSearchField CustomNumberAttribute(string name) => new(PathOf(name), FilterOperators.OfOrderedValues);

    /// <summary>A custom attribute of contacts that is true or false.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static BooleanSearchField CustomBooleanAttribute(string name) => new(PathOf(name));

    /// <summary>A custom attribute of contacts that holds a date.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static DateSearchField CustomDateAttribute(string name) => new(PathOf(name));

    private static string PathOf(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("The name of an attribute cannot be empty.", nameof(name)) : "custom_attributes." + name;
}
