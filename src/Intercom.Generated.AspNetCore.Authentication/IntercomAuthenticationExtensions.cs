using Intercom.Generated.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication;

// As the extension methods of other schemes, so that no using directive is necessary.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the Intercom authentication scheme to an application.</summary>
public static class IntercomAuthenticationExtensions
{
    /// <summary>Adds a scheme named <see cref="IntercomAuthenticationDefaults.AuthenticationScheme"/>.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="configure">Sets the options. The client ID and the client secret are required.</param>
    public static AuthenticationBuilder AddIntercom(this AuthenticationBuilder builder, Action<IntercomAuthenticationOptions> configure) =>
        builder.AddIntercom(IntercomAuthenticationDefaults.AuthenticationScheme, configure);

    /// <summary>Adds a scheme.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="scheme">The name of the scheme. Set another <c>CallbackPath</c> for each scheme.</param>
    /// <param name="configure">Sets the options. The client ID and the client secret are required.</param>
    public static AuthenticationBuilder AddIntercom(
        this AuthenticationBuilder builder, string scheme, Action<IntercomAuthenticationOptions> configure) =>
        builder.AddIntercom(scheme, IntercomAuthenticationDefaults.DisplayName, configure);

    /// <summary>Adds a scheme with a display name.</summary>
    /// <param name="builder">The authentication builder.</param>
    /// <param name="scheme">The name of the scheme. Set another <c>CallbackPath</c> for each scheme.</param>
    /// <param name="displayName">The name that a sign-in page shows, or null to hide the scheme.</param>
    /// <param name="configure">Sets the options. The client ID and the client secret are required.</param>
    /// <remarks>
    /// The options are validated when the host starts. If they are not valid, it throws an <see cref="ArgumentException"/>.
    /// </remarks>
    public static AuthenticationBuilder AddIntercom(
        this AuthenticationBuilder builder, string scheme, string? displayName, Action<IntercomAuthenticationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddOAuth<IntercomAuthenticationOptions, IntercomAuthenticationHandler>(scheme, displayName!, configure);
        // Otherwise, the first sign-in would report a missing secret.
        builder.Services.AddOptions<IntercomAuthenticationOptions>(scheme).ValidateOnStart();
        return builder;
    }
}
