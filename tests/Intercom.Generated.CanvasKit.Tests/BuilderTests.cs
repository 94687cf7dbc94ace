using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Intercom.Generated.CanvasKit.Tests;

/// <summary>What the builder writes, and what it rejects.</summary>
public sealed class BuilderTests
{
    private static readonly (string Id, string Text)[] Two = [("a", "A"), ("b", "B")];

    private static readonly CanvasOption[] TwoOptions = [new("a", "A"), new("b", "B")];

    // One row for each component with all of its members, and one with only those that are required.
    private static readonly (CanvasComponent Component, string Json)[] Components =
    [
        (new TextComponent("Hi"), """{"type":"text","text":"Hi"}"""),
        (
            new TextComponent("Hi", "t") { Style = TextStyle.Header, Alignment = TextAlignment.Center, HasNoBottomMargin = true },
            """{"type":"text","id":"t","text":"Hi","style":"header","align":"center","bottom_margin":"none"}"""),
        (new ImageComponent("https://example.com/a.png", 10, 20), """{"type":"image","url":"https://example.com/a.png","width":10,"height":20}"""),
        (
            new ImageComponent("https://example.com/a.png", 10, 20, "i")
            {
                Alignment = ImageAlignment.FullWidth, IsRounded = true, HasNoBottomMargin = true, Action = new UrlAction("http://example.com"),
            },
            """{"type":"image","id":"i","url":"https://example.com/a.png","width":10,"height":20,"""
                + """ "align":"full_width","rounded":true,"bottom_margin":"none","action":{"type":"url","url":"http://example.com"}}"""),
        (new SpacerComponent(), """{"type":"spacer"}"""),
        (new SpacerComponent(SpacerSize.Xl, "s"), """{"type":"spacer","id":"s","size":"xl"}"""),
        (new DividerComponent(), """{"type":"divider"}"""),
        (new DividerComponent("d") { HasNoBottomMargin = true }, """{"type":"divider","id":"d","bottom_margin":"none"}"""),
        (
            new DataTableComponent([new("Plan", "Pro"), new("Seats", "5")], "dt"),
            """{"type":"data-table","id":"dt","items":[{"type":"field-value","field":"Plan","value":"Pro"},{"type":"field-value","field":"Seats","value":"5"}]}"""),
        (new ButtonComponent("b", "Go", new SubmitAction()), """{"type":"button","id":"b","label":"Go","action":{"type":"submit"}}"""),
        (
            new ButtonComponent("b", "Go", new SheetAction("https://example.com/sheet")) { Style = ButtonStyle.Link, IsDisabled = true },
            """{"type":"button","id":"b","label":"Go","style":"link","disabled":true,"action":{"type":"sheet","url":"https://example.com/sheet"}}"""),
        (new InputComponent("i"), """{"type":"input","id":"i"}"""),
        (
            new InputComponent("i") { Label = "L", Placeholder = "P", Value = "V", SaveState = SaveState.Failed, IsDisabled = true, Action = new SubmitAction() },
            """{"type":"input","id":"i","label":"L","placeholder":"P","value":"V","save_state":"failed","disabled":true,"action":{"type":"submit"}}"""),
        (new TextAreaComponent("ta"), """{"type":"textarea","id":"ta"}"""),
        (
            new TextAreaComponent("ta") { Label = "L", Placeholder = "P", Value = "V", HasError = true, IsDisabled = true },
            """{"type":"textarea","id":"ta","label":"L","placeholder":"P","value":"V","error":true,"disabled":true}"""),
        (
            new CheckboxComponent("c", "L", [new("a", "A") { IsDisabled = true }]) { Value = { "a" }, SaveState = SaveState.Saved, IsDisabled = true },
            """{"type":"checkbox","id":"c","label":"L","option":[{"type":"option","id":"a","text":"A","disabled":true}],"value":["a"],"save_state":"saved","disabled":true}"""),
        (
            new DropdownComponent("d", TwoOptions) { Label = "L", Value = "b", SaveState = SaveState.Unsaved, IsDisabled = true },
            """{"type":"dropdown","id":"d","label":"L","options":[{"type":"option","id":"a","text":"A"},{"type":"option","id":"b","text":"B"}],"value":"b","save_state":"unsaved","disabled":true}"""),
        (
            new SingleSelectComponent("s", TwoOptions) { Label = "L", Value = "a", Action = new SubmitAction() },
            """{"type":"single-select","id":"s","label":"L","options":[{"type":"option","id":"a","text":"A"},{"type":"option","id":"b","text":"B"}],"value":"a","action":{"type":"submit"}}"""),
        (
            new ListComponent(
            [
                new("x", "X"),
                new("y", "Y") { Subtitle = "S", TertiaryText = "T", Image = new("https://example.com/a", 1, 2) { IsRounded = true }, IsDisabled = true, Action = new UrlAction("mailto:a@b") },
            ])
            {
                IsDisabled = true,
            },
            """{"type":"list","items":[{"type":"item","id":"x","title":"X"},{"type":"item","id":"y","title":"Y","subtitle":"S","tertiary_text":"T","""
                + """ "image":"https://example.com/a","image_width":1,"image_height":2,"rounded_image":true,"disabled":true,"action":{"type":"url","url":"mailto:a@b"}}],"disabled":true}"""),
        (new RawComponent(Parse("""{"id":"r","type":"new-one","x":[1,{"y":null}]}""")), """{"id":"r","type":"new-one","x":[1,{"y":null}]}"""),
    ];

