using Intercom.Generated.Descriptions.Model;

namespace Intercom.Generated.Descriptions.Tests;

/// <summary>Pairs of descriptions with the expected differences. Every rule has at least one.</summary>
internal static class ComparisonCases
{
    private const string End = "RequestOptions? options = null, CancellationToken cancellationToken = default)";
    public const string ThingReference = "{ $ref: '#/components/schemas/thing' }";
    public const string Things = "{ thing: { type: 'object', properties: { id: { type: 'string' } } } }";

    public static IEnumerable<TestCaseData> Operations()
    {
        const string Bears = "'/bears': { get: { operationId: 'getBear', tags: ['Bears'] } }";
        const string Apes = "'/apes': { post: { operationId: 'createApe', tags: ['Apes'] } }";
        const string get = "Task<Thing> GetAsync(";
        const string search = "requestBody: { content: { 'application/json': { schema: { type: 'object', properties: { query: {}, pagination: {} } } } } }";
        const string list = "responses: { '200': { content: { 'application/json': { schema: { type: 'object', "
            + "properties: { data: { type: 'array', items: { $ref: '#/components/schemas/thing' } }, pages: {} } } } } } }";

        yield return Case(
            "client and operation added", Paths(Bears), Paths($"{Bears}, {Apes}"),
            "Additive client-added Apes: - -> ApesClient Apes { get; }",
            $"Additive operation-added Apes.Create: - -> Task CreateAsync({End}");
        yield return Case(
            "client and operation removed", Paths($"{Bears}, {Apes}"), Paths(Bears),
            "SourceBreak client-removed Apes: ApesClient Apes { get; } -> -",
            $"SourceBreak operation-removed Apes.Create: Task CreateAsync({End} -> -");
        yield return Case(
            "operation renamed", Get("thing"), Get("thing", id: "copyThing"),
            $"SourceBreak operation-renamed Things.Copy: {get}{End} -> Task<Thing> CopyAsync({End}");
        yield return Case(
            "operation moved", Get("thing"), Get("thing", path: "/stuff"),
            "Behavior operation-moved Things.Get: [IntercomOperation(\"GET\", \"/things\")] -> [IntercomOperation(\"GET\", \"/stuff\")]");
        yield return Case(
            "placeholder renamed", Get("thing", path: "/things/{id}"), Get("thing", path: "/things/{thing_id}"),
            "None placeholder-renamed Things.Get: [IntercomOperation(\"GET\", \"/things/{id}\")] -> [IntercomOperation(\"GET\", \"/things/{thing_id}\")]");
        yield return Case(
            "result added", Get(null), Get("string"),
            $"SourceBreak operation-result-added Things.Get: Task GetAsync({End} -> Task<string> GetAsync({End}");
        yield return Case(
            "result removed", Get("string"), Get(null),
            $"SourceBreak operation-result-removed Things.Get: Task<string> GetAsync({End} -> Task GetAsync({End}");
        yield return Case(
            "result changed", Get("string"), Get("integer"),
            $"SourceBreak operation-result-changed Things.Get: Task<string> GetAsync({End} -> Task<long> GetAsync({End}");
        yield return Case(
            "result of another format", Get("string"), Operation("get", "responses: { '200': { content: { 'text/plain': { schema: { type: 'string' } } } } }"),
            $"None operation-format-changed Things.Get: Task<string> GetAsync({End} -> Task<string> GetAsync({End}");
        yield return Case(
            "body of another format",
            Operation("post", "requestBody: { content: { 'application/json': { schema: { type: 'string' } } } }"),
            Operation("post", "requestBody: { content: { 'multipart/form-data': { schema: { type: 'string' } } } }"),
            $"None operation-format-changed Things.Get.request: Task GetAsync(string request, {End} -> Task GetAsync(string request, {End}",
            "Behavior request-body-media-type-removed Things.Get: application/json -> -",
            "None request-body-media-type-added Things.Get: - -> multipart/form-data");
        yield return Case(
            "paging changed", Operation("get", list), Operation("get", list + ", parameters: [{ name: 'page', in: 'query', schema: { type: 'integer' } }]"),
            $"None operation-paging-changed Things.List: IntercomPageable<Thing> ListAsync({End} -> IntercomPageable<Thing> ListAsync({End}");
        yield return Case(
            "items moved", Operation("get", list), Operation("get", list.Replace("data:", "items:", StringComparison.Ordinal)),
            $"None operation-items-moved Things.List: IntercomPageable<Thing> ListAsync({End} -> IntercomPageable<Thing> ListAsync({End}");
        yield return Case(
            "search overload added", Operation("post", $"{list}, {search.Replace(", pagination: {}", string.Empty, StringComparison.Ordinal)}"), Operation("post", $"{list}, {search}"),
            $"None operation-paging-changed Things.List: IntercomPageable<Thing> ListAsync(GetThingRequest request, {End} -> IntercomPageable<Thing> ListAsync(GetThingRequest request, {End}",
            $"Additive search-overload-added Things.List: - -> IntercomPageable<Thing> ListAsync(SearchExpression expression, {End}",
            "Additive property-added GetThingRequest.Pagination: - -> JToken? Pagination { get; set; }");
        yield return Case(
            "search overload removed", Operation("post", $"{list}, {search}"), Operation("post", $"{list}, {search.Replace(", pagination: {}", string.Empty, StringComparison.Ordinal)}"),
            $"None operation-paging-changed Things.List: IntercomPageable<Thing> ListAsync(GetThingRequest request, {End} -> IntercomPageable<Thing> ListAsync(GetThingRequest request, {End}",
            $"SourceBreak search-overload-removed Things.List: IntercomPageable<Thing> ListAsync(SearchExpression expression, {End} -> -",
            "SourceBreak property-removed GetThingRequest.Pagination: JToken? Pagination { get; set; } -> -");
        yield return Case(
            "body added", Operation("post", string.Empty), Operation("post", Small.Takes("{ type: 'string' }")),
            $"SourceBreak body-added Things.Get: Task GetAsync({End} -> Task GetAsync(string request, {End}");
        yield return Case(
            "body removed", Operation("post", Small.Takes("{ type: 'string' }")), Operation("post", string.Empty),
            $"SourceBreak body-removed Things.Get: Task GetAsync(string request, {End} -> Task GetAsync({End}");
        yield return Case(
            "body changed", Operation("post", Small.Takes("{ type: 'string' }")), Operation("post", Small.Takes("{ type: 'integer' }")),
            $"SourceBreak body-changed Things.Get: Task GetAsync(string request, {End} -> Task GetAsync(long request, {End}");
        yield return Case(
            "deprecated", Operation("get", string.Empty), Operation("get", "deprecated: true"),
            $"Behavior operation-deprecated Things.Get: Task GetAsync({End} -> [Obsolete] Task GetAsync({End}");
        yield return Case(
            "no longer deprecated", Operation("get", "deprecated: true"), Operation("get", string.Empty),
            $"None operation-undeprecated Things.Get: [Obsolete] Task GetAsync({End} -> Task GetAsync({End}");
        yield return Case(
            "managed", Operation("get", string.Empty), Operation("get", "'x-availability': 'managed'"),
            $"Behavior operation-managed Things.Get: Task GetAsync({End} -> Task GetAsync({End}");
        yield return Case(
            "no longer managed", Operation("get", "'x-availability': 'managed'"), Operation("get", string.Empty),
            $"None operation-unmanaged Things.Get: Task GetAsync({End} -> Task GetAsync({End}");
        yield return Case(
            "argument added", Get("thing"), Get("thing", Query("a: required string")),
            $"SourceBreak argument-added Things.Get.a: {get}{End} -> {get}string a, {End}");
        yield return Case(
            "argument removed", Get("thing", Query("a: required string")), Get("thing"),
            $"SourceBreak argument-removed Things.Get.a: {get}string a, {End} -> {get}{End}");
        yield return Case(
            "argument renamed", Get("thing", path: "/things/{first}"), Get("thing", path: "/things/{second}"),
            "None placeholder-renamed Things.Get: [IntercomOperation(\"GET\", \"/things/{first}\")] -> [IntercomOperation(\"GET\", \"/things/{second}\")]",
            $"SourceBreak argument-renamed Things.Get.second: {get}string first, {End} -> {get}string second, {End}");
        yield return Case(
            "argument of another type", Get("thing", Query("a: required string")), Get("thing", Query("a: required integer")),
            $"SourceBreak argument-type-changed Things.Get.a: {get}string a, {End} -> {get}long a, {End}");
        yield return Case(
            "argument of another format", Get("thing", Query("a_id: required string")), Get("thing", Query("a_id: required integer")),
            $"None argument-format-changed Things.Get.aId: {get}string aId, {End} -> {get}string aId, {End}");
        yield return Case(
            "arguments reordered", Get("thing", Query("a: required string", "b: required string")), Get("thing", Query("b: required string", "a: required string")),
            $"SourceBreak arguments-reordered Things.Get: {get}string a, string b, {End} -> {get}string b, string a, {End}");
        yield return Case(
            "argument became option", Get("thing", Query("a: required string", "b: string")), Get("thing", Query("a: string", "b: string")),
            $"SourceBreak argument-became-option Things.Get.a: {get}string a, ThingGetOptions? query, {End} -> {get}ThingGetOptions? query, {End}");
        yield return Case(
            "option became argument", Get("thing", Query("a: string", "b: string")), Get("thing", Query("a: required string", "b: string")),
            $"SourceBreak option-became-argument Things.Get.a: {get}ThingGetOptions? query, {End} -> {get}string a, ThingGetOptions? query, {End}");
        yield return Case(
            "options added", Get("thing"), Get("thing", Query("a: string")),
            $"Additive options-added Things.Get: {get}{End} -> {get}ThingGetOptions? query, {End}");
        yield return Case(
            "options removed", Get("thing", Query("a: string")), Get("thing"),
            $"SourceBreak options-removed Things.Get: {get}ThingGetOptions? query, {End} -> {get}{End}");
        yield return Case(
            "options renamed", Get("thing", Query("a: string")), Get("thing", Query("a: string"), id: "copyThing"),
            $"SourceBreak operation-renamed Things.Copy: {get}ThingGetOptions? query, {End} -> Task<Thing> CopyAsync(ThingCopyOptions? query, {End}",
            "SourceBreak options-renamed ThingCopyOptions: sealed class ThingGetOptions : RequestOptions -> sealed class ThingCopyOptions : RequestOptions");
        yield return Case(
            "option added", Get("thing", Query("a: string")), Get("thing", Query("a: string", "b: boolean")),
            "Additive option-added ThingGetOptions.B: - -> bool? B { get; set; }");
        yield return Case(
            "option removed", Get("thing", Query("a: string", "b: boolean")), Get("thing", Query("a: string")),
            "SourceBreak option-removed ThingGetOptions.B: bool? B { get; set; } -> -");
        yield return Case(
            "option renamed", Get("thing", Query("a: string")), WithOption(Get("thing", Query("a: string")), "First"),
            "SourceBreak option-renamed ThingGetOptions.First: string? A { get; set; } -> string? First { get; set; }");
        yield return Case(
            "option of another type", Get("thing", Query("a: string")), Get("thing", Query("a: boolean")),
            "SourceBreak option-type-changed ThingGetOptions.A: string? A { get; set; } -> bool? A { get; set; }");
        yield return Case(
            "option of another format", Get("thing", Query("a_id: string")), Get("thing", Query("a_id: integer")),
            "None option-format-changed ThingGetOptions.AId: string? AId { get; set; } -> string? AId { get; set; }");
        yield return Case(
            "another success and another failure", Operation("get", "responses: { '200': {}, '404': {} }"), Operation("get", "responses: { '202': {}, '409': {} }"),
            "Behavior response-success-status-removed Things.Get: 200 -> -",
            "None response-success-status-added Things.Get: - -> 202",
            "None response-non-success-status-removed Things.Get: 404 -> -",
            "None response-non-success-status-added Things.Get: - -> 409");
        yield return Case(
            "limits of an option and an argument",
            Operation("get", Parameters("maximum: 50, minimum: 1", "pattern: '^a'")), Operation("get", Parameters("maximum: 20, minimum: 0", string.Empty)),
            "None request-parameter-constraint-loosened Things.Get.b: pattern: \"^a\" -> -",
            "None request-parameter-constraint-loosened Things.Get.A: minimum: 1 -> minimum: 0",
            "Behavior request-parameter-constraint-tightened Things.Get.A: maximum: 50 -> maximum: 20");
        yield return Case(
            "default of an option", Operation("get", Parameters("default: 1", "type: 'string'")), Operation("get", Parameters("default: 2", "type: 'string'")),
            "Behavior request-parameter-default-value-changed Things.Get.A: default: 1 -> default: 2");

        yield return Case(
            "option deprecated", Get("thing", Query("a: string")), Get("thing", Query("a: string").Replace("schema:", "deprecated: true, schema:", StringComparison.Ordinal)),
            "Behavior option-deprecated ThingGetOptions.A: string? A { get; set; } -> [Obsolete] string? A { get; set; }");
        yield return Case(
            "option no longer deprecated", Get("thing", Query("a: string").Replace("schema:", "deprecated: true, schema:", StringComparison.Ordinal)), Get("thing", Query("a: string")),
            "None option-undeprecated ThingGetOptions.A: [Obsolete] string? A { get; set; } -> string? A { get; set; }");
        yield return Case(
            "value of one of two parameters that share an enum",
            Operation("get", Parameters("enum: [1, 2]", "type: 'array', items: { type: 'integer', enum: [1, 2], maximum: 5 }")),
            Operation("get", Parameters("enum: [1]", "type: 'array', items: { type: 'integer', enum: [1, 2], maximum: 4 }")),
            "Behavior request-parameter-constraint-tightened Things.Get.b: items.maximum: 5 -> items.maximum: 4",
            "Behavior request-parameter-enum-value-removed Things.Get.A: enum: 2 -> -");
        yield return Case(
            "limits of a placeholder",
            Get("thing", "parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', enum: ['x', 'y'] } }]", path: "/things/{id}"),
            Get("thing", "parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', maxLength: 3, enum: ['x'] } }]", path: "/things/{id}"),
            "Behavior request-parameter-constraint-tightened Things.Get.thingId: - -> maxLength: 3",
            "Behavior request-parameter-enum-value-removed Things.Get.thingId: enum: \"y\" -> -");
        yield return Case(
            "limits of a body",
            Operation("post", Small.Takes("{ type: 'array', minItems: 2, nullable: true, items: { type: 'string', maxLength: 3 } }")),
            Operation("post", Small.Takes("{ type: 'array', minItems: 1, items: { type: 'string', maxLength: 2 } }")),
            "None request-body-constraint-loosened Things.Get: minItems: 2 -> minItems: 1",
            "Behavior request-body-constraint-tightened Things.Get: items.maxLength: 3 -> items.maxLength: 2",
            "Behavior request-body-became-not-nullable Things.Get: nullable -> not nullable");
        yield return Case(
            "value of a body",
            Operation("post", Small.Takes("{ type: 'integer', enum: [1, 2] }")), Operation("post", Small.Takes("{ type: 'integer', enum: [1] }")),
            "Behavior request-body-constraint-tightened Things.Get: enum: 2 -> -");

        static string Parameters(string a, string b) =>
            $"parameters: [{{ name: 'a', in: 'query', schema: {{ {a}, type: 'integer' }} }}, {{ name: 'b', in: 'query', required: true, schema: {{ {b} }} }}]";
    }

