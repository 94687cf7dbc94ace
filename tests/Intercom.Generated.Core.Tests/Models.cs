using Intercom.Generated.Runtime;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

// The models have the form that the NSwag templates generate. The rest of the test API is generated from its description.

public sealed partial class Thing : IntercomModel
{
    public string? Id { get; set => field = Assign(value, 0); }

    public string? Name { get; set => field = Assign(value, 1); }

    public long? Count { get; set => field = Assign(value, 2); }

    public double? Score { get; set => field = Assign(value, 3); }

    public bool? Active { get; set => field = Assign(value, 4); }

    public DateTimeOffset? CreatedAt { get; set => field = Assign(value, 5); }

    public DateTimeOffset? PublishedAt { get; set => field = Assign(value, 6); }

    public ThingStatus? Status { get; set => field = Assign(value, 7); }

    public string? OwnerId { get; set => field = Assign(value, 8); }

    public IList<string>? TeamIds { get; set => field = Assign(value, 9); }

    public IList<string>? Labels { get; set => field = Assign(value, 10); }

    public IList<Part>? Parts { get; set => field = Assign(value, 11); }

    public IDictionary<string, Part>? PartsByName { get; set => field = Assign(value, 12); }

    public CustomAttributes? CustomAttributes { get; set => field = Assign(value, 13); }

    public Part? Part { get; set => field = Assign(value, 14); }

    public ThingContent? Content { get; set => field = Assign(value, 15); }

    public IList<ThingContent>? Contents { get; set => field = Assign(value, 16); }

    public JToken? Anything { get; set => field = Assign(value, 17); }

    public IList<ThingStatus>? Statuses { get; set => field = Assign(value, 18); }

    public IList<long>? Counts { get; set => field = Assign(value, 19); }
}

public sealed partial class Part : IntercomModel
{
    public string? Id { get; set => field = Assign(value, 0); }

    public string? Body { get; set => field = Assign(value, 1); }

    public Part? PartValue { get; set => field = Assign(value, 2); }
}

public sealed partial class CreateThingRequest : IntercomModel
{
    public string? Name { get; set => field = Assign(value, 0); }

    public string? Phone { get; set => field = Assign(value, 1); }
}

public sealed partial class SearchThingsRequest : IntercomModel
{
    public JToken? Query { get; set => field = Assign(value, 0); }

    public ThingPagination? Pagination { get; set => field = Assign(value, 1); }
}

public sealed partial class ThingPagination : IntercomModel
{
    public long? PerPage { get; set => field = Assign(value, 0); }

    public string? StartingAfter { get; set => field = Assign(value, 1); }
}

public sealed partial class UploadThingRequest : IntercomModel
{
    public UploadFile? File { get; set => field = Assign(value, 0); }

    public string? Title { get; set => field = Assign(value, 1); }

    public bool? Public { get; set => field = Assign(value, 2); }

    public DateTimeOffset? ExpiresAt { get; set => field = Assign(value, 3); }

    public ThingStatus? Status { get; set => field = Assign(value, 4); }

    public Part? Part { get; set => field = Assign(value, 5); }
}

// More than 64 properties, so one word is not enough for the null bits.
public sealed partial class WideThing : IntercomModel
{
    public string? P0 { get; set => field = Assign(value, 0); }

    public string? P1 { get; set => field = Assign(value, 1); }

    public string? P2 { get; set => field = Assign(value, 2); }

    public string? P3 { get; set => field = Assign(value, 3); }

    public string? P4 { get; set => field = Assign(value, 4); }

    public string? P5 { get; set => field = Assign(value, 5); }

    public string? P6 { get; set => field = Assign(value, 6); }

    public string? P7 { get; set => field = Assign(value, 7); }

    public string? P8 { get; set => field = Assign(value, 8); }

    public string? P9 { get; set => field = Assign(value, 9); }

    public string? P10 { get; set => field = Assign(value, 10); }

    public string? P11 { get; set => field = Assign(value, 11); }

    public string? P12 { get; set => field = Assign(value, 12); }

