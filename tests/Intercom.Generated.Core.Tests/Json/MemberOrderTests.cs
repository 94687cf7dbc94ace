using System.Text;

namespace Intercom.Generated.Core.Tests.Json;

/// <summary>Models are read in any order of their members, whatever the order in the last object was.</summary>
public class MemberOrderTests
{
    private static readonly string[] Members = ["\"id\":\"1\"", "\"name\":\"n\"", "\"count\":3", "\"active\":true", "\"unknown\":4", "\"status\":\"open\""];

    [Test]
    public void Any_order_after_any_order([Values] bool isSpaced)
    {
        var random = new Random(1);
        var separator = isSpaced ? " ,\n " : ",";
        var objects = Enumerable.Range(0, 500).Select(_ =>
        {
            var some = Members.Where(_ => random.Next(4) > 0).ToArray();
            random.Shuffle(some);
            return some;
        }).ToList();
        var things = IntercomJson.Read<List<Thing>>(Encoding.UTF8.GetBytes($"[{string.Join(separator, objects.Select(some => $"{{{string.Join(separator, some)}}}"))}]"))!;
        using (Assert.EnterMultipleScope())
        {
            foreach (var (thing, some) in things.Zip(objects))
            {
                Assert.That(thing.Id, Is.EqualTo(some.Contains(Members[0]) ? "1" : null));
                Assert.That(thing.Name, Is.EqualTo(some.Contains(Members[1]) ? "n" : null));
                Assert.That(thing.Count, Is.EqualTo(some.Contains(Members[2]) ? 3 : null));
                Assert.That(thing.Active, Is.EqualTo(some.Contains(Members[3]) ? true : null));
                Assert.That(thing.AdditionalProperties, Has.Count.EqualTo(some.Contains(Members[4]) ? 1 : 0));
                Assert.That(thing.Status?.Value, Is.EqualTo(some.Contains(Members[5]) ? "open" : null));
            }
        }
    }

    // The texts of a long page are shared. Of many different ones, most are replaced in the cache.
    [Test]
    public void Texts_of_a_long_page_are_read_correctly()
    {
        var random = new Random(2);
        var names = Enumerable.Range(0, 20_000).Select(_ => random.Next(6) switch
        {
            0 => $"{random.Next(5)}",
            1 => $"common name {random.Next(5)}",
            2 => $"São Paulo {random.Next(5)}",
            3 => $"line \n {random.Next(5)}",
            4 => new string('x', random.Next(140)),
            _ => $"{random.NextInt64()}",
        }).ToList();
        var json = IntercomJson.Write(names.Select(name => new Thing { Name = name }).ToList());
        var things = IntercomJson.Read<List<Thing>>(json)!;
        Assert.That(things.Select(thing => thing.Name), Is.EqualTo(names));
    }

    [Test]
    public void Equal_texts_of_a_long_page_share_their_memory()
    {
        var names = Enumerable.Range(0, 1000).Select(number => $"São Paulo, district {number % 5}").ToList();
        var things = IntercomJson.Read<List<Thing>>(IntercomJson.Write(names.Select(name => new Thing { Name = name }).ToList()))!;
        Assert.That(things.Select(thing => thing.Name!).Distinct(ReferenceEqualityComparer.Instance).Count(), Is.EqualTo(5));
    }
}
