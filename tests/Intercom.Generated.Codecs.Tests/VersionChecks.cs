using Intercom.Generated.Runtime;

namespace Intercom.Generated.Codecs.Tests;

/// <summary>Checks of all types of a version.</summary>
internal static class VersionChecks
{
    extension(VersionUnderTest version)
    {
        public IEnumerable<Type> Unions => version.ClientType.Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(IntercomUnion)));

        public IEnumerable<Type> OpenEnums => version.ClientType.Assembly.GetTypes().Where(type => type.IsValueType && typeof(IOpenEnum).IsAssignableFrom(type));

        /// <summary>Reads and writes texts of each type through all entry points and compares the results.</summary>
        public void Check(IEnumerable<Type> types, Func<Type, IEnumerable<string>> texts, bool inOrder = true)
        {
            var count = 0;
            var differences = types.SelectMany(type => texts(type).Select(text => Difference(type, text)).OfType<string>().Take(3)).ToList();
            TestContext.Out.WriteLine($"{version}: {count} texts");
            Assert.That(count, Is.Positive);
            Assert.That(differences.Take(20), Is.Empty, $"{differences.Count} differences");

            string? Difference(Type type, string text)
            {
                Interlocked.Increment(ref count);
                return EntryPoints.Of(type).Difference(text, inOrder);
            }
        }
    }
}
