using System.Text;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>Code that reads untrusted input, and the promises that hold for any input.</summary>
internal abstract class FuzzTarget
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new CodecTarget(), new PageTarget(), new EventStreamTarget(), new SearchTarget(), new DescriptionTarget(),
    ];

    /// <summary>The name, which is also the name of the folder of its corpus.</summary>
    public abstract string Name { get; }

    /// <summary>The number of random inputs of a test run.</summary>
    public virtual int Cases => 2000;

    /// <summary>Text to insert into inputs, in addition to the tokens of JSON.</summary>
    public virtual IReadOnlyList<string> Tokens => [];

    /// <summary>Runs the code with an input.</summary>
    /// <returns>Whether the input was accepted.</returns>
    /// <exception cref="Exception">A promise is broken.</exception>
    public abstract bool Run(byte[] input);

    /// <summary>Gets the code of a target by its name. Instrumented copies of this assembly are called here.</summary>
    public static Func<byte[], bool> RunOf(string name) => All.Single(target => target.Name == name).Run;

    public override string ToString() => Name;

    /// <summary>Splits an input into the text of its first line, if that starts with #, and the rest.</summary>
    protected static (string Header, byte[] Body) Split(byte[] input)
    {
        var end = Array.IndexOf(input, (byte)'\n');
        return input is [(byte)'#', ..] && end > 0
            ? (Encoding.Latin1.GetString(input, 1, end - 1).Trim(), input[(end + 1)..])
            : (string.Empty, input);
    }

    /// <summary>
    /// Chooses an item by name or, if no item has the name, by the characters of the name, so that every header is valid.
    /// </summary>
    protected static T Choose<T>(IReadOnlyList<T> items, string header, Func<T, string> nameOf) =>
        items.FirstOrDefault(item => nameOf(item) == header) ?? items[header.Sum(letter => letter) % items.Count];

    protected static Exception Broken(string promise) => new BrokenPromiseException(promise);
}

/// <summary>Thrown if the code accepts an input but breaks a promise.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise);
