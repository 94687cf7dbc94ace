using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The teammate and the workspace of the token.</summary>
internal static class AccountOperations
{
    public static void Register(OperationTable table, string region, TimeZoneInfo timeZone) => table.Add("GET /me", call =>
    {
        var me = call.SampleWith(Workspace.DefaultAdmin());
        me["email_verified"] = true;
        if (me["app"] is JObject app)
        {
            app["id_code"] = Workspace.Id;
            app["region"] = region;
            if (app["timezone"] is not null)
                app["timezone"] = timeZone.Id;
        }

        return call.Respond(me);
    });
}
