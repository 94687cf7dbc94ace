// <snippet usings>
using System.Net;   // WebUtility
using Intercom.Generated.CanvasKit;
// </snippet>
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Intercom.Generated.DependencyInjection.Tests.Docs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Intercom.Generated.AspNetCore.Tests.Docs;

/// <summary>The code of docs/canvas-kit.md.</summary>
public sealed class CanvasKitPageTests
{
    private const string Secret = "client-secret-of-the-app";

    [Test]
    public void Canvas()
    {
        // <snippet canvas>
        Canvas canvas = new CanvasBuilder(CanvasSurface.Messenger)
            .AddText("Book a demo", TextStyle.Header)
            .AddInput("email", label: "Email", placeholder: "you@example.com")
            .AddDropdown("day", "Day", ("mon", "Monday"), ("tue", "Tuesday"))
            .AddButton("book", "Book")                                                        // submits all values
            .AddButton("more", "Learn more", new UrlAction("https://example.com/demo"), ButtonStyle.Link)
            .Build();
        // </snippet>
        Assert.That(CanvasResponse.Show(canvas).ToString(), Does.Contain("\"single-select\"").Or.Contain("\"dropdown\""));
    }

    [Test]
    public void Component()
    {
        // <snippet component>
        Canvas canvas = new CanvasBuilder()
            .Add(new CheckboxComponent("topics", "Topics", [new CanvasOption("news", "News"), new CanvasOption("tips", "Tips")])
            {
                Value = { "news" },   // selected at first
            })
            .AddList(new ListItem("article-1", "Getting started")
            {
                Subtitle = "5 minutes",
                Image = new ListItemImage("https://example.com/start.png", 48, 48),
                Action = new SheetAction("https://example.com/articles/1"),
            })
            .Build();
        // </snippet>
        Assert.That(CanvasResponse.Show(canvas).ToString(), Does.Contain("\"option\""));
    }

    [Test]
    public void Invalid_canvas()
    {
        var messages = new List<string>();
        // <snippet invalid>
        try
        {
            new CanvasBuilder().AddDropdown("day", "Day", ("mon", "Monday")).Build();
        }
        catch (InvalidCanvasException e)
        {
            foreach (string problem in e.Problems)
                Console.WriteLine(problem);
        }
        // </snippet>
        var exception = Assert.Throws<InvalidCanvasException>(() => new CanvasBuilder().AddDropdown("day", "Day", ("mon", "Monday")).Build())!;
        Assert.That(Page.Read("canvas-kit.md"), Does.Contain(exception.Problems[0]));
        Assert.That(messages, Is.Empty);
    }

