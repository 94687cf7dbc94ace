using System.Diagnostics.CodeAnalysis;
using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

// The form that the UnionEmitter gives unions: one with a case of each JSON kind, and one of objects only.

[UnionCase(typeof(string))]
[UnionCase(typeof(long))]
[UnionCase(typeof(bool))]
[UnionCase(typeof(IList<string>))]
[UnionCase(typeof(Part), Properties = "id body part part.id part.body")]
public sealed class ThingContent : IntercomUnion
{
    public ThingContent(string value) : base(value)
    {
    }

    public ThingContent(long value) : base(value)
    {
    }

    public ThingContent(bool value) : base(value)
    {
    }

    public ThingContent(IList<string> value) : base(value)
    {
    }

    public ThingContent(Part value) : base(value)
    {
    }

    private ThingContent(JToken value) : base(value)
    {
    }

    public bool TryPickText([NotNullWhen(true)] out string? value) => TryPick(out value);

    public bool TryPickInteger([NotNullWhen(true)] out long? value) => TryPick(out value);

    public bool TryPickBoolean([NotNullWhen(true)] out bool? value) => TryPick(out value);

    public bool TryPickTextList([NotNullWhen(true)] out IList<string>? value) => TryPick(out value);

    public bool TryPickPart([NotNullWhen(true)] out Part? value) => TryPick(out value);

    public TResult Match<TResult>(
        Func<string, TResult> text, Func<long, TResult> integer, Func<bool, TResult> boolean, Func<IList<string>, TResult> textList, Func<Part, TResult> part, Func<JToken, TResult> unknown) => Value switch
    {
        string case1 => text(case1),
        long case2 => integer(case2),
        bool case3 => boolean(case3),
        IList<string> case4 => textList(case4),
        Part case5 => part(case5),
        var other => unknown((JToken)other),
    };

    public static implicit operator ThingContent(string value) => new(value);

    public static implicit operator ThingContent(long value) => new(value);

    public static implicit operator ThingContent(bool value) => new(value);

    public static implicit operator ThingContent(string[] value) => new(value);

    public static implicit operator ThingContent(List<string> value) => new(value);

    public static implicit operator ThingContent(Part value) => new(value);
}

public sealed partial class AllFilter : IntercomModel
{
    [JsonProperty("operator", Order = 0)]
    public string? Operator { get; set => field = Assign(value, 0); }

    [JsonProperty("value", Order = 1)]
    public IList<Filter>? Value { get; set => field = Assign(value, 1); }
}

public sealed partial class FieldFilter : IntercomModel
{
    [JsonProperty("field", Order = 0)]
    public string? Field { get; set => field = Assign(value, 0); }

    [JsonProperty("operator", Order = 1)]
    public string? Operator { get; set => field = Assign(value, 1); }

    [JsonProperty("value", Order = 2)]
    public string? Value { get; set => field = Assign(value, 2); }
}

public sealed partial class RangeFilter : IntercomModel
{
    [JsonProperty("field", Order = 0)]
    public string? Field { get; set => field = Assign(value, 0); }

    [JsonProperty("from", Order = 1)]
    public string? From { get; set => field = Assign(value, 1); }

    [JsonProperty("to", Order = 2)]
    public string? To { get; set => field = Assign(value, 2); }

    [JsonProperty("kind", Order = 3)]
    public string? Kind { get; set => field = Assign(value, 3); }
}

public sealed partial class AreaFilter : IntercomModel
{
    [JsonProperty("kind", Order = 0)]
    public string? Kind { get; set => field = Assign(value, 0); }

    [JsonProperty("area", Order = 1)]
    public AreaFilterArea? Area { get; set => field = Assign(value, 1); }
}

public sealed partial class AreaFilterArea : IntercomModel
{
    [JsonProperty("country", Order = 0)]
    public string? Country { get; set => field = Assign(value, 0); }
}

[UnionCase(typeof(AllFilter), Discriminators = ["operator=AND", "operator=OR"], Properties = "operator value")]
[UnionCase(typeof(FieldFilter), Properties = "field operator value")]
[UnionCase(typeof(RangeFilter), Discriminators = ["kind=range", "shape=flat"], Properties = "field from to kind")]
[UnionCase(typeof(AreaFilter), Discriminators = ["kind=area"], Properties = "kind area area.country")]
public sealed class Filter : IntercomUnion
{
    public Filter(AllFilter value) : base(value)
    {
    }

    public Filter(FieldFilter value) : base(value)
    {
    }

    public Filter(RangeFilter value) : base(value)
    {
    }

    public Filter(AreaFilter value) : base(value)
    {
    }

    private Filter(JToken value) : base(value)
    {
    }

    public bool TryPickAllFilter([NotNullWhen(true)] out AllFilter? value) => TryPick(out value);

    public bool TryPickFieldFilter([NotNullWhen(true)] out FieldFilter? value) => TryPick(out value);

    public static implicit operator Filter(AllFilter value) => new(value);

    public static implicit operator Filter(FieldFilter value) => new(value);

    public static implicit operator Filter(RangeFilter value) => new(value);

    public static implicit operator Filter(AreaFilter value) => new(value);
}
