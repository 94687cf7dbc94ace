using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Intercom.Generated.Testing;

namespace Intercom.Generated.Versions.Tests;

/// <summary>Two versions work side by side in one program, without aliases.</summary>
public sealed class SideBySideTests
{
    [Test]
    public async Task One_method_can_use_two_versions()
    {
        using var older = new FakeIntercom("2.12");
        using var newer = new FakeIntercom("2.14");
        var contact = (string)older.AddContact("ada@example.com")["id"]!;
        using var from = new V2_12.IntercomClient(new IntercomClientOptions(older.AccessToken) { HttpMessageHandler = older });
        using var to = new V2_14.IntercomClient(new IntercomClientOptions(newer.AccessToken) { HttpMessageHandler = newer });

        V2_12.Contact read = await from.Contacts.GetAsync(contact);
        V2_14.Contact written = await to.Contacts.CreateAsync(new V2_14.CreateContactRequest { Email = read.Email });

        Assert.Multiple(() =>
        {
            Assert.That(written.Email, Is.EqualTo("ada@example.com"));
            Assert.That(from.Version, Is.LessThan(to.Version));
            Assert.That(older.Requests[0].Headers["Intercom-Version"], Does.Contain("2.12"));
            Assert.That(newer.Requests[0].Headers["Intercom-Version"], Does.Contain("2.14"));
        });
    }

    [EveryVersion]
    public void Only_Preview_is_marked_experimental(VersionUnderTest version)
    {
        var marks = version.ClientType.Assembly.GetCustomAttributes<ExperimentalAttribute>();
        Assert.That(marks.Select(mark => mark.DiagnosticId), Is.EqualTo(version.Name == "Preview" ? ["INTERCOM2001"] : Array.Empty<string>()));
    }
}
