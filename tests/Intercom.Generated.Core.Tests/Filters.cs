using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

// A union of objects whose discriminators a description cannot express: one that only one case has, two of one case, and one that is not a
// property. The union and its codecs have the form that UnionEmitter and CodecEmitter generate. Other unions are in the description.

[JsonCodec(typeof(AllFilterCodec))]
[System.Text.Json.Serialization.JsonConverter(typeof(SystemTextJsonConverter<AllFilter>))]
public sealed partial class AllFilter : IntercomModel
{
    public string? Operator { get; set => field = Assign(value, 0); }

    public IList<Filter>? Value { get; set => field = Assign(value, 1); }
}

public sealed partial class FieldFilter : IntercomModel
{
    public string? Field { get; set => field = Assign(value, 0); }

    public string? Operator { get; set => field = Assign(value, 1); }

    public string? Value { get; set => field = Assign(value, 2); }
}

public sealed partial class RangeFilter : IntercomModel
{
    public string? Field { get; set => field = Assign(value, 0); }

    public string? From { get; set => field = Assign(value, 1); }

    public string? To { get; set => field = Assign(value, 2); }

    public string? Kind { get; set => field = Assign(value, 3); }
}

public sealed partial class AreaFilter : IntercomModel
{
    public string? Kind { get; set => field = Assign(value, 0); }

    public AreaFilterArea? Area { get; set => field = Assign(value, 1); }
}

public sealed partial class AreaFilterArea : IntercomModel
{
    public string? Country { get; set => field = Assign(value, 0); }
}

[JsonCodec(typeof(FilterCodec))]
[System.Text.Json.Serialization.JsonConverter(typeof(SystemTextJsonConverter<Filter>))]
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

    internal Filter(JToken value) : base(value)
    {
    }

    public bool TryPickAllFilter([NotNullWhen(true)] out AllFilter? value) => TryPick(out value);

    public bool TryPickFieldFilter([NotNullWhen(true)] out FieldFilter? value) => TryPick(out value);

    public static implicit operator Filter(AllFilter value) => new(value);

    public static implicit operator Filter(FieldFilter value) => new(value);

    public static implicit operator Filter(RangeFilter value) => new(value);

    public static implicit operator Filter(AreaFilter value) => new(value);
}

internal static class FilterCodecs
{
    public static AllFilterCodec AllFilter => field ??= new();

    public static FilterCodec Filter => field ??= new();
}

internal sealed class AllFilterCodec : ModelCodec<AllFilter>
{
    protected override string[] Names => ["operator", "value"];

    protected override AllFilter Create() => new();

    protected override void ReadMembers(ref CodecReader reader, AllFilter model)
    {
        var member = -1;
        while (reader.ReadMember(Members, model, ref member))
        {
            switch (member)
            {
                case 0: model.Operator = reader.Text(); break;
                case 1: model.Value = reader.List(FilterCodecs.Filter); break;
            }
        }
    }

    protected override void WriteMembers(in MemberWriter writer, AllFilter model)
    {
        writer.Text(0, model.Operator);
        writer.List(1, model.Value, FilterCodecs.Filter);
    }
}

internal sealed class FilterCodec : UnionCodec<Filter>
{
    protected override UnionCase[] Cases =>
    [
        new(JsonKinds.Object, ["operator=AND", "operator=OR"], "operator value"),
        new(JsonKinds.Object, [], "field operator value"),
        new(JsonKinds.Object, ["kind=range", "shape=flat"], "field from to kind"),
        new(JsonKinds.Object, ["kind=area"], "kind area area.country"),
    ];

    protected override Filter? ReadCase(int number, ref CodecReader reader)
    {
        switch (number)
        {
            case 0 when FilterCodecs.AllFilter.TryRead(ref reader, out var case0): return new Filter(case0);
            case 1 when Codecs.FieldFilter.TryRead(ref reader, out var case1): return new Filter(case1);
            case 2 when Codecs.RangeFilter.TryRead(ref reader, out var case2): return new Filter(case2);
            case 3 when Codecs.AreaFilter.TryRead(ref reader, out var case3): return new Filter(case3);
            default: return null;
        }
    }

    protected override Filter Unknown(JToken json) => new(json);

    public override void Write(Utf8JsonWriter writer, Filter value)
    {
        switch (value.Value)
        {
            case AllFilter case0: FilterCodecs.AllFilter.Write(writer, case0); break;
            case FieldFilter case1: Codecs.FieldFilter.Write(writer, case1); break;
            case RangeFilter case2: Codecs.RangeFilter.Write(writer, case2); break;
            case AreaFilter case3: Codecs.AreaFilter.Write(writer, case3); break;
            default: JsonCodecs.Token.Write(writer, (JToken)value.Value); break;
        }
    }
}