    // The start of each problem, with the component.
    private static readonly (CanvasComponent Component, string Problem)[] Invalid =
    [
        (new TextComponent(""), "components[0] (text) has no text."),
        (new TextComponent("Hi", ""), "components[0] (text '') has no id."),
        (new TextComponent("Hi") { Style = (TextStyle)9 }, "components[0] (text) has the style 9, which is not known."),
        (new TextComponent("Hi") { Alignment = (TextAlignment)(-1) }, "components[0] (text) has the align -1, which is not known."),
        (new ImageComponent("a.png", 1, 1), "components[0] (image) has the url 'a.png', but it must be an absolute address: https."),
        (new ImageComponent("http://example.com/a.png", 1, 1), "components[0] (image) has the url 'http://example.com/a.png'"),
        (new ImageComponent("data:image/png;base64,AAAA", 1, 1), "components[0] (image) has the url 'data:"),
        (new ImageComponent(null!, 1, 1), "components[0] (image) has the url 'null'"),
        (new ImageComponent("https://example.com/a.png", 0, 1), "components[0] (image) has the width 0, but it must be positive."),
        (new ImageComponent("https://example.com/a.png", 1, -5), "components[0] (image) has the height -5"),
        (new ImageComponent("https://example.com/a.png", 1, 1) { Action = new UrlAction("javascript:alert(1)") }, "components[0] (image) has the action.url 'javascript:"),
        (new ImageComponent("https://example.com/a.png", 1, 1) { Alignment = (ImageAlignment)9 }, "components[0] (image) has the align 9"),
        (new SpacerComponent((SpacerSize)9), "components[0] (spacer) has the size 9"),
        (new DataTableComponent([new("", "v")]), "components[0] (data-table).items[0] has no field."),
        (new DataTableComponent([new("f", " ")]), "components[0] (data-table).items[0] has no value."),
        (new DataTableComponent([null!]), "components[0] (data-table).items[0] is null."),
        (new ButtonComponent(null!, "Go", new SubmitAction()), "components[0] (button) has no id."),
        (new ButtonComponent("b", "", new SubmitAction()), "components[0] (button 'b') has no label."),
        (new ButtonComponent("b", "Go", null!), "components[0] (button 'b') has no action. Use a SubmitAction"),
        (new ButtonComponent("b", "Go", new UrlAction("/relative")), "components[0] (button 'b') has the action.url '/relative'"),
        (new ButtonComponent("b", "Go", new SheetAction("http://example.com")), "components[0] (button 'b') has the action.url 'http://example.com'"),
        (new ButtonComponent("b", "Go", new SubmitAction()) { Style = (ButtonStyle)3 }, "components[0] (button 'b') has the style 3"),
        (new InputComponent(""), "components[0] (input '') has no id."),
        (new InputComponent("i") { Action = new SheetAction("x") }, "components[0] (input 'i') has the action.url 'x'"),
        (new InputComponent("i") { SaveState = (SaveState)7 }, "components[0] (input 'i') has the save_state 7"),
        (new TextAreaComponent(" "), "components[0] (textarea ' ') has no id."),
        (new CheckboxComponent("c", "", TwoOptions), "components[0] (checkbox 'c') has no label."),
        (new CheckboxComponent("c", "L", []), "components[0] (checkbox 'c') has 0 options, but Intercom accepts at least 1."),
        (new CheckboxComponent("c", "L", TwoOptions) { Value = { "a", "x" } }, "components[0] (checkbox 'c') has the value 'x', which is not the ID of one of its options."),
        (new DropdownComponent("d", [new("a", "A")]), "components[0] (dropdown 'd') has 1 option, but Intercom accepts 2 to 10."),
        (new DropdownComponent("d", Many(11)), "components[0] (dropdown 'd') has 11 options, but Intercom accepts 2 to 10."),
        (new DropdownComponent("d", [new("a", "A"), new("a", "B")]), "components[0] (dropdown 'd').options[1] has the same ID 'a' as another option"),
        (new DropdownComponent("d", [new("", "A"), new("b", "B")]), "components[0] (dropdown 'd').options[0] has no id."),
        (new DropdownComponent("d", [new("a", "A"), new("b", null!)]), "components[0] (dropdown 'd').options[1] has no text."),
        (new DropdownComponent("d", [new("a", "A"), null!]), "components[0] (dropdown 'd').options[1] is null."),
        (new DropdownComponent("d", TwoOptions) { Value = "c" }, "components[0] (dropdown 'd') has the value 'c'"),
        (new SingleSelectComponent("s", Many(1)), "components[0] (single-select 's') has 1 option"),
        (new SingleSelectComponent("s", Many(11)), "components[0] (single-select 's') has 11 options"),
        (new SingleSelectComponent("s", TwoOptions) { Value = "" }, "components[0] (single-select 's') has the value ''"),
        (new SingleSelectComponent("s", TwoOptions) { Action = new UrlAction("") }, "components[0] (single-select 's') has the action.url ''"),
        (new ListComponent([new("", "X")]), "components[0] (list).items[0] has no id."),
        (new ListComponent([new("x", "")]), "components[0] (list).items[0] has no title."),
        (new ListComponent([new("x", "X"), new("x", "Y")]), "components[0] (list).items[1] has the same ID 'x' as another component."),
        (new ListComponent([new("x", "X") { Image = new("https://example.com", 0, 1) }]), "components[0] (list).items[0] has the image_width 0"),
        (new ListComponent([new("x", "X") { Action = new UrlAction("x") }]), "components[0] (list).items[0] has the action.url 'x'"),
        (new RawComponent(Parse("""{"type":"x","y":"\ud800"}""")), "The canvas has a raw component with half of a surrogate pair"),
    ];

