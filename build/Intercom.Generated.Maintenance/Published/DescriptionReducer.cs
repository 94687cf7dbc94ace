using Newtonsoft.Json.Linq;

namespace Intercom.Generated.Maintenance.Published;

/// <summary>Reduces a published description to facts. Prose, examples, and extensions are removed.</summary>
internal static class DescriptionReducer
{
    /// <summary>
    /// Returns the reduced document. It is valid OpenAPI, in the published order, with the positions of the published document.
    /// </summary>
    /// <param name="published">The published document. It is not changed.</param>
    /// <param name="version">The value for <c>info.version</c>.</param>
    public static JObject Reduce(JObject published, string version)
    {
        var reduced = Reduce(OpenApiObjects.Document, published);
        if (reduced.Property("info", StringComparison.Ordinal) is { } info)
            info.Value = WithPositionOf(info.Value, new JObject { ["title"] = "Intercom API", ["version"] = version });
        return reduced;
    }

    private static JObject Reduce(OpenApiObject kind, JObject source)
    {
        var reduced = WithPositionOf(source, new JObject());

        // The specification requires this key. All other prose is optional.
        if (kind == OpenApiObjects.Response && !source.ContainsKey("$ref"))
            reduced.Add("description", "");

        foreach (var property in source.Properties())
        {
            if (kind == OpenApiObjects.Tag && property.Name != "name")
                continue;
            var field = kind.FieldOf(property.Name);
            if (field.Shape != OpenApiShape.Prose)
                reduced.Add(property.Name, Reduce(field, property.Value));
        }

        return reduced;
    }

    private static JToken Reduce(OpenApiField field, JToken value)
    {
        switch (value)
        {
            case JObject map when field.Shape == OpenApiShape.MapOfProse:
                return Map(map, text => WithPositionOf(text, new JValue("")));
            case JObject map when field.Shape == OpenApiShape.Map:
                return Map(map, entry => entry is JObject o ? Reduce(field.Kind!, o) : entry.DeepClone());
            case JObject single when field.Shape == OpenApiShape.Single:
                return Reduce(field.Kind!, single);
            case JArray list when field.Shape == OpenApiShape.Single:
                var elements = WithPositionOf(list, new JArray());
                foreach (var element in list)
                    elements.Add(element is JObject o ? Reduce(field.Kind!, o) : element.DeepClone());
                return elements;
            default:
                // Cloning keeps the annotations, including positions.
                return value.DeepClone();
        }
    }

    private static JObject Map(JObject source, Func<JToken, JToken> reduce)
    {
        var reduced = WithPositionOf(source, new JObject());
        foreach (var property in source.Properties())
            reduced.Add(property.Name, reduce(property.Value));
        return reduced;
    }

    private static T WithPositionOf<T>(JToken source, T reduced)
        where T : JToken
    {
        if (source.Annotation<SourcePosition>() is { } position)
            reduced.AddAnnotation(position);
        return reduced;
    }
}
