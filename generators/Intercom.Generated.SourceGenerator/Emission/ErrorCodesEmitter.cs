using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Escaping;
using Intercom.Generated.Descriptions.Facts;

namespace Intercom.Generated.SourceGenerator.Emission;

/// <summary>Emits the known error codes as constants.</summary>
internal static class ErrorCodesEmitter
{
    public static string Emit(EquatableArray<ErrorCodeModel> codes, string targetNamespace)
    {
        var code = CodeWriter.File(targetNamespace);
        code.Line();
        code.Summary("The known codes of errors (IntercomError.Code). Intercom can send other codes.");
        code.Open("public static class IntercomErrorCodes");
        var isFirst = true;
        foreach (var error in codes)
        {
            if (!isFirst)
                code.Line();
            isFirst = false;
            code.Prose("summary", error.Summary);
            code.Line($"public const string {error.Name} = {CSharpText.Literal(error.Code)};");
        }

        code.Close();
        return code.ToString();
    }
}
