namespace Intercom.Generated.Benchmarks.Codec;

/// <summary>A benchmark that can verify that its contenders are comparable.</summary>
public interface ICodecCheck
{
    /// <summary>Throws unless all contenders read the same values and write the same JSON.</summary>
    void Check();
}
