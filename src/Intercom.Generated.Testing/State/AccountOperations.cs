using Intercom.Generated.Testing.Routing;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Testing.State;

/// <summary>The teammate and the workspace of the token.</summary>
internal static class AccountOperations
{
    public static void Register(OperationTable table, string region) => table.Add("GET /me", call =>
    {
        var me = call.SampleWith(Workspace.DefaultAdmin());
        me["email_verified"] = true;
        if (me["app"] is JObject app)
        {
            app["id_code"] = Workspace.Id;
            app["region"] = region;
        }

        return call.Respond(me);
    });
}