    [Test]
    public void Submit()
    {
        var verifier = new CanvasVerifier(Secret);
        // <snippet submit>
        (int Status, byte[] Json) Submit(byte[] body, string? signature)   // the raw body, and the header X-Body-Signature
        {
            if (!verifier.Verify(body, signature))
                return (401, []);

            CanvasRequest request = CanvasRequest.Parse(body);
            if (request.ComponentId != "book" || request.InputValues.GetText("email") is not { Length: > 0 } email)
                return (200, CanvasResponse.Show(NewForm()).ToUtf8Json());

            Canvas done = new CanvasBuilder().AddText($"See you on {request.InputValues.GetText("day")}, {email}.").Build();
            return (200, CanvasResponse.Complete(done).ToUtf8Json());
        }
        // </snippet>
        static Canvas NewForm() => new CanvasBuilder().AddInput("email").AddButton("book", "Book").Build();
        var body = """{"component_id":"book","input_values":{"email":"ada@example.com","day":"mon"}}"""u8.ToArray();
        var signature = Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        Assert.That(Submit(body, null).Status, Is.EqualTo(401));
        Assert.That(Encoding.UTF8.GetString(Submit(body, signature).Json), Does.Contain("See you on mon, ada@example.com.").And.Contain("completed"));
        var empty = "{}"u8.ToArray();
        Assert.That(Submit(empty, Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), empty))).Status, Is.EqualTo(200));
    }

    [Test]
    public void Stored_data()
    {
        // <snippet stored data>
        JsonElement state = JsonDocument.Parse("""{"step":2}""").RootElement;
        Canvas canvas = new CanvasBuilder().AddText("Step 2").WithStoredData(state).Build();
        // </snippet>
        var request = CanvasRequest.Parse("""{"current_canvas":{"stored_data":{"step":2}}}"""u8.ToArray());
        // <snippet read stored data>
        int step = request.StoredData is { } data && data.TryGetProperty("step", out JsonElement value) ? value.GetInt32() : 1;
        // </snippet>
        Assert.That((step, canvas.StoredData!.Value.GetRawText()), Is.EqualTo((2, """{"step":2}""")));
    }

    [Test]
    public void Live_canvas()
    {
        // <snippet live>
        byte[] initialize = CanvasResponse.Show(new CanvasBuilder().WithContentUrl("https://example.com/live").Build()).ToUtf8Json();

        byte[] live = new CanvasBuilder().AddText($"It is {DateTime.UtcNow:t} UTC.").Build().ToLiveContent();   // the response of that address
        // </snippet>
        Assert.That(initialize, Is.Not.Empty);
        Assert.That(Encoding.UTF8.GetString(live), Does.StartWith("""{"content":{"""));
    }

    [Test]
    public void Configuration()
    {
        JsonElement results = JsonDocument.Parse("""{"color":"red"}""").RootElement;
        // <snippet configuration>
        byte[] json = CanvasResponse.EndConfiguration(results).ToUtf8Json();
        // </snippet>
        Assert.That(Encoding.UTF8.GetString(json), Is.EqualTo("""{"results":{"color":"red"}}"""));
    }

    [Test]
    public void Sheet()
    {
        var verifier = new CanvasVerifier(Secret);
        var user = Encoding.UTF8.GetBytes("""{"user_id":"7"}""");
        var (cipher, tag) = (new byte[user.Length], new byte[16]);
        using var aes = new AesGcm(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)), 16);
        aes.Encrypt(new byte[12], user, cipher, tag);
        var encrypted = Uri.EscapeDataString(JsonSerializer.Serialize(new { user = Convert.ToBase64String([.. new byte[12], .. cipher, .. tag]) }));
        // <snippet sheet>
        string OpenSheet(byte[] body)
        {
            CanvasRequest request = CanvasRequest.ParseSheet(body);
            if (!verifier.TryDecryptUser(request.EncryptedUser, out CanvasPerson? user))
                return "This page can only be opened in the Messenger.";
            return $"<p>Signed in as {WebUtility.HtmlEncode(user.ExternalId)}</p>";
        }
        // </snippet>
        Assert.That(OpenSheet(Encoding.UTF8.GetBytes($"intercom_data={encrypted}")), Is.EqualTo("<p>Signed in as 7</p>"));
        Assert.That(OpenSheet("{}"u8.ToArray()), Does.StartWith("This page"));
    }

    // Compiles. Other tests call such endpoints.
    private static void Endpoints(WebApplicationBuilder builder, WebApplication app)
    {
        static Canvas NewForm() => new CanvasBuilder().AddText("Book").Build();
        static Task BookAsync(string? email, CancellationToken cancellationToken) => Task.CompletedTask;

        // <snippet endpoints>
        builder.Services.AddIntercomCanvasKit(options => options.ClientSecrets.Add(builder.Configuration["Intercom:ClientSecret"]!));

        app.MapIntercomCanvas("/canvas/initialize", (request, context) => Task.FromResult(CanvasResponse.Show(NewForm())));
        app.MapIntercomCanvas("/canvas/submit", async (request, context) =>
        {
            await BookAsync(request.InputValues.GetText("email"), context.RequestAborted);
            return CanvasResponse.Complete(new CanvasBuilder().AddText("See you soon.").Build());
        });
        app.MapIntercomLiveCanvas("/canvas/live", (request, context) =>
            Task.FromResult(new CanvasBuilder().AddText($"It is {DateTime.UtcNow:t} UTC.").Build()));
        app.MapIntercomSheet("/canvas/sheet", (request, user, context) =>
            Task.FromResult(Results.Content($"<p>Signed in as {WebUtility.HtmlEncode(user.ExternalId)}</p>", "text/html")));
        // </snippet>
    }

    [Test]
    public void The_page_contains_this_code() => Page.AssertContainsCodeOf("canvas-kit.md", nameof(CanvasKitPageTests));
}
