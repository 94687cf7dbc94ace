using Intercom.Generated.Runtime;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Core.Tests;

// The models have the form that NSwag's templates give them; everything else of the test API is generated from its description.

public sealed partial class Thing : IntercomModel
{
    [JsonProperty("id", Order = 0)]
    public string? Id { get; set => field = Assign(value, 0); }

    [JsonProperty("name", Order = 1)]
    public string? Name { get; set => field = Assign(value, 1); }

    [JsonProperty("count", Order = 2)]
    public long? Count { get; set => field = Assign(value, 2); }

    [JsonProperty("score", Order = 3)]
    public double? Score { get; set => field = Assign(value, 3); }

    [JsonProperty("active", Order = 4)]
    public bool? Active { get; set => field = Assign(value, 4); }

    [JsonProperty("created_at", Order = 5)]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? CreatedAt { get; set => field = Assign(value, 5); }

    [JsonProperty("published_at", Order = 6)]
    public DateTimeOffset? PublishedAt { get; set => field = Assign(value, 6); }

    [JsonProperty("status", Order = 7)]
    public ThingStatus? Status { get; set => field = Assign(value, 7); }

    [JsonProperty("owner_id", Order = 8)]
    [JsonConverter(typeof(NumericIdentifierConverter))]
    public string? OwnerId { get; set => field = Assign(value, 8); }

    [JsonProperty("team_ids", Order = 9, ItemConverterType = typeof(NumericIdentifierConverter))]
    public IList<string>? TeamIds { get; set => field = Assign(value, 9); }

    [JsonProperty("labels", Order = 10)]
    public IList<string>? Labels { get; set => field = Assign(value, 10); }

    [JsonProperty("parts", Order = 11)]
    public IList<Part>? Parts { get; set => field = Assign(value, 11); }

    [JsonProperty("parts_by_name", Order = 12)]
    public IDictionary<string, Part>? PartsByName { get; set => field = Assign(value, 12); }

    [JsonProperty("custom_attributes", Order = 13)]
    public CustomAttributes? CustomAttributes { get; set => field = Assign(value, 13); }

    [JsonProperty("part", Order = 14)]
    public Part? Part { get; set => field = Assign(value, 14); }

    [JsonProperty("content", Order = 15)]
    public ThingContent? Content { get; set => field = Assign(value, 15); }

    [JsonProperty("contents", Order = 16)]
    public IList<ThingContent>? Contents { get; set => field = Assign(value, 16); }

    [JsonProperty("anything", Order = 17)]
    public JToken? Anything { get; set => field = Assign(value, 17); }

    [JsonProperty("statuses", Order = 18)]
    public IList<ThingStatus>? Statuses { get; set => field = Assign(value, 18); }

    [JsonProperty("counts", Order = 19)]
    public IList<long>? Counts { get; set => field = Assign(value, 19); }
}

public sealed partial class Part : IntercomModel
{
    [JsonProperty("id", Order = 0)]
    public string? Id { get; set => field = Assign(value, 0); }

    [JsonProperty("body", Order = 1)]
    public string? Body { get; set => field = Assign(value, 1); }

    [JsonProperty("part", Order = 2)]
    public Part? PartValue { get; set => field = Assign(value, 2); }
}

public sealed partial class CreateThingRequest : IntercomModel
{
    [JsonProperty("name", Order = 0)]
    public string? Name { get; set => field = Assign(value, 0); }

    [JsonProperty("phone", Order = 1)]
    public string? Phone { get; set => field = Assign(value, 1); }
}

public sealed partial class SearchThingsRequest : IntercomModel
{
    [JsonProperty("query", Order = 0)]
    public JToken? Query { get; set => field = Assign(value, 0); }

    [JsonProperty("pagination", Order = 1)]
    public ThingPagination? Pagination { get; set => field = Assign(value, 1); }
}

public sealed partial class ThingPagination : IntercomModel
{
    [JsonProperty("per_page", Order = 0)]
    public long? PerPage { get; set => field = Assign(value, 0); }

    [JsonProperty("starting_after", Order = 1)]
    public string? StartingAfter { get; set => field = Assign(value, 1); }
}

