using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Intercom.Generated.Maintenance.Tests;

/// <summary>The duration of an update is proportional to the size of the description.</summary>
[NonParallelizable]
public sealed class LargeDescriptionTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public async Task Reports_an_integer_with_a_million_digits_quickly([Values("", "-", "0x", "0o", "1.")] string prefix)
    {
        var watch = Stopwatch.StartNew();
        var result = await _repository.UpdateAsync(Yaml.Valid.Replace("type: string", $"type: string\n          maximum: {prefix}{new string('7', 1_000_000)}", StringComparison.Ordinal));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Failure));
            Assert.That(result.Error, Does.Contain("#/components/schemas/contact/properties/name/maximum").And.Contain("has 1000").And.Length.LessThan(1000));
            Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), "Quadratic time takes 40 s.");
        }
    }

    [TestCase("schemas")]
    [TestCase("properties")]
    [TestCase("values")]
    public async Task Four_times_the_size_takes_no_more_than_eight_times_as_long(string kind)
    {
        await MeasureAsync(kind, 200);
        var small = await MeasureAsync(kind, 2_000);
        var large = await MeasureAsync(kind, 8_000);

        Assert.That(large, Is.LessThan((8 * small) + TimeSpan.FromSeconds(1)));
    }

    // Measures processor time, because other tests run at the same time.
    private static async Task<TimeSpan> MeasureAsync(string kind, int count)
    {
        using var repository = new TemporaryRepository();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var result = await repository.UpdateAsync(Create(kind, count));
        Assert.That(result.ExitCode, Is.Zero, result.Error);
        var again = await repository.UpdateAsync(Create(kind, count + 1), "--accept-breaking", "type-removed");
        Assert.That(again.ExitCode, Is.Zero, again.Error);
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static string Create(string kind, int count)
    {
        var text = new StringBuilder("openapi: 3.0.1\ninfo: { title: t, version: '2.14' }\npaths:\n");
        foreach (var i in Enumerable.Range(0, kind == "schemas" ? count / 4 : 1))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"  /things{i}:\n    get: {{ operationId: get_thing{i}, tags: [Things{i % 20}], ");
            text.Append(
                CultureInfo.InvariantCulture,
                $"responses: {{ '200': {{ description: '', content: {{ application/json: {{ schema: {{ $ref: '#/components/schemas/thing{i}' }} }} }} }} }} }}\n");
        }

        text.Append("components:\n  schemas:\n");
        foreach (var i in Enumerable.Range(0, kind == "schemas" ? count / 4 : 1))
        {
            text.Append(CultureInfo.InvariantCulture, $"    thing{i}:\n      type: object\n      properties:\n        name: {{ type: string }}\n        state: {{ type: string, enum: [");
            text.AppendJoin(", ", Enumerable.Range(0, kind == "values" ? count : 2).Select(value => $"value {value}")).Append("] }\n");
            foreach (var property in Enumerable.Range(0, kind == "properties" ? count : 2))
                text.Append(CultureInfo.InvariantCulture, $"        property_{property}: {{ type: string }}\n");
        }

        return text.ToString();
    }
}
