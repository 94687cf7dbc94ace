using System.Text;

namespace Intercom.Generated.Build.Repository;

/// <summary>Files that are written together: first all of them beside their targets, then each is moved into place.</summary>
internal sealed class FileBatch
{
    private readonly List<(string Path, byte[] Content)> _files = [];
    private readonly List<string> _removed = [];

    /// <summary>The full paths of the files that will be written.</summary>
    public IEnumerable<string> Paths => _files.Select(file => file.Path);

    /// <summary>Adds a file, unless it already has exactly these bytes.</summary>
    /// <returns>Whether the file will be written.</returns>
    public bool Add(string path, byte[] content)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            return false;
        _files.Add((path, content));
        return true;
    }

    /// <summary>Removes a file when the others have been written, if there is one.</summary>
    /// <returns>Whether the file will be removed.</returns>
    public bool Remove(string path)
    {
        if (!File.Exists(path))
            return false;
        _removed.Add(path);
        return true;
    }

    /// <summary>The text that a file will have; null when there will be no such file.</summary>
    public string? ReadText(string path)
    {
        if (_files.Find(file => file.Path == path).Content is { } content)
            return Encoding.UTF8.GetString(content);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Writes the files. When one cannot be written, none is replaced.</summary>
    public void Write()
    {
        List<(string Temporary, string Target)> moves = [];
        try
        {
            foreach (var (path, content) in _files)
            {
                var folder = Path.GetDirectoryName(path)!;
                Directory.CreateDirectory(folder);

                // In the same folder, because only a move within one file system is atomic.
                var temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
                moves.Add((temporary, path));
                File.WriteAllBytes(temporary, content);
            }

            foreach (var (temporary, target) in moves)
                File.Move(temporary, target, overwrite: true);
            _removed.ForEach(File.Delete);
        }
        finally
        {
            foreach (var (temporary, _) in moves)
                File.Delete(temporary);
        }
    }
}