public sealed partial class UploadThingRequest : IntercomModel
{
    [JsonProperty("file", Order = 0)]
    public UploadFile? File { get; set => field = Assign(value, 0); }

    [JsonProperty("title", Order = 1)]
    public string? Title { get; set => field = Assign(value, 1); }

    [JsonProperty("public", Order = 2)]
    public bool? Public { get; set => field = Assign(value, 2); }

    [JsonProperty("expires_at", Order = 3)]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset? ExpiresAt { get; set => field = Assign(value, 3); }

    [JsonProperty("status", Order = 4)]
    public ThingStatus? Status { get; set => field = Assign(value, 4); }

    [JsonProperty("part", Order = 5)]
    public Part? Part { get; set => field = Assign(value, 5); }
}

// More properties than one word of bits can mark as null.
public sealed partial class WideThing : IntercomModel
{
    [JsonProperty("p0", Order = 0)]
    public string? P0 { get; set => field = Assign(value, 0); }

    [JsonProperty("p1", Order = 1)]
    public string? P1 { get; set => field = Assign(value, 1); }

    [JsonProperty("p2", Order = 2)]
    public string? P2 { get; set => field = Assign(value, 2); }

    [JsonProperty("p3", Order = 3)]
    public string? P3 { get; set => field = Assign(value, 3); }

    [JsonProperty("p4", Order = 4)]
    public string? P4 { get; set => field = Assign(value, 4); }

    [JsonProperty("p5", Order = 5)]
    public string? P5 { get; set => field = Assign(value, 5); }

    [JsonProperty("p6", Order = 6)]
    public string? P6 { get; set => field = Assign(value, 6); }

    [JsonProperty("p7", Order = 7)]
    public string? P7 { get; set => field = Assign(value, 7); }

    [JsonProperty("p8", Order = 8)]
    public string? P8 { get; set => field = Assign(value, 8); }

    [JsonProperty("p9", Order = 9)]
    public string? P9 { get; set => field = Assign(value, 9); }

    [JsonProperty("p10", Order = 10)]
    public string? P10 { get; set => field = Assign(value, 10); }

    [JsonProperty("p11", Order = 11)]
    public string? P11 { get; set => field = Assign(value, 11); }

    [JsonProperty("p12", Order = 12)]
    public string? P12 { get; set => field = Assign(value, 12); }

    [JsonProperty("p13", Order = 13)]
    public string? P13 { get; set => field = Assign(value, 13); }

    [JsonProperty("p14", Order = 14)]
    public string? P14 { get; set => field = Assign(value, 14); }

    [JsonProperty("p15", Order = 15)]
    public string? P15 { get; set => field = Assign(value, 15); }

    [JsonProperty("p16", Order = 16)]
    public string? P16 { get; set => field = Assign(value, 16); }

    [JsonProperty("p17", Order = 17)]
    public string? P17 { get; set => field = Assign(value, 17); }

    [JsonProperty("p18", Order = 18)]
    public string? P18 { get; set => field = Assign(value, 18); }

    [JsonProperty("p19", Order = 19)]
    public string? P19 { get; set => field = Assign(value, 19); }

    [JsonProperty("p20", Order = 20)]
    public string? P20 { get; set => field = Assign(value, 20); }

    [JsonProperty("p21", Order = 21)]
    public string? P21 { get; set => field = Assign(value, 21); }

    [JsonProperty("p22", Order = 22)]
    public string? P22 { get; set => field = Assign(value, 22); }

    [JsonProperty("p23", Order = 23)]
    public string? P23 { get; set => field = Assign(value, 23); }

    [JsonProperty("p24", Order = 24)]
    public string? P24 { get; set => field = Assign(value, 24); }

    [JsonProperty("p25", Order = 25)]
    public string? P25 { get; set => field = Assign(value, 25); }

    [JsonProperty("p26", Order = 26)]
    public string? P26 { get; set => field = Assign(value, 26); }

    [JsonProperty("p27", Order = 27)]
    public string? P27 { get; set => field = Assign(value, 27); }

    [JsonProperty("p28", Order = 28)]
    public string? P28 { get; set => field = Assign(value, 28); }

    [JsonProperty("p29", Order = 29)]
    public string? P29 { get; set => field = Assign(value, 29); }

