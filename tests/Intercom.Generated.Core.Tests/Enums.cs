using Intercom.Generated.Runtime;
using Newtonsoft.Json;

namespace Intercom.Generated.Core.Tests;

// The form that the EnumEmitter gives open enums.

[JsonConverter(typeof(OpenEnumConverter))]
public readonly struct ThingStatus : IOpenEnum, IEquatable<ThingStatus>
{
    private readonly string? _value;

    public ThingStatus(string value) => _value = value;

    public static ThingStatus Open => new("open");

    public static ThingStatus Closed => new("closed");

    public string Value => _value ?? string.Empty;

    public bool Equals(ThingStatus other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is ThingStatus other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode();

    public override string ToString() => Value;

    public static implicit operator ThingStatus(string value) => new(value);

    public static bool operator ==(ThingStatus left, ThingStatus right) => left.Equals(right);

    public static bool operator !=(ThingStatus left, ThingStatus right) => !left.Equals(right);
}
