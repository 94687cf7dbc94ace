using Intercom.Generated.Maintenance.Repository;

namespace Intercom.Generated.Maintenance.Tests;

public sealed class FileBatchTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Test]
    public void Replaces_files_and_leaves_no_temporary_files()
    {
        _repository.Write("a", "old");
        var batch = new FileBatch();

        Assert.That(batch.Add(Full("a"), "new"u8.ToArray()), Is.True);
        Assert.That(batch.Add(Full("folder/b"), "b"u8.ToArray()), Is.True);
        batch.Write();

        Assert.That(_repository.Files(), Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "new", ["folder/b"] = "b" }));
    }

    [Test]
    public void Does_not_write_a_file_with_the_same_bytes()
    {
        _repository.Write("a", "same");
        var written = File.GetLastWriteTimeUtc(Full("a")).AddDays(-1);
        File.SetLastWriteTimeUtc(Full("a"), written);
        var batch = new FileBatch();

        Assert.That(batch.Add(Full("a"), "same"u8.ToArray()), Is.False);
        batch.Write();

        Assert.That(File.GetLastWriteTimeUtc(Full("a")), Is.EqualTo(written));
    }

    [Test]
    public void Writes_no_files_if_one_cannot_be_written()
    {
        _repository.Write("a", "old");
        var batch = new FileBatch();
        batch.Add(Full("a"), "new"u8.ToArray());
        batch.Add(Full("a/b"), "a file cannot have a file in it"u8.ToArray());

        Assert.That(batch.Write, Throws.InstanceOf<IOException>());
        Assert.That(_repository.Files(), Is.EquivalentTo(new Dictionary<string, string> { ["a"] = "old" }));
    }

    private string Full(string path) => Path.Combine(_repository.Root, path);
}