    public static IEnumerable<TestCaseData> Types()
    {
        const string a = "a: { type: 'string' }";
        const string Nullable = "a: { type: 'string', nullable: true }";
        const string union = "a: { oneOf: [{ $ref: '#/components/schemas/one' }, { $ref: '#/components/schemas/two' }] }";
        const string three = "a: { oneOf: [{ $ref: '#/components/schemas/one' }, { $ref: '#/components/schemas/two' }, { type: 'boolean' }] }";
        const string match = "TResult Match<TResult>(Func<One, TResult> one, Func<Two, TResult> two, ";

        yield return Case(
            "type added", Thing(a), Thing(a + ", part: { type: 'object', properties: { x: {} } }"),
            "Additive property-added Thing.Part: - -> ThingPart? Part { get; set; }",
            "Additive type-added ThingPart: - -> sealed class ThingPart : IntercomModel");
        yield return Case(
            "type removed", Thing(a + ", part: { type: 'object', properties: { x: {} } }"), Thing(a),
            "SourceBreak property-removed Thing.Part: ThingPart? Part { get; set; } -> -",
            "SourceBreak type-removed ThingPart: sealed class ThingPart : IntercomModel -> -");
        yield return Case(
            "type of another kind", Thing("part: { type: 'object', properties: { x: {} } }"), Thing("part: { enum: ['x', 'y'] }"),
            "SourceBreak type-kind-changed ThingPart: sealed class ThingPart : IntercomModel -> readonly struct ThingPart : IOpenEnum");
        yield return Case("property added", Thing(a), Thing(a + ", b: { type: 'boolean' }"), "Additive property-added Thing.B: - -> bool? B { get; set; }");
        yield return Case("property removed", Thing(a + ", b: { type: 'boolean' }"), Thing(a), "SourceBreak property-removed Thing.B: bool? B { get; set; } -> -");
        yield return Case("property of another type", Thing(a), Thing("a: { type: 'boolean' }"), "SourceBreak property-type-changed Thing.A: string? A { get; set; } -> bool? A { get; set; }");
        yield return Case(
            "property of another format", Thing("at_id: { type: 'string' }"), Thing("at_id: { type: 'integer' }"),
            "None property-format-changed Thing.AtId: string? AtId { get; set; } -> string? AtId { get; set; }");
        yield return Case(
            "property with another JSON name", Thing("a_b: { type: 'string' }"), Thing("aB: { type: 'string' }"),
            "Behavior property-moved Thing.AB: [JsonProperty(\"a_b\")] string? AB { get; set; } -> [JsonProperty(\"aB\")] string? AB { get; set; }");
        yield return Case(
            "enum member added", Thing("a: { enum: ['x', 'y'] }"), Thing("a: { enum: ['x', 'y', 'z'] }"),
            "Additive enum-member-added ThingA.Z: - -> static ThingA Z => new(\"z\")");
        yield return Case(
            "enum member removed", Thing("a: { enum: ['x', 'y', 'z'] }"), Thing("a: { enum: ['x', 'y'] }"),
            "SourceBreak enum-member-removed ThingA.Z: static ThingA Z => new(\"z\") -> -");
        yield return Case(
            "enum member of another value", Thing("a: { enum: ['x', 'y_z'] }"), Thing("a: { enum: ['x', 'yZ'] }"),
            "Behavior enum-member-moved ThingA.YZ: static ThingA YZ => new(\"y_z\") -> static ThingA YZ => new(\"yZ\")");
        yield return Case(
            "union case added", Thing(union), Thing(three),
            "Additive union-case-added ThingA.Boolean: - -> bool TryPickBoolean(out bool? value)",
            $"SourceBreak union-match-changed ThingA.Match: {match}Func<JToken, TResult> unknown) -> {match}Func<bool, TResult> boolean, Func<JToken, TResult> unknown)");
        yield return Case(
            "union case removed", Thing(three), Thing(union),
            "SourceBreak union-case-removed ThingA.Boolean: bool TryPickBoolean(out bool? value) -> -",
            $"SourceBreak union-match-changed ThingA.Match: {match}Func<bool, TResult> boolean, Func<JToken, TResult> unknown) -> {match}Func<JToken, TResult> unknown)");
        yield return Case(
            "union cases in another order", Thing(union), Thing("a: { oneOf: [{ $ref: '#/components/schemas/two' }, { $ref: '#/components/schemas/one' }] }"),
            $"SourceBreak union-match-changed ThingA.Match: {match}Func<JToken, TResult> unknown) "
                + "-> TResult Match<TResult>(Func<Two, TResult> two, Func<One, TResult> one, Func<JToken, TResult> unknown)");
        yield return Case(
            "union case with other discriminators",
            Thing(union, "{ type: 'object', properties: { kind: { type: 'string', enum: ['one'] } } }"),
            Thing(union, "{ type: 'object', properties: { kind: { type: 'string', enum: ['uno'] } } }"),
            "None union-case-discriminators-changed ThingA.One: bool TryPickOne(out One? value) -> bool TryPickOne(out One? value)");
        yield return Case(
            "union case renamed", Thing(union), Thing(union, names: "{ types: { one: 'First' } }"),
            "SourceBreak type-renamed First: sealed class One : IntercomModel -> sealed class First : IntercomModel",
            "SourceBreak union-case-renamed ThingA.First: bool TryPickOne(out First? value) -> bool TryPickFirst(out First? value)");
        yield return Case(
            "enum member renamed", Thing("a: { enum: ['x', 'y'] }"), Thing("a: { enum: ['x', 'y'] }", names: "{ members: { ThingA: { x: 'Unknown' } } }"),
            "SourceBreak enum-member-renamed ThingA.Unknown: static ThingA X => new(\"x\") -> static ThingA Unknown => new(\"x\")");
        yield return Case(
            "property renamed",
            Small.Response($"{{ type: 'object', properties: {{ gadget: {{ type: 'string' }} }} }}"),
            Small.Response("{ type: 'object', properties: { gadget: { type: 'string' } } }", names: "{ types: { thing: 'Gadget' } }"),
            "SourceBreak type-renamed Gadget: sealed class Thing : IntercomModel -> sealed class Gadget : IntercomModel",
            "SourceBreak property-renamed Gadget.GadgetValue: string? Gadget { get; set; } -> string? GadgetValue { get; set; }");
        yield return Case(
            "constant changed", Request("x"), Request("y"),
            "Behavior property-constant-changed ThingRequest.A: string? A { get; set; } = \"x\"; -> string? A { get; set; } = \"y\";");
        yield return Case(
            "new required property of a request", Sent("a", a), Sent("a, b", a + ", b: { type: 'boolean' }"),
            "Additive property-added ThingRequest.B: - -> bool? B { get; set; }",
            "Behavior new-required-request-property ThingRequest.B: - -> bool? B { get; set; }");
        yield return Case("property of a request became required", Sent("", a), Sent("a", a), "Behavior request-property-became-required ThingRequest.A: optional -> required");
        yield return Case("property of a request became optional", Sent("a", a), Sent("", a), "None request-property-became-optional ThingRequest.A: required -> optional");
        yield return Case("property of a request cannot be null", Sent("", Nullable), Sent("", a), "Behavior request-property-became-not-nullable ThingRequest.A: nullable -> not nullable");
        yield return Case("property of a request can be null", Sent("", a), Sent("", Nullable), "None request-property-became-nullable ThingRequest.A: not nullable -> nullable");
        yield return Case(
            "limits of a property of a request",
            Sent("", "a: { type: 'string', maxLength: 9, minLength: 3, uniqueItems: true }"), Sent("", "a: { type: 'string', maxLength: 5, minLength: 2, uniqueItems: false }"),
            "None request-property-constraint-loosened ThingRequest.A: minLength: 3 -> minLength: 2",
            "Behavior request-property-constraint-tightened ThingRequest.A: maxLength: 9 -> maxLength: 5",
            "None request-property-constraint-loosened ThingRequest.A: uniqueItems: true -> uniqueItems: false");
        yield return Case(
            "default of a property of a request", Sent("", a), Sent("", "a: { type: 'string', default: 'x' }"),
            "Behavior request-property-default-value-changed ThingRequest.A: - -> default: \"x\"");
        yield return Case(
            "value of one of two properties that share an enum",
            Sharing("'x', 'y', 'z'"), Sharing("'x', 'y'"),
            "Behavior request-property-enum-value-removed ThingRequest.B: enum: \"z\" -> -");
        yield return Case("property of a response became optional", Received("a", a), Received("", a), "None response-property-became-optional Thing.A: required -> optional");
        yield return Case("property of a response became required", Received("", a), Received("a", a), "None response-property-became-required Thing.A: optional -> required");
        yield return Case("property of a response can be null", Received("", a), Received("", Nullable), "None response-property-became-nullable Thing.A: not nullable -> nullable");
        yield return Case("property of a response is never null", Received("", Nullable), Received("", a), "None response-property-became-not-nullable Thing.A: nullable -> not nullable");
        yield return Case(
            "limits of a property of a response", Received("", a), Received("", "a: { type: 'string', maxLength: 5 }"),
            "None response-property-constraint-changed Thing.A: - -> maxLength: 5");
        yield return Case(
            "property deprecated", Thing(a), Thing("a: { type: 'string', deprecated: true }"),
            "Behavior property-deprecated Thing.A: string? A { get; set; } -> [Obsolete] string? A { get; set; }");
        yield return Case(
            "property no longer deprecated", Thing("a: { type: 'string', deprecated: true }"), Thing(a),
            "None property-undeprecated Thing.A: [Obsolete] string? A { get; set; } -> string? A { get; set; }");
        yield return Case(
            "enum member deprecated", Thing("a: { enum: ['x', 'y'] }"), Thing("a: { enum: ['x', 'y'], 'x-obsolete': { y: 'Gone.' } }"),
            "Behavior enum-member-deprecated ThingA.Y: static ThingA Y => new(\"y\") -> [Obsolete] static ThingA Y => new(\"y\")");
        yield return Case(
            "enum member no longer deprecated", Thing("a: { enum: ['x', 'y'], 'x-obsolete': { y: 'Gone.' } }"), Thing("a: { enum: ['x', 'y'] }"),
            "None enum-member-undeprecated ThingA.Y: [Obsolete] static ThingA Y => new(\"y\") -> static ThingA Y => new(\"y\")");
        yield return Case(
            "reference that can be null", Thing("one: { $ref: '#/components/schemas/one' }"), Thing("one: { nullable: true, allOf: [{ $ref: '#/components/schemas/one' }] }"),
            "None response-property-became-nullable Thing.One: not nullable -> nullable");
        yield return Case("the default of a response is ignored", Received("", a), Received("", "a: { type: 'string', default: 'x' }"));

        static ApiModel Sent(string required, string properties) => Small.Request($"{{ type: 'object', {Required(required)} properties: {{ {properties} }} }}");

        static ApiModel Sharing(string values) => Small.Request(
            $"{{ type: 'object', properties: {{ a: {{ enum: ['x', 'y', 'z'] }}, b: {{ enum: [{values}] }} }} }}",
            names: "{ types: { 'thing_request/a': 'Kind', 'thing_request/b': 'Kind' } }");

        static ApiModel Received(string required, string properties) => Small.Response($"{{ type: 'object', {Required(required)} properties: {{ {properties} }} }}");

        static string Required(string names) => names.Length == 0 ? string.Empty : $"required: [{string.Join(", ", names.Split(", ").Select(name => $"'{name}'"))}],";
    }

