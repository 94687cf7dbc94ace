using System.Reflection;
using System.Text;
using Intercom.Generated.Runtime;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Intercom.Generated.Versions.Tests;

/// <summary>The shapes in which callers write a call, compiled for every operation with the oldest C# that a package supports and with the newest.</summary>
public sealed class CallShapeTests
{
    [Test]
    public void Compiles(
        [ValueSource(typeof(VersionSets), nameof(VersionSets.All))] VersionUnderTest version,
        [Values(LanguageVersion.CSharp9, LanguageVersion.Latest)] LanguageVersion language)
    {
        var code = new StringBuilder(
            $$"""
            using System.Threading;
            using Intercom.Generated;
            using {{version.ClientType.Namespace}};

            public static class Calls
            {

            """);
        var number = 0;
        foreach (var method in version.Methods.Select(operation => operation.Method))
        {
            var query = method.GetParameters().FirstOrDefault(parameter => parameter.ParameterType.IsSubclassOf(typeof(RequestOptions)));
            var required = method.GetParameters().Where(parameter => parameter != query && !parameter.IsOptional).ToList();
            var parameters = string.Join(", ", required.Select(parameter => $"{Name(parameter.ParameterType)} {parameter.Name}")
                .Prepend($"{method.DeclaringType!.Name} client").Append("CancellationToken token").Append("RequestOptions call"));
            code.AppendLine($"    public static void Call{number++}({parameters})").AppendLine("    {");
            var queryShapes = query is null
                ? Array.Empty<string>()
                : ["new()", $"new {query.ParameterType.Name}()", "new(), call", "new(), call, token", "null, call, token", $"new {query.ParameterType.Name}(), cancellationToken: token"];
            foreach (var arguments in new[] { "", "token", "null", "default", "call", "call, token", "options: call", "cancellationToken: token" }.Concat(queryShapes))
                code.AppendLine($"        client.{method.Name}({string.Join(", ", required.Select(parameter => "@" + parameter.Name).Append(arguments).Where(text => text.Length > 0))});");
            code.AppendLine("    }");
        }

        code.AppendLine("}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(number, Is.GreaterThan(100));
            Assert.That(CallerCode.Compile(code.ToString(), language).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Take(20), Is.Empty);
        }
    }

    [EveryVersion]
    public async Task Query_parameters_carry_the_options_of_the_call(VersionUnderTest version)
    {
        foreach (var operation in version.Methods)
        {
            var call = new SampleCall(operation);
            if (call.Arguments.OfType<RequestOptions>().SingleOrDefault() is not { } query)
                continue;
            query.Headers.Add("x-trace", "7");
            using var wire = WireStub.Json("{}");
            var key = Descriptions.DescriptionDocument.OperationKey(operation.HttpMethod, operation.Path);
            try
            {
                if (operation.Method.ReturnType.Name.StartsWith("IntercomPageable", StringComparison.Ordinal))
                    await version.PageAsync(wire, key, null, null, call.Arguments);
                else
                    await version.CallAsync(wire, key, call.Arguments);
            }
            catch (IntercomResponseException)
            {
                // Only the request matters.
            }

            Assert.That(wire.Request.Header("x-trace"), Is.EqualTo("7"), key);
        }
    }

    private static string Name(Type type) =>
        type.IsGenericType
            ? $"global::{type.Namespace}.{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
            : $"global::{type.FullName}";
}
