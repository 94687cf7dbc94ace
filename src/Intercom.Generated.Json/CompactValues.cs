using System.ComponentModel;

namespace Intercom.Generated.Runtime;

/// <summary>
/// A time in the eight bytes of a field, or null. A time with an offset from UTC does not fit and is kept beside the fields.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CompactTime
{
    // Zero is null, so that the default is.
    private readonly long _ticksPlusOne;

    private CompactTime(long ticksPlusOne) => _ticksPlusOne = ticksPlusOne;

    internal static CompactTime Elsewhere => new(-1);

    internal bool IsElsewhere => _ticksPlusOne < 0;

    internal DateTimeOffset? Value => _ticksPlusOne == 0 ? null : new DateTimeOffset(_ticksPlusOne - 1, TimeSpan.Zero);

    internal static bool TryCreate(DateTimeOffset? value, out CompactTime compact)
    {
        compact = value is { } time ? new(time.Ticks + 1) : default;
        return value is null || value.GetValueOrDefault().Offset == TimeSpan.Zero;
    }
}

/// <summary>An integer in the eight bytes of a field, or null. The extreme integers do not fit and are kept beside the fields.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CompactInteger
{
    // Zero is null, so that the default is. Integers from zero on are stored plus one.
    private readonly long _shifted;

    private CompactInteger(long shifted) => _shifted = shifted;

    internal static CompactInteger Elsewhere => new(long.MinValue);

    internal bool IsElsewhere => _shifted == long.MinValue;

    internal long? Value => _shifted == 0 ? null : _shifted > 0 ? _shifted - 1 : _shifted;

    internal static bool TryCreate(long? value, out CompactInteger compact)
    {
        compact = value is not { } number ? default : new(number < 0 ? number : unchecked(number + 1));
        return !compact.IsElsewhere;
    }
}

/// <summary>A number in the eight bytes of a field, or null.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct CompactNumber
{
    // Zero is null, so that the default is. It stands for a NaN that no calculation results in.
    private const long NullBits = 0x7FF8_1234_5678_9ABC;

    private readonly long _bits;

    private CompactNumber(long bits) => _bits = bits;

    internal double? Value => _bits == 0 ? null : BitConverter.Int64BitsToDouble(_bits ^ NullBits);

    internal static CompactNumber Create(double? value) =>
        value is not { } number ? default : new(BitConverter.DoubleToInt64Bits(double.IsNaN(number) ? double.NaN : number) ^ NullBits);
}