    public static TestCaseData Case(string name, ApiModel before, ApiModel after, params string[] expected) =>
        new TestCaseData(before, after, expected).SetArgDisplayNames(name).SetProperty(nameof(Case), name);

    private static ApiModel Paths(string paths) => Small.Model($"{{ {paths} }}", Things);

    public static ApiModel Operation(string method, string members, string path = "/things", string id = "getThing") =>
        Paths($"'{path}': {{ {method}: {{ operationId: '{id}', tags: ['Things'], {members} }} }}");

    // An operation that returns the component thing, a simple type, or nothing.
    public static ApiModel Get(string? response, string members = "", string path = "/things", string id = "getThing") => Operation(
        "get",
        response switch
        {
            null => members,
            "thing" => $"{Small.Returns(ThingReference)}, {members}",
            _ => $"{Small.Returns($"{{ type: '{response}' }}")}, {members}",
        },
        path,
        id);

    // The test renames the option in the model, because the rule gives it the same name in both descriptions.
    private static ApiModel WithOption(ApiModel model, string name)
    {
        var operation = model.Clients[0].Operations[0];
        var options = operation.Options! with { Parameters = new([operation.Options.Parameters[0] with { Name = name }]) };
        return model with { Clients = new([model.Clients[0] with { Operations = new([operation with { Options = options }]) }]) };
    }

    public static string Query(params string[] parameters) =>
        $"parameters: [{string.Join(", ", parameters.Select(QueryParameter))}]";

    private static string QueryParameter(string declaration)
    {
        var (name, type) = declaration.Split(": ") is [var first, var second] ? (first, second) : (declaration, string.Empty);
        var isRequired = type.StartsWith("required", StringComparison.Ordinal) ? "true" : "false";
        return $"{{ name: '{name}', in: 'query', required: {isRequired}, schema: {{ type: '{type.Split(' ')[^1]}' }} }}";
    }

    private static ApiModel Thing(string properties, string one = "{ type: 'object', properties: { x: {} } }", string names = "{}") =>
        Small.Response($"{{ type: 'object', properties: {{ {properties} }} }}", $"one: {one}, two: {{ type: 'object', properties: {{ y: {{}}, kind: {{ enum: ['two'] }} }} }}", names);

    private static ApiModel Request(string value) => Small.Request($"{{ type: 'object', required: ['a'], properties: {{ a: {{ type: 'string', enum: ['{value}'] }} }} }}");
}
