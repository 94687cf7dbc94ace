namespace Intercom.Generated.Benchmarks.Codec;

/// <summary>Contenders that can be compared with each other.</summary>
public interface ICodecCheck
{
    /// <summary>Throws unless all contenders read the same values and write the same JSON.</summary>
    void Check();
}
