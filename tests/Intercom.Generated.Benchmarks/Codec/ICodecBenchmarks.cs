namespace Intercom.Generated.Benchmarks.Codec;

/// <summary>The contenders for one payload.</summary>
internal interface ICodecBenchmarks
{
    /// <summary>The contenders that read the payload.</summary>
    IReadOnlyList<Contender> Readers { get; }

    /// <summary>The contenders that write the payload.</summary>
    IReadOnlyList<Contender> Writers { get; }

    /// <summary>Throws unless all contenders read the same values and write the same JSON.</summary>
    void Check();
}