    [JsonProperty("p30", Order = 30)]
    public string? P30 { get; set => field = Assign(value, 30); }

    [JsonProperty("p31", Order = 31)]
    public string? P31 { get; set => field = Assign(value, 31); }

    [JsonProperty("p32", Order = 32)]
    public string? P32 { get; set => field = Assign(value, 32); }

    [JsonProperty("p33", Order = 33)]
    public string? P33 { get; set => field = Assign(value, 33); }

    [JsonProperty("p34", Order = 34)]
    public string? P34 { get; set => field = Assign(value, 34); }

    [JsonProperty("p35", Order = 35)]
    public string? P35 { get; set => field = Assign(value, 35); }

    [JsonProperty("p36", Order = 36)]
    public string? P36 { get; set => field = Assign(value, 36); }

    [JsonProperty("p37", Order = 37)]
    public string? P37 { get; set => field = Assign(value, 37); }

    [JsonProperty("p38", Order = 38)]
    public string? P38 { get; set => field = Assign(value, 38); }

    [JsonProperty("p39", Order = 39)]
    public string? P39 { get; set => field = Assign(value, 39); }

    [JsonProperty("p40", Order = 40)]
    public string? P40 { get; set => field = Assign(value, 40); }

    [JsonProperty("p41", Order = 41)]
    public string? P41 { get; set => field = Assign(value, 41); }

    [JsonProperty("p42", Order = 42)]
    public string? P42 { get; set => field = Assign(value, 42); }

    [JsonProperty("p43", Order = 43)]
    public string? P43 { get; set => field = Assign(value, 43); }

    [JsonProperty("p44", Order = 44)]
    public string? P44 { get; set => field = Assign(value, 44); }

    [JsonProperty("p45", Order = 45)]
    public string? P45 { get; set => field = Assign(value, 45); }

    [JsonProperty("p46", Order = 46)]
    public string? P46 { get; set => field = Assign(value, 46); }

    [JsonProperty("p47", Order = 47)]
    public string? P47 { get; set => field = Assign(value, 47); }

    [JsonProperty("p48", Order = 48)]
    public string? P48 { get; set => field = Assign(value, 48); }

    [JsonProperty("p49", Order = 49)]
    public string? P49 { get; set => field = Assign(value, 49); }

    [JsonProperty("p50", Order = 50)]
    public string? P50 { get; set => field = Assign(value, 50); }

    [JsonProperty("p51", Order = 51)]
    public string? P51 { get; set => field = Assign(value, 51); }

    [JsonProperty("p52", Order = 52)]
    public string? P52 { get; set => field = Assign(value, 52); }

    [JsonProperty("p53", Order = 53)]
    public string? P53 { get; set => field = Assign(value, 53); }

    [JsonProperty("p54", Order = 54)]
    public string? P54 { get; set => field = Assign(value, 54); }

    [JsonProperty("p55", Order = 55)]
    public string? P55 { get; set => field = Assign(value, 55); }

    [JsonProperty("p56", Order = 56)]
    public string? P56 { get; set => field = Assign(value, 56); }

    [JsonProperty("p57", Order = 57)]
    public string? P57 { get; set => field = Assign(value, 57); }

    [JsonProperty("p58", Order = 58)]
    public string? P58 { get; set => field = Assign(value, 58); }

    [JsonProperty("p59", Order = 59)]
    public string? P59 { get; set => field = Assign(value, 59); }

    [JsonProperty("p60", Order = 60)]
    public string? P60 { get; set => field = Assign(value, 60); }

    [JsonProperty("p61", Order = 61)]
    public string? P61 { get; set => field = Assign(value, 61); }

    [JsonProperty("p62", Order = 62)]
    public string? P62 { get; set => field = Assign(value, 62); }

    [JsonProperty("p63", Order = 63)]
    public string? P63 { get; set => field = Assign(value, 63); }

    [JsonProperty("p64", Order = 64)]
    public string? P64 { get; set => field = Assign(value, 64); }

    [JsonProperty("p65", Order = 65)]
    public string? P65 { get; set => field = Assign(value, 65); }

