using Intercom.Generated.Tests;

namespace Intercom.Generated.SourceGenerator.Tests;

/// <summary>The output of the generator.</summary>
public sealed class EmissionTests
{
    [Test]
    public void Tickets()
    {
        var result = GeneratorRun.Run(GeneratorRun.Tickets());

        Assert.That(result.Diagnostics, Is.Empty);
        new Snapshot("EmissionTests.Tickets").Match(result.GeneratedSources.ToDictionary(
            source => source.HintName.Replace(".g.cs", string.Empty, StringComparison.Ordinal),
            source => source.SourceText.ToString()));
    }

    [Test]
    public void Emits_the_same_code_for_files_in_another_order()
    {
        var files = GeneratorRun.Tickets();
        var first = Text(GeneratorRun.Run(files));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(GeneratorRun.Run(files)), Is.EqualTo(first));
            Assert.That(Text(GeneratorRun.Run(files.Reverse())), Is.EqualTo(first));
            Assert.That(Text(GeneratorRun.Run([.. files, new TestFile("/elsewhere/settings.json", "?")])), Is.EqualTo(first));
        }
    }

    [Test]
    public void Identifies_files_by_name_in_Windows_and_Unix_paths()
    {
        var files = GeneratorRun.Tickets();
        var onWindows = files.Select(file => new TestFile(@"C:\work\" + Path.GetFileName(file.Path), ((TestFile)file).Text));

        Assert.That(Text(GeneratorRun.Run(onWindows)), Is.EqualTo(Text(GeneratorRun.Run(files))));
    }

    [Test]
    public void Line_ends_do_not_depend_on_the_files()
    {
        var files = GeneratorRun.Tickets();
        var withReturns = files.Select(file => new TestFile(file.Path, ((TestFile)file).Text.Replace("\n", "\r\n", StringComparison.Ordinal)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Text(GeneratorRun.Run(files)), Does.Not.Contain('\r'));
            Assert.That(Text(GeneratorRun.Run(withReturns)), Is.EqualTo(Text(GeneratorRun.Run(files))));
        }
    }

    [TestCase("Some.Where", "namespace Some.Where;")]
    [TestCase("", "namespace Intercom.Generated;")]
    public void Uses_the_root_namespace_of_the_project(string rootNamespace, string declaration)
    {
        var result = GeneratorRun.Run(GeneratorRun.Tickets(), rootNamespace);

        // The topics of webhooks have a namespace of their own.
        Assert.That(
            result.GeneratedSources.Select(source => source.SourceText.ToString().Split('\n').Single(line => line.StartsWith("namespace", StringComparison.Ordinal))),
            Is.All.EqualTo(declaration).Or.EqualTo(declaration.Replace(";", ".Webhooks;", StringComparison.Ordinal)));
    }

    private static string Text(Microsoft.CodeAnalysis.GeneratorRunResult result) =>
        string.Join("\n", result.GeneratedSources.OrderBy(source => source.HintName, StringComparer.Ordinal).Select(source => $"== {source.HintName}\n{source.SourceText}"));
}
