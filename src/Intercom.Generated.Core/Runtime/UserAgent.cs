using System.Reflection;
using System.Runtime.InteropServices;

namespace Intercom.Generated.Runtime;

/// <summary>The User-Agent header of a client.</summary>
internal static class UserAgent
{
    public static string For(string product, ApiVersion version, string? applicationName)
    {
        var package = typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
        var build = package.IndexOf('+');
        var packageVersion = build < 0 ? package : package.Substring(0, build);
        var text = $"{product}/{packageVersion} ({RuntimeInformation.FrameworkDescription}; API {version})";
        return applicationName is { Length: > 0 } ? $"{text} {string.Concat(applicationName.Where(c => c is >= ' ' and <= '~'))}" : text;
    }
}
