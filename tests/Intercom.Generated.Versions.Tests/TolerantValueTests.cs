using Newtonsoft.Json;

namespace Intercom.Generated.Versions.Tests;

/// <summary>
/// Every unambiguous representation of a value is read. Otherwise, the value would be null, and copying it to a request would clear it.
/// </summary>
public sealed class TolerantValueTests
{
    private static readonly DateTimeOffset Time = new(2016, 6, 28, 16, 58, 57, TimeSpan.Zero);

    private static readonly Dictionary<Type, (object Value, string[] Forms)> Scalars = new()
    {
        [typeof(DateTimeOffset)] = (
            Time,
            [
                "1467133137", "1467133137.0", "1.467133137e9", "1467133137000", "\"1467133137\"", "\"1467133137.000\"", "\"1467133137000\"",
                "\"2016-06-28T16:58:57Z\"", "\"2016-06-28T16:58:57.000+00:00\"", "\"2016-06-28T18:58:57+02:00\"", "\"2016-06-28 16:58:57 UTC\"",
                "\"2016-06-28 16:58:57 +0000\"", "\"2016-06-28 16:58:57\"", "\"Tue, 28 Jun 2016 16:58:57 GMT\"",
            ]),
        [typeof(double)] = (155.98, ["155.98", "\"155.98\"", "1.5598e2", "\"1.5598E+2\""]),
        [typeof(long)] = (155L, ["155", "155.0", "1.55e2", "\"155\"", "\"155.0\""]),
        [typeof(bool)] = (true, ["true", "\"true\"", "\"True\"", "1"]),
        [typeof(string)] = ("155", ["\"155\"", "155"]),
    };

    [EveryVersion]
    public void Reads_every_unambiguous_representation_of_a_scalar(VersionUnderTest version)
    {
        var failures = new List<string>();
        var count = 0;
        foreach (var type in version.Models)
        {
            foreach (var property in type.JsonProperties())
            {
                if (!Scalars.TryGetValue(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, out var scalar))
                    continue;
                foreach (var form in scalar.Forms)
                {
                    count++;
                    var model = (IntercomModel)JsonConvert.DeserializeObject($$"""{"{{property.JsonName()}}":{{form}}}""", type)!;
                    if (!scalar.Value.Equals(property.GetValue(model)) || model.AdditionalProperties.Count > 0)
                        failures.Add($"{type.Name}.{property.Name} from {form}: {property.GetValue(model)}");
                }
            }
        }

        Assert.That(count, Is.GreaterThan(2000));
        Assert.That(failures, Is.Empty);
    }

    [VersionsWith("PUT /companies/{}", "Company.MonthlySpend")]
    public async Task Sends_back_unusual_company_values_unchanged(VersionUnderTest version)
    {
        var company = version.Read("Company", """{"id":"k1","monthly_spend":155.98,"remote_created_at":1467133137045,"size":"12"}""");
        var request = Activator.CreateInstance(version.Type("UpdateCompanyRequest"))!;
        foreach (var name in new[] { "MonthlySpend", "Size" })
            request.GetType().GetProperty(name)!.SetValue(request, company.GetType().GetProperty(name)!.GetValue(company));

        using var wire = WireStub.Json("""{"id":"k1"}""");
        await version.CallAsync(wire, "PUT /companies/{}", "k1", request);

        Assert.That(company.At("RemoteCreatedAt"), Is.EqualTo(1_467_133_137.045));
        Assert.That(wire.Request.Body, Is.EqualTo("""{"size":12,"monthly_spend":155.98}""").Or.EqualTo("""{"monthly_spend":155.98,"size":12}"""));
    }

    [VersionsWith("PUT /contacts/{}", "Contact.SignedUpAt")]
    public async Task Sends_back_a_time_in_milliseconds_as_seconds(VersionUnderTest version)
    {
        var contact = version.Read("Contact", """{"id":"c1","signed_up_at":1467133937045}""");
        var request = Activator.CreateInstance(version.Type("UpdateContactRequest"))!;
        request.GetType().GetProperty("SignedUpAt")!.SetValue(request, contact.GetType().GetProperty("SignedUpAt")!.GetValue(contact));

        using var wire = WireStub.Json("""{"id":"c1"}""");
        await version.CallAsync(wire, "PUT /contacts/{}", "c1", request);

        Assert.That(wire.Request.Body, Is.EqualTo("""{"signed_up_at":1467133937}"""));
    }

    // Kept as JSON, so that the model can still be written.
    [TestCase("1e999")]
    [TestCase("-1e999")]
    public void Keeps_a_number_outside_the_range_of_double(string number)
    {
        var company = JsonConvert.DeserializeObject<V2_14.Company>($$"""{"monthly_spend":{{number}}}""")!;
        Assert.That(company.MonthlySpend, Is.Null);
        Assert.That(company.AdditionalProperties.Keys, Is.EqualTo(new[] { "monthly_spend" }));
        Assert.That(() => IntercomJson.Write(company), Throws.Nothing);
    }
}
