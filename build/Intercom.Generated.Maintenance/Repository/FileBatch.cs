using System.Text;

namespace Intercom.Generated.Maintenance.Repository;

/// <summary>Files that are written together. All are written to temporary files first, then moved into place.</summary>
internal sealed class FileBatch
{
    private readonly List<(string Path, byte[] Content)> _files = [];
    private readonly List<string> _removed = [];

    /// <summary>The full paths of the files that will be written.</summary>
    public IEnumerable<string> Paths => _files.Select(file => file.Path);

    /// <summary>Adds a file unless it already has this content.</summary>
    /// <returns>Whether the file will be written.</returns>
    public bool Add(string path, byte[] content)
    {
        if (File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(content))
            return false;
        _files.Add((path, content));
        return true;
    }

    /// <summary>Deletes a file, if it exists, after the others are written.</summary>
    /// <returns>Whether the file will be deleted.</returns>
    public bool Remove(string path)
    {
        if (!File.Exists(path))
            return false;
        _removed.Add(path);
        return true;
    }

    /// <summary>Returns the text that a file will have, or null if it will not exist.</summary>
    public string? ReadText(string path)
    {
        if (_files.Find(file => file.Path == path).Content is { } content)
            return Encoding.UTF8.GetString(content);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>Writes the files. If one cannot be written, none are replaced.</summary>
    public void Write()
    {
        List<(string Temporary, string Target)> moves = [];
        try
        {
            foreach (var (path, content) in _files)
            {
                var folder = Path.GetDirectoryName(path)!;
                Directory.CreateDirectory(folder);

                // Use the same folder, because only a move within a file system is atomic.
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
