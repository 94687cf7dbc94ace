using System.Text;
using Intercom.Generated.Testing.Http;
using Newtonsoft.Json.Linq;

namespace Intercom.Generated.FakeServer.State;

/// <summary>
/// The changes of all versions, in order. Each is appended to the state file before the response is sent, so that nothing is lost if the
/// process is killed. Thread-safe.
/// </summary>
internal sealed class Journal : IDisposable
{
    public const long MaximumSize = 256 * 1024 * 1024;

    private const string Format = "intercom-fake-server";
    private const int MaximumLine = 64 * 1024 * 1024;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly object _lock = new();
    private readonly List<Change> _changes = [];
    private FileStream? _file;
    private long _size;

    /// <summary>Whether there are too many changes to keep, so that the state cannot be saved.</summary>
    public bool IsFull { get; private set; }

    public int Count
    {
        get
        {
            lock (_lock)
                return _changes.Count;
        }
    }

    private static string Header => $"{{\"format\":\"{Format}\",\"version\":1}}";

    /// <summary>Reads a state file, or creates it. A last line that was not written completely is dropped.</summary>
    /// <exception cref="ServerException">The file is not a state file, or cannot be read.</exception>
    public static Journal Open(string path)
    {
        var journal = new Journal();
        try
        {
            // One server at a time appends to the file.
            journal._file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            if (journal._file.Length > MaximumSize)
                throw new ServerException($"The state file '{path}' is larger than {MaximumSize / 1024 / 1024} MiB. Use another file.");
            var content = new byte[journal._file.Length];
            journal._file.ReadExactly(content);
            var end = content.AsSpan().LastIndexOf((byte)'\n') + 1;
            var text = Utf8.GetString(content, 0, end);
            if (text.Length == 0 && content.Length > Header.Length)
                throw new ServerException($"'{path}' is not a state file. Use another file.");
            journal.Load(text, $"'{path}'");
            journal._file.SetLength(end);
            journal._file.Position = end;
            if (end == 0)
                journal.WriteLine(Header);
            return journal;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            journal.Dispose();
            throw new ServerException($"The state file '{path}' cannot be opened: {e.Message}", e);
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>The changes of a version, in order.</summary>
    public IReadOnlyList<Change> Of(string version)
    {
        lock (_lock)
            return [.. _changes.Where(change => change.Version is null || change.Version == version)];
    }

    public void Add(Change change)
    {
        lock (_lock)
        {
            if (IsFull)
                return;
            var line = change.ToLine();
            if (_size + line.Length > MaximumSize)
            {
                IsFull = true;
                return;
            }

            _changes.Add(change);
            WriteLine(line);
        }
    }

    /// <summary>Writes all changes in the format of the state file.</summary>
    /// <exception cref="ServerException">There are too many changes.</exception>
    public string Save()
    {
        lock (_lock)
        {
            if (IsFull)
                throw new ServerException("The state has too many changes to be saved. Restart the server, or reset the state.");
            return string.Concat(_changes.Select(change => change.ToLine()).Prepend(Header).Select(line => line + "\n"));
        }
    }

    /// <summary>Replaces all changes.</summary>
    /// <param name="text">A saved state, or empty for no changes.</param>
    /// <exception cref="ServerException">The text is not a saved state. Nothing was changed.</exception>
    public void Restore(string text)
    {
        var changes = text.Length == 0 ? [] : Parse(text, "The body");
        lock (_lock)
        {
            _changes.Clear();
            _size = 0;
            IsFull = false;
            _file?.SetLength(0);
            WriteLine(Header);
            foreach (var change in changes)
                Add(change);
        }
    }

    public void Dispose() => _file?.Dispose();

    private static List<Change> Parse(string text, string source)
    {
        using var reader = new StringReader(text);
        if (!IsHeader(reader.ReadLine()))
            throw new ServerException($"{source} is not a state that this program saved. Its first line must be {Header}.");
        var changes = new List<Change>();
        for (var number = 2; reader.ReadLine() is { } line; number++)
        {
            try
            {
                if (line.Length > MaximumLine)
                    throw new FormatException("the line is too long");
                if (line.Length > 0)
                    changes.Add(Change.Parse(line));
            }
            catch (FormatException e)
            {
                throw new ServerException($"{source} has an invalid line {number}: {e.Message}.", e);
            }
        }

        return changes;
    }

    private static bool IsHeader(string? line)
    {
        try
        {
            return line is { Length: < 1000 } && StrictJsonReader.Parse(line) is JObject json
                && (string?)(json["format"] as JValue) == Format && (json["version"] as JValue)?.Value is 1L;
        }
        catch (FormatException)
        {
            // Not JSON, so not a header.
            return false;
        }
    }

    private void Load(string text, string source)
    {
        if (text.Length == 0)
            return;
        _changes.AddRange(Parse(text, source));
        _size = text.Length;
    }

    private void WriteLine(string line)
    {
        _size += line.Length;
        if (_file is null)
            return;
        _file.Write(Utf8.GetBytes(line + "\n"));
        // The operating system has the line after this, also if the process is killed.
        _file.Flush();
    }
}