    [JsonProperty("p66", Order = 66)]
    public string? P66 { get; set => field = Assign(value, 66); }

    [JsonProperty("p67", Order = 67)]
    public string? P67 { get; set => field = Assign(value, 67); }

    [JsonProperty("p68", Order = 68)]
    public string? P68 { get; set => field = Assign(value, 68); }

    [JsonProperty("p69", Order = 69)]
    public string? P69 { get; set => field = Assign(value, 69); }

    [JsonProperty("p70", Order = 70)]
    public string? P70 { get; set => field = Assign(value, 70); }

    [JsonProperty("p71", Order = 71)]
    public string? P71 { get; set => field = Assign(value, 71); }

    [JsonProperty("p72", Order = 72)]
    public string? P72 { get; set => field = Assign(value, 72); }

    [JsonProperty("p73", Order = 73)]
    public string? P73 { get; set => field = Assign(value, 73); }

    [JsonProperty("p74", Order = 74)]
    public string? P74 { get; set => field = Assign(value, 74); }

    [JsonProperty("p75", Order = 75)]
    public string? P75 { get; set => field = Assign(value, 75); }

    [JsonProperty("p76", Order = 76)]
    public string? P76 { get; set => field = Assign(value, 76); }

    [JsonProperty("p77", Order = 77)]
    public string? P77 { get; set => field = Assign(value, 77); }

    [JsonProperty("p78", Order = 78)]
    public string? P78 { get; set => field = Assign(value, 78); }

    [JsonProperty("p79", Order = 79)]
    public string? P79 { get; set => field = Assign(value, 79); }

    [JsonProperty("p80", Order = 80)]
    public string? P80 { get; set => field = Assign(value, 80); }

    [JsonProperty("p81", Order = 81)]
    public string? P81 { get; set => field = Assign(value, 81); }

    [JsonProperty("p82", Order = 82)]
    public string? P82 { get; set => field = Assign(value, 82); }

    [JsonProperty("p83", Order = 83)]
    public string? P83 { get; set => field = Assign(value, 83); }

    [JsonProperty("p84", Order = 84)]
    public string? P84 { get; set => field = Assign(value, 84); }

    [JsonProperty("p85", Order = 85)]
    public string? P85 { get; set => field = Assign(value, 85); }

    [JsonProperty("p86", Order = 86)]
    public string? P86 { get; set => field = Assign(value, 86); }

    [JsonProperty("p87", Order = 87)]
    public string? P87 { get; set => field = Assign(value, 87); }

    [JsonProperty("p88", Order = 88)]
    public string? P88 { get; set => field = Assign(value, 88); }

    [JsonProperty("p89", Order = 89)]
    public string? P89 { get; set => field = Assign(value, 89); }

    [JsonProperty("p90", Order = 90)]
    public string? P90 { get; set => field = Assign(value, 90); }

    [JsonProperty("p91", Order = 91)]
    public string? P91 { get; set => field = Assign(value, 91); }

    [JsonProperty("p92", Order = 92)]
    public string? P92 { get; set => field = Assign(value, 92); }

    [JsonProperty("p93", Order = 93)]
    public string? P93 { get; set => field = Assign(value, 93); }

    [JsonProperty("p94", Order = 94)]
    public string? P94 { get; set => field = Assign(value, 94); }

    [JsonProperty("p95", Order = 95)]
    public string? P95 { get; set => field = Assign(value, 95); }

    [JsonProperty("p96", Order = 96)]
    public string? P96 { get; set => field = Assign(value, 96); }

    [JsonProperty("p97", Order = 97)]
    public string? P97 { get; set => field = Assign(value, 97); }

    [JsonProperty("p98", Order = 98)]
    public string? P98 { get; set => field = Assign(value, 98); }

    [JsonProperty("p99", Order = 99)]
    public string? P99 { get; set => field = Assign(value, 99); }

    [JsonProperty("p100", Order = 100)]
    public string? P100 { get; set => field = Assign(value, 100); }

    [JsonProperty("p101", Order = 101)]
    public string? P101 { get; set => field = Assign(value, 101); }

    [JsonProperty("p102", Order = 102)]
    public string? P102 { get; set => field = Assign(value, 102); }

