using System.Diagnostics;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>Runs a target and reports inputs that break a promise, do not end, or end the process.</summary>
internal sealed class FuzzRun
{
    private static readonly TimeSpan LongestInput = TimeSpan.FromSeconds(60);

    private static readonly string Findings = Path.Combine(RepositoryFolder(), "artifacts", "fuzz");

    private readonly FuzzTarget _target;
    private readonly Func<byte[], bool> _run;
    private byte[] _current = [];
    private long _started;
    private (string File, int Length)? _saved;

    public FuzzRun(FuzzTarget target, Func<byte[], bool>? run = null)
    {
        _target = target;
        _run = run ?? target.Run;
    }

    /// <summary>The number of inputs that ran.</summary>
    public int Count { get; private set; }

    /// <summary>The number of inputs that the target accepted.</summary>
    public int Accepted { get; private set; }

    /// <summary>Runs an input.</summary>
    /// <returns>Whether the target accepted it.</returns>
    /// <exception cref="AssertionException">The input breaks a promise. It is saved in artifacts/fuzz.</exception>
    public bool Input(byte[] input)
    {
        _current = input;
        Volatile.Write(ref _started, Stopwatch.GetTimestamp());
        Count++;
        try
        {
            var isAccepted = _run(input);
            Accepted += isAccepted ? 1 : 0;
            return isAccepted;
        }
        catch (Exception e)
        {
            throw new BrokenPromiseException($"{e}\nThe input was saved as {Save(input)}.");
        }
        finally
        {
            Volatile.Write(ref _started, 0);
        }
    }

    /// <summary>Runs code that calls <see cref="Input"/> on a thread of its own, and fails if one input does not end.</summary>
    public void Guard(Action code)
    {
        // The stack is as small as that of a thread pool's thread on Linux. A stack overflow ends the process.
        var failure = default(Exception);
        var thread = new Thread(() =>
        {
            try
            {
                code();
            }
            catch (Exception e)
            {
                failure = e;
            }
        }, maxStackSize: 1_536 * 1024) { IsBackground = true };
        thread.Start();
        while (!thread.Join(TimeSpan.FromSeconds(1)))
        {
            var started = Volatile.Read(ref _started);
            if (started != 0 && Stopwatch.GetElapsedTime(started) > LongestInput)
                Assert.Fail($"{_target}: An input did not end within {LongestInput}. It was saved as {Save(_current)}.");
        }

        if (failure is not null)
            Assert.Fail($"{_target}, seed {Settings.Seed}: {failure.Message}");
    }

    // Keeps only the smallest input that fails, because FsCheck finds many of them while it shrinks one.
    private string Save(byte[] input)
    {
        if (_saved is { } saved && saved.Length <= input.Length)
            return saved.File;
        Directory.CreateDirectory(Findings);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(input))[..12];
        var file = Path.Combine(Findings, $"{_target}-{hash}");
        File.WriteAllBytes(file, input);
        if (_saved is { } previous)
            File.Delete(previous.File);
        _saved = (file, input.Length);
        return file;
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Intercom.Generated.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
