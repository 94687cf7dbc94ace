using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Runtime;

/// <summary>Reads and writes values of one family of types by the rules of this package, whatever the settings of the caller's serializer.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public abstract class IntercomConverter : JsonConverter
{
    private protected IntercomConverter()
    {
    }

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader is null)
            throw new ArgumentNullException(nameof(reader));
        var dates = reader.DateParseHandling;
        var floats = reader.FloatParseHandling;
        reader.DateParseHandling = DateParseHandling.None;
        reader.FloatParseHandling = FloatParseHandling.Double;
        try
        {
            var path = reader.Path;
            var token = JToken.Load(reader);
            if (token.Type == JTokenType.Null)
                return objectType.IsValueType && Nullable.GetUnderlyingType(objectType) is null ? Activator.CreateInstance(objectType) : null;
            return JsonBinding.TryBind(token, objectType, out var value)
                ? value
                : throw JsonValues.Misfit(token, objectType, path);
        }
        finally
        {
            reader.DateParseHandling = dates;
            reader.FloatParseHandling = floats;
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => JsonOutput.Write(writer, value, null, null, serializer);
}

/// <summary>Reads and writes models.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public sealed class IntercomModelConverter : IntercomConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(IntercomModel).IsAssignableFrom(objectType);
}

/// <summary>Reads and writes unions.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public sealed class IntercomUnionConverter : IntercomConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(IntercomUnion).IsAssignableFrom(objectType);
}

/// <summary>Reads and writes open enums.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public sealed class OpenEnumConverter : IntercomConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(IOpenEnum).IsAssignableFrom(Nullable.GetUnderlyingType(objectType) ?? objectType);
}

/// <summary>Reads and writes custom attributes.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public sealed class CustomAttributesConverter : IntercomConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(CustomAttributes);
}

/// <summary>Reads and writes the value of a custom attribute.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public sealed class CustomAttributeValueConverter : IntercomConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(CustomAttributeValue);
}

/// <summary>Writes points in time as Unix seconds; reads seconds or ISO 8601 text.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public sealed class UnixTimeConverter : IntercomConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(DateTimeOffset);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        (value is DateTimeOffset time ? JsonValues.UnixSeconds(time) : JValue.CreateNull()).WriteTo(writer ?? throw new ArgumentNullException(nameof(writer)));
}

/// <summary>Writes an id as a JSON number where Intercom declares one; reads a number or text.</summary>
[RequiresUnreferencedCode(NewtonsoftReflection.Reason)]
[RequiresDynamicCode(NewtonsoftReflection.Reason)]
public sealed class NumericIdentifierConverter : IntercomConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(string);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var text = (string?)value;
        var token = text is not null && JsonValues.TryReadIdentifier(text, out var number) ? new JValue(number) : new JValue(text);
        token.WriteTo(writer ?? throw new ArgumentNullException(nameof(writer)));
    }
}
