using System.Collections;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>Removes the fractions of seconds from the times in a value, because most times are written as whole Unix seconds.</summary>
internal static class WholeSeconds
{
    /// <summary>Changes the models and lists in a value, and returns it or its replacement.</summary>
    public static object? Of(object? value)
    {
        switch (value)
        {
            case DateTimeOffset time:
                return DateTimeOffset.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
            case IntercomModel model:
                foreach (var property in model.GetType().JsonProperties())
                {
                    // Setting a property to null would be an assignment.
                    if (property.GetValue(model) is { } member)
                        property.SetValue(model, Of(member));
                }

                break;
            case IntercomUnion { Value: { } chosen } when chosen is not DateTimeOffset:
                _ = Of(chosen);
                break;
            case IDictionary map:
                foreach (var key in map.Keys.Cast<object>().ToList())
                    map[key] = Of(map[key]);
                break;
            case IList list when list is not Newtonsoft.Json.Linq.JToken:
                for (var i = 0; i < list.Count; i++)
                    list[i] = Of(list[i]);
                break;
        }

        return value;
    }
}
