using System.Reflection;

namespace Intercom.Generated.Webhooks.Tests;

/// <summary>The topics of an API version.</summary>
public sealed class VersionTopics
{
    private VersionTopics(Type table)
    {
        Topics = (NotificationTopics)table.GetProperty(nameof(Topics), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;
        Reader = new NotificationReader(Topics);
    }

    /// <summary>All versions whose assemblies are in the output folder.</summary>
    public static IReadOnlyList<VersionTopics> All { get; } =
    [
        .. Directory.GetFiles(AppContext.BaseDirectory, "Intercom.Generated.*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Select(name => Type.GetType($"{name}.Webhooks.IntercomWebhooks, {name}"))
            .OfType<Type>()
            .Select(table => new VersionTopics(table))
            .OrderBy(version => version.Topics.Version),
    ];

    public NotificationTopics Topics { get; }

    public NotificationReader Reader { get; }

    public override string ToString() => Topics.Version.ToString();
}

/// <summary>Runs a test for every version.</summary>
internal sealed class EveryVersionAttribute() : TestCaseSourceAttribute(typeof(VersionTopics), nameof(VersionTopics.All));