    public string? P13 { get; set => field = Assign(value, 13); }

    public string? P14 { get; set => field = Assign(value, 14); }

    public string? P15 { get; set => field = Assign(value, 15); }

    public string? P16 { get; set => field = Assign(value, 16); }

    public string? P17 { get; set => field = Assign(value, 17); }

    public string? P18 { get; set => field = Assign(value, 18); }

    public string? P19 { get; set => field = Assign(value, 19); }

    public string? P20 { get; set => field = Assign(value, 20); }

    public string? P21 { get; set => field = Assign(value, 21); }

    public string? P22 { get; set => field = Assign(value, 22); }

    public string? P23 { get; set => field = Assign(value, 23); }

    public string? P24 { get; set => field = Assign(value, 24); }

    public string? P25 { get; set => field = Assign(value, 25); }

    public string? P26 { get; set => field = Assign(value, 26); }

    public string? P27 { get; set => field = Assign(value, 27); }

    public string? P28 { get; set => field = Assign(value, 28); }

    public string? P29 { get; set => field = Assign(value, 29); }

    public string? P30 { get; set => field = Assign(value, 30); }

    public string? P31 { get; set => field = Assign(value, 31); }

    public string? P32 { get; set => field = Assign(value, 32); }

    public string? P33 { get; set => field = Assign(value, 33); }

    public string? P34 { get; set => field = Assign(value, 34); }

    public string? P35 { get; set => field = Assign(value, 35); }

    public string? P36 { get; set => field = Assign(value, 36); }

    public string? P37 { get; set => field = Assign(value, 37); }

    public string? P38 { get; set => field = Assign(value, 38); }

    public string? P39 { get; set => field = Assign(value, 39); }

    public string? P40 { get; set => field = Assign(value, 40); }

    public string? P41 { get; set => field = Assign(value, 41); }

    public string? P42 { get; set => field = Assign(value, 42); }

    public string? P43 { get; set => field = Assign(value, 43); }

    public string? P44 { get; set => field = Assign(value, 44); }

    public string? P45 { get; set => field = Assign(value, 45); }

    public string? P46 { get; set => field = Assign(value, 46); }

    public string? P47 { get; set => field = Assign(value, 47); }

    public string? P48 { get; set => field = Assign(value, 48); }

    public string? P49 { get; set => field = Assign(value, 49); }

    public string? P50 { get; set => field = Assign(value, 50); }

    public string? P51 { get; set => field = Assign(value, 51); }

    public string? P52 { get; set => field = Assign(value, 52); }

    public string? P53 { get; set => field = Assign(value, 53); }

    public string? P54 { get; set => field = Assign(value, 54); }

    public string? P55 { get; set => field = Assign(value, 55); }

    public string? P56 { get; set => field = Assign(value, 56); }

    public string? P57 { get; set => field = Assign(value, 57); }

    public string? P58 { get; set => field = Assign(value, 58); }

    public string? P59 { get; set => field = Assign(value, 59); }

    public string? P60 { get; set => field = Assign(value, 60); }

    public string? P61 { get; set => field = Assign(value, 61); }

    public string? P62 { get; set => field = Assign(value, 62); }

    public string? P63 { get; set => field = Assign(value, 63); }

    public string? P64 { get; set => field = Assign(value, 64); }

    public string? P65 { get; set => field = Assign(value, 65); }

    public string? P66 { get; set => field = Assign(value, 66); }

    public string? P67 { get; set => field = Assign(value, 67); }

    public string? P68 { get; set => field = Assign(value, 68); }

    public string? P69 { get; set => field = Assign(value, 69); }

    public string? P70 { get; set => field = Assign(value, 70); }

    public string? P71 { get; set => field = Assign(value, 71); }

    public string? P72 { get; set => field = Assign(value, 72); }

    public string? P73 { get; set => field = Assign(value, 73); }

    public string? P74 { get; set => field = Assign(value, 74); }

    public string? P75 { get; set => field = Assign(value, 75); }