    [JsonProperty("p103", Order = 103)]
    public string? P103 { get; set => field = Assign(value, 103); }

    [JsonProperty("p104", Order = 104)]
    public string? P104 { get; set => field = Assign(value, 104); }

    [JsonProperty("p105", Order = 105)]
    public string? P105 { get; set => field = Assign(value, 105); }

    [JsonProperty("p106", Order = 106)]
    public string? P106 { get; set => field = Assign(value, 106); }

    [JsonProperty("p107", Order = 107)]
    public string? P107 { get; set => field = Assign(value, 107); }

    [JsonProperty("p108", Order = 108)]
    public string? P108 { get; set => field = Assign(value, 108); }

    [JsonProperty("p109", Order = 109)]
    public string? P109 { get; set => field = Assign(value, 109); }

    [JsonProperty("p110", Order = 110)]
    public string? P110 { get; set => field = Assign(value, 110); }

    [JsonProperty("p111", Order = 111)]
    public string? P111 { get; set => field = Assign(value, 111); }

    [JsonProperty("p112", Order = 112)]
    public string? P112 { get; set => field = Assign(value, 112); }

    [JsonProperty("p113", Order = 113)]
    public string? P113 { get; set => field = Assign(value, 113); }

    [JsonProperty("p114", Order = 114)]
    public string? P114 { get; set => field = Assign(value, 114); }

    [JsonProperty("p115", Order = 115)]
    public string? P115 { get; set => field = Assign(value, 115); }

    [JsonProperty("p116", Order = 116)]
    public string? P116 { get; set => field = Assign(value, 116); }

    [JsonProperty("p117", Order = 117)]
    public string? P117 { get; set => field = Assign(value, 117); }

    [JsonProperty("p118", Order = 118)]
    public string? P118 { get; set => field = Assign(value, 118); }

    [JsonProperty("p119", Order = 119)]
    public string? P119 { get; set => field = Assign(value, 119); }

    [JsonProperty("p120", Order = 120)]
    public string? P120 { get; set => field = Assign(value, 120); }

    [JsonProperty("p121", Order = 121)]
    public string? P121 { get; set => field = Assign(value, 121); }

    [JsonProperty("p122", Order = 122)]
    public string? P122 { get; set => field = Assign(value, 122); }

    [JsonProperty("p123", Order = 123)]
    public string? P123 { get; set => field = Assign(value, 123); }

    [JsonProperty("p124", Order = 124)]
    public string? P124 { get; set => field = Assign(value, 124); }

    [JsonProperty("p125", Order = 125)]
    public string? P125 { get; set => field = Assign(value, 125); }

    [JsonProperty("p126", Order = 126)]
    public string? P126 { get; set => field = Assign(value, 126); }

    [JsonProperty("p127", Order = 127)]
    public string? P127 { get; set => field = Assign(value, 127); }

    [JsonProperty("p128", Order = 128)]
    public string? P128 { get; set => field = Assign(value, 128); }

    [JsonProperty("p129", Order = 129)]
    public string? P129 { get; set => field = Assign(value, 129); }

    [JsonProperty("p130", Order = 130)]
    public string? P130 { get; set => field = Assign(value, 130); }

    [JsonProperty("p131", Order = 131)]
    public string? P131 { get; set => field = Assign(value, 131); }

    [JsonProperty("p132", Order = 132)]
    public string? P132 { get; set => field = Assign(value, 132); }

    [JsonProperty("p133", Order = 133)]
    public string? P133 { get; set => field = Assign(value, 133); }

    [JsonProperty("p134", Order = 134)]
    public string? P134 { get; set => field = Assign(value, 134); }

    [JsonProperty("p135", Order = 135)]
    public string? P135 { get; set => field = Assign(value, 135); }

    [JsonProperty("p136", Order = 136)]
    public string? P136 { get; set => field = Assign(value, 136); }

    [JsonProperty("p137", Order = 137)]
    public string? P137 { get; set => field = Assign(value, 137); }

    [JsonProperty("p138", Order = 138)]
    public string? P138 { get; set => field = Assign(value, 138); }

    [JsonProperty("p139", Order = 139)]
    public string? P139 { get; set => field = Assign(value, 139); }
}