    [TestCaseSource(nameof(Components))]
    public void Writes((CanvasComponent Component, string Json) row)
    {
        var json = CanvasResponse.Show(new CanvasBuilder().Add(row.Component).Build()).ToString();
        Assert.That(JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse("""{"canvas":{"content":{"components":[""" + row.Json + "]}}}")), Is.True, json);
    }

    [Test]
    public void Tests_every_component()
    {
        var types = typeof(CanvasComponent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CanvasComponent)) && !type.IsAbstract);
        Assert.That(Components.Select(row => row.Component.GetType()).Distinct(), Is.EquivalentTo(types));
    }

    [TestCaseSource(nameof(Invalid))]
    public void Rejects((CanvasComponent Component, string Problem) row)
    {
        var exception = Assert.Throws<InvalidCanvasException>(() => new CanvasBuilder().Add(row.Component).Build())!;
        Assert.That(exception.Problems, Has.Count.EqualTo(1), string.Join('\n', exception.Problems));
        Assert.That(exception.Problems[0], Does.StartWith(row.Problem));
        Assert.That(exception.Message, Does.Contain(row.Problem));
    }

    [Test]
    public void Accepts_as_many_options_as_Intercom([Values(2, 10)] int count)
    {
        var builder = new CanvasBuilder()
            .Add(new DropdownComponent("d", Many(count))).Add(new SingleSelectComponent("s", Many(count))).Add(new CheckboxComponent("c", "L", Many(50)));
        Assert.That(builder.Build, Throws.Nothing);
    }

    [Test]
    public void An_ID_is_unique_within_the_canvas()
    {
        var builder = new CanvasBuilder().AddInput("x").AddList(new ListItem("x", "X")).AddText("t").Add(new TextComponent("t", "x"));
        Assert.That(Problems(builder), Is.EqualTo(new[]
        {
            "components[1] (list).items[0] has the same ID 'x' as another component.",
            "components[3] (text 'x') has the same ID 'x' as another component.",
        }));
    }

    [Test]
    public void Options_of_different_components_can_have_the_same_ID() =>
        Assert.That(new CanvasBuilder().AddDropdown("d", null, Two).AddSingleSelect("s", null, Two).AddCheckbox("a", "L", Two).Build, Throws.Nothing);

    [Test]
    public void Every_problem_is_reported_and_the_message_is_short()
    {
        var builder = new CanvasBuilder();
        for (var i = 0; i < 20; i++)
            builder.AddText("");
        var exception = Assert.Throws<InvalidCanvasException>(() => builder.Build())!;
        Assert.That(exception.Problems, Has.Count.EqualTo(20));
        Assert.That(exception.Message, Does.EndWith("(15 more)").And.Length.LessThan(500));
    }

    [Test]
    public void The_message_quotes_the_start_of_hostile_text()
    {
        var problem = Problems(new CanvasBuilder().Add(new ImageComponent("\r\n\ud83d\ude00" + new string('x', 5000), 1, 1)))[0];
        Assert.That(problem, Does.Contain("'????xxx").And.Length.LessThan(200));
    }

    [TestCase("D83D")]
    [TestCase("0061 DC69")]
    public void Text_without_a_UTF8_form_is_rejected(string letters)
    {
        var text = string.Concat(letters.Split(' ').Select(letter => (char)Convert.ToInt32(letter, 16)));
        CanvasComponent[] components =
        [
            new TextComponent(text), new InputComponent("i") { Label = text }, new InputComponent("i") { Placeholder = text }, new InputComponent("i") { Value = text },
            new TextAreaComponent(text), new ButtonComponent("b", text, new SubmitAction()), new CheckboxComponent("c", text, TwoOptions),
            new DropdownComponent("d", TwoOptions) { Label = text }, new SingleSelectComponent("s", [new(text, "A"), new("b", "B")]),
            new ListComponent([new("x", "X") { Subtitle = text }]), new ListComponent([new("x", "X") { TertiaryText = text }]), new DataTableComponent([new("f", text)]),
        ];
        foreach (var component in components)
            Assert.That(Problems(new CanvasBuilder().Add(component)), Is.Not.Empty.And.All.Contains("is half of a surrogate pair"));
    }

    [Test]
    public void The_Inbox_has_no_sheets_and_no_live_canvas()
    {
        var sheet = new SheetAction("https://example.com");
        var builder = new CanvasBuilder(CanvasSurface.Inbox).AddButton("b", "Go", sheet).AddList(new ListItem("x", "X") { Action = sheet });
        Assert.That(Problems(builder), Has.Count.EqualTo(2).And.All.EndsWith("has a sheet action, which exists only in the Messenger."));
        Assert.That(Problems(new CanvasBuilder(CanvasSurface.Inbox).WithContentUrl("https://example.com")), Has.Count.EqualTo(1));
        Assert.That(new CanvasBuilder().AddButton("b", "Go", sheet).Build, Throws.Nothing);
    }

    [Test]
    public void A_live_canvas_has_an_address_and_no_components()
    {
        var canvas = new CanvasBuilder().WithContentUrl("https://example.com/live").WithStoredData(Parse("""{"a":1}""")).Build();
        Assert.That(CanvasResponse.Show(canvas).ToString(), Is.EqualTo("""{"canvas":{"content_url":"https://example.com/live","stored_data":{"a":1}}}"""));
        Assert.That(canvas.ToLiveContent, Throws.InvalidOperationException);
        Assert.That(Problems(new CanvasBuilder().WithContentUrl("http://example.com"))[0], Does.StartWith("The canvas has the content URL 'http://example.com'"));
        Assert.That(
            Problems(new CanvasBuilder().AddText("Hi").WithContentUrl("https://example.com"))[0],
            Is.EqualTo("The canvas has components and a content URL. Use one of them."));
    }

    [Test]
    public void Live_content_is_written_alone() => Assert.That(
        Encoding.UTF8.GetString(new CanvasBuilder().AddText("Hi").WithStoredData(Parse("{}")).Build().ToLiveContent()),
        Is.EqualTo("""{"content":{"components":[{"type":"text","text":"Hi"}]}}"""));

    // Each letter, and its bytes in JSON. The encoder escapes letters beyond the first plane.
    [TestCase("x", 1)]
    [TestCase("ä", 2)]
    [TestCase("\"", 2)]
    [TestCase("🍺", 12)]
    public void Content_of_64_KB_is_accepted_and_one_more_byte_is_not(string letter, int size)
    {
        var empty = """{"components":[{"type":"text","text":""}]}""".Length;
        var count = (65_536 - empty) / size;
        var filler = new string('y', 65_536 - empty - (count * size));
        var text = string.Concat(Enumerable.Repeat(letter, count)) + filler;
        Assert.That(new CanvasBuilder().AddText(text).Build, Throws.Nothing);
        Assert.That(
            Problems(new CanvasBuilder().AddText(text + "y")), Is.EqualTo(new[] { "The canvas has content of 65537 bytes, but Intercom accepts at most 65536." }));
    }

    [Test]
    public void Every_part_is_an_object_of_at_most_64_KB()
    {
        var (most, tooLarge) = (OfSize(65_536), OfSize(65_537));
        Assert.That(new CanvasBuilder().WithStoredData(most).Build, Throws.Nothing);
        Assert.That(() => CanvasResponse.EndConfiguration(most), Throws.Nothing);
        foreach (var wrong in new[] { tooLarge, Parse("[]"), Parse("1"), Parse("null"), Parse("""{"a":"\ud800"}"""), default })
        {
            if (wrong.ValueKind != JsonValueKind.Undefined)
                Assert.That(Problems(new CanvasBuilder().WithStoredData(wrong)), Has.Count.EqualTo(1).And.All.StartsWith("The canvas has stored data"));
            Assert.That(() => CanvasResponse.EndConfiguration(wrong), Throws.TypeOf<InvalidCanvasException>().With.Message.Contains("has results"));
            Assert.That(() => CanvasResponse.InsertCard(wrong), Throws.TypeOf<InvalidCanvasException>().With.Message.Contains("has card creation options"));
        }
    }

    [Test]
    public void Responses_have_the_documented_form()
    {
        var canvas = new CanvasBuilder().Build();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CanvasResponse.Complete().ToString(), Is.EqualTo("""{"event":{"type":"completed"}}"""));
            Assert.That(CanvasResponse.Complete(canvas).ToString(), Is.EqualTo("""{"canvas":{"content":{"components":[]}},"event":{"type":"completed"}}"""));
            Assert.That(CanvasResponse.InsertCard(Parse("""{"a":1}""")).ToString(), Is.EqualTo("""{"card_creation_options":{"a":1}}"""));
            Assert.That(CanvasResponse.EndConfiguration(Parse("""{"a":1}""")).ToString(), Is.EqualTo("""{"results":{"a":1}}"""));
            Assert.That(() => CanvasResponse.Show(null!), Throws.ArgumentNullException);
        }
    }

    [Test]
    public void A_built_canvas_does_not_change()
    {
        var text = new TextComponent("Hi");
        var builder = new CanvasBuilder().Add(text);
        var canvas = builder.Build();
        text.Style = (TextStyle)9;
        builder.AddText("");
        Assert.That(CanvasResponse.Show(canvas).ToString(), Is.EqualTo("""{"canvas":{"content":{"components":[{"type":"text","text":"Hi"}]}}}"""));
    }

    [Test]
    public void Short_forms_equal_the_components()
    {
        var shortForms = new CanvasBuilder().AddText("t", TextStyle.Muted).AddInput("i", "L", "P").AddTextArea("ta", "L", "P").AddDropdown("d", "L", Two)
            .AddSingleSelect("s", "L", Two).AddCheckbox("c", "L", Two).AddButton("b", "B", style: ButtonStyle.Secondary).AddDataTable(("f", "v"))
            .AddImage("https://example.com", 1, 2, new UrlAction("https://example.com")).AddDivider().AddSpacer(SpacerSize.M);
        var components = new CanvasBuilder().Add(new TextComponent("t") { Style = TextStyle.Muted }).Add(new InputComponent("i") { Label = "L", Placeholder = "P" })
            .Add(new TextAreaComponent("ta") { Label = "L", Placeholder = "P" }).Add(new DropdownComponent("d", TwoOptions) { Label = "L" })
            .Add(new SingleSelectComponent("s", TwoOptions) { Label = "L" }).Add(new CheckboxComponent("c", "L", TwoOptions))
            .Add(new ButtonComponent("b", "B", new SubmitAction()) { Style = ButtonStyle.Secondary }).Add(new DataTableComponent([new("f", "v")]))
            .Add(new ImageComponent("https://example.com", 1, 2) { Action = new UrlAction("https://example.com") }).Add(new DividerComponent()).Add(new SpacerComponent(SpacerSize.M));
        Assert.That(CanvasResponse.Show(shortForms.Build()).ToString(), Is.EqualTo(CanvasResponse.Show(components.Build()).ToString()));
    }

    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("""{"type":null}""")]
    public void A_raw_component_needs_a_type(string json) => Assert.That(() => new RawComponent(Parse(json)), Throws.ArgumentException);

    private static IReadOnlyList<string> Problems(CanvasBuilder builder) => Assert.Throws<InvalidCanvasException>(() => builder.Build())!.Problems;

    private static IEnumerable<CanvasOption> Many(int count) => Enumerable.Range(0, count).Select(i => new CanvasOption($"o{i}", $"Option {i}"));

    private static JsonElement OfSize(int bytes) => Parse($$"""{"a":"{{new string('x', bytes - 8)}}"}""");

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
