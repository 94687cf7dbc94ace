namespace Intercom.Generated.Webhooks;

/// <summary>The place of a value in JSON. Empty if there is no value.</summary>
internal readonly record struct JsonRange(int Start, int Length)
{
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> json) => json.Slice(Start, Length);
}
