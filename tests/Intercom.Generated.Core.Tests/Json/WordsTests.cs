using System.Text;
using Intercom.Generated.Runtime;

namespace Intercom.Generated.Core.Tests.Json;

public class WordsTests
{
    [TestCase("a")]
    [TestCase("type")]
    [TestCase("contact")]
    [TestCase("open_now")]
    [TestCase("assignment")]
    [TestCase("a word of exactly forty letters, no more")]
    public void Caches_a_word(string word) => Assert.That(IsKept(word), Is.True);

    [TestCase("")]
    [TestCase("a word of exactly forty-one letters and so")]
    public void Does_not_cache_long_text(string word)
    {
        Assert.That(Words.Get(Encoding.UTF8.GetBytes(word)), Is.EqualTo(word));
        Assert.That(IsKept(word), Is.EqualTo(word.Length == 0), "The empty text is one anyway.");
    }

    // Every length with every position of a difference, so that words share lengths, starts, ends, and table entries.
    [Test]
    public void Never_confuses_words()
    {
        var words = new List<string>();
        for (var length = 1; length <= 44; length++)
        {
            for (var place = 0; place < length; place++)
                words.AddRange("abZ_-".Select(letter => new string('x', place) + letter + new string('x', length - place - 1)));
        }

        Assert.That(words, Has.Count.GreaterThan(4 * 1024), "There have to be more than the table has places.");
        Parallel.For(0, 4, round =>
        {
            foreach (var word in round % 2 == 0 ? words : Enumerable.Reverse(words))
            {
                if (Words.Get(Encoding.UTF8.GetBytes(word)) is var found && found != word)
                    Assert.Fail($"'{word}' was read as '{found}'.");
            }
        });
    }

    // Concurrent tests can replace the table entry at any time.
    private static bool IsKept(string word)
    {
        var utf8 = Encoding.UTF8.GetBytes(word);
        return Enumerable.Range(0, 100).Any(_ => ReferenceEquals(Words.Get(utf8), Words.Get(utf8)));
    }
}