    public string? P76 { get; set => field = Assign(value, 76); }

    public string? P77 { get; set => field = Assign(value, 77); }

    public string? P78 { get; set => field = Assign(value, 78); }

    public string? P79 { get; set => field = Assign(value, 79); }

    public string? P80 { get; set => field = Assign(value, 80); }

    public string? P81 { get; set => field = Assign(value, 81); }

    public string? P82 { get; set => field = Assign(value, 82); }

    public string? P83 { get; set => field = Assign(value, 83); }

    public string? P84 { get; set => field = Assign(value, 84); }

    public string? P85 { get; set => field = Assign(value, 85); }

    public string? P86 { get; set => field = Assign(value, 86); }

    public string? P87 { get; set => field = Assign(value, 87); }

    public string? P88 { get; set => field = Assign(value, 88); }

    public string? P89 { get; set => field = Assign(value, 89); }

    public string? P90 { get; set => field = Assign(value, 90); }

    public string? P91 { get; set => field = Assign(value, 91); }

    public string? P92 { get; set => field = Assign(value, 92); }

    public string? P93 { get; set => field = Assign(value, 93); }

    public string? P94 { get; set => field = Assign(value, 94); }

    public string? P95 { get; set => field = Assign(value, 95); }

    public string? P96 { get; set => field = Assign(value, 96); }

    public string? P97 { get; set => field = Assign(value, 97); }

    public string? P98 { get; set => field = Assign(value, 98); }

    public string? P99 { get; set => field = Assign(value, 99); }

    public string? P100 { get; set => field = Assign(value, 100); }

    public string? P101 { get; set => field = Assign(value, 101); }

    public string? P102 { get; set => field = Assign(value, 102); }

    public string? P103 { get; set => field = Assign(value, 103); }

    public string? P104 { get; set => field = Assign(value, 104); }

    public string? P105 { get; set => field = Assign(value, 105); }

    public string? P106 { get; set => field = Assign(value, 106); }

    public string? P107 { get; set => field = Assign(value, 107); }

    public string? P108 { get; set => field = Assign(value, 108); }

    public string? P109 { get; set => field = Assign(value, 109); }

    public string? P110 { get; set => field = Assign(value, 110); }

    public string? P111 { get; set => field = Assign(value, 111); }

    public string? P112 { get; set => field = Assign(value, 112); }

    public string? P113 { get; set => field = Assign(value, 113); }

    public string? P114 { get; set => field = Assign(value, 114); }

    public string? P115 { get; set => field = Assign(value, 115); }

    public string? P116 { get; set => field = Assign(value, 116); }

    public string? P117 { get; set => field = Assign(value, 117); }

    public string? P118 { get; set => field = Assign(value, 118); }

    public string? P119 { get; set => field = Assign(value, 119); }

    public string? P120 { get; set => field = Assign(value, 120); }

    public string? P121 { get; set => field = Assign(value, 121); }

    public string? P122 { get; set => field = Assign(value, 122); }

    public string? P123 { get; set => field = Assign(value, 123); }

    public string? P124 { get; set => field = Assign(value, 124); }

    public string? P125 { get; set => field = Assign(value, 125); }

    public string? P126 { get; set => field = Assign(value, 126); }

    public string? P127 { get; set => field = Assign(value, 127); }

    public string? P128 { get; set => field = Assign(value, 128); }

    public string? P129 { get; set => field = Assign(value, 129); }

    public string? P130 { get; set => field = Assign(value, 130); }

    public string? P131 { get; set => field = Assign(value, 131); }

    public string? P132 { get; set => field = Assign(value, 132); }

    public string? P133 { get; set => field = Assign(value, 133); }

    public string? P134 { get; set => field = Assign(value, 134); }

    public string? P135 { get; set => field = Assign(value, 135); }

    public string? P136 { get; set => field = Assign(value, 136); }

    public string? P137 { get; set => field = Assign(value, 137); }

    public string? P138 { get; set => field = Assign(value, 138); }

    public string? P139 { get; set => field = Assign(value, 139); }
}
