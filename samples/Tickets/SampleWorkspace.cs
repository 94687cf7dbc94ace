using Intercom.Generated.Testing;
using Newtonsoft.Json.Linq;

namespace Tickets;

/// <summary>The data of the fake Intercom.</summary>
internal static class SampleWorkspace
{
    public const string BugType = "12";
    public const string TicketWithFiles = "500";

    public static FakeIntercom Create()
    {
        var fake = new FakeIntercom("2.16");
        fake.AddContact("ada@example.com", "Ada");
        fake.Add("ticket_type", JObject.Parse(
            """
            {"id":"12","name":"Bug","category":"Customer","ticket_type_attributes":{"type":"list","data":[
             {"type":"ticket_type_attribute","id":"7","name":"Priority","data_type":"list",
              "input_options":{"multiline":false,"list_options":[
               {"label":"Low","id":"f53ba29c-4f5a-4c3e-b1a6-0a6f3f7f9f10"},
               {"label":"High","id":"33a9ef43-7f3a-4e6a-8d9d-8a2c7a1f5b21"}]}}]}}
            """));
        Respond(
            fake,
            "/tickets/500",
            """
            {"type":"ticket","id":"500","ticket_attributes":{"_default_title_":"The page is empty","Screenshots":[
             {"type":"upload","name":"page.png","url":"https://downloads.intercomcdn.com/page.png",
              "content_type":"image/png","filesize":20480}]}}
            """);
        return fake;
    }

    private static void Respond(FakeIntercom fake, string path, string json) =>
        fake.Respond("GET", path, _ => new HttpResponseMessage { Content = new StringContent(json) });
}
