using Intercom.Generated.Descriptions;
using Intercom.Generated.Descriptions.Facts;
using Intercom.Generated.SourceGenerator.Emission;
using Microsoft.CodeAnalysis;

namespace Intercom.Generated.SourceGenerator;

/// <summary>
/// Generates the regions and error codes of the runtime from its additional files. They are the same in all versions.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class RuntimeFactsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var target = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => IntercomGenerator.Namespace(options));

        Register(
            context, target, RuntimeFactsReader.RegionsFile, "IntercomRegions",
            RuntimeFactsReader.ReadRegions, RegionsEmitter.Emit);
        Register(
            context, target, RuntimeFactsReader.ErrorCodesFile, "IntercomErrorCodes",
            RuntimeFactsReader.ReadErrorCodes, ErrorCodesEmitter.Emit);
    }

    private static void Register<T>(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<string> target,
        string fileName,
        string output,
        Func<string, FactsList<T>> read,
        Func<EquatableArray<T>, string, string> emit)
        where T : IEquatable<T>
    {
        var facts = context.AdditionalTextsProvider
            .Where(text => new InputFile(text.Path, string.Empty).Name == fileName)
            .Select(static (text, cancellationToken) => InputFile.Read(text, cancellationToken))
            .WithTrackingName($"{output}File")
            .Select((file, _) => (file.Path, Facts: read(file.Text)))
            .WithTrackingName(output);

        context.RegisterSourceOutput(facts.Combine(target), (sources, input) =>
        {
            var (path, list) = input.Left;
            foreach (var problem in list.Problems)
                sources.ReportDiagnostic(DescriptionDiagnostics.Create(problem, path));
            if (list.Items.Count > 0)
                IntercomGenerator.Add(sources, output, emit(list.Items, input.Right));
        });
    }
}
