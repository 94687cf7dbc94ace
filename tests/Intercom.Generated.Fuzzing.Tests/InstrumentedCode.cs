using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using SharpFuzz;
using SharpFuzz.Common;

namespace Intercom.Generated.Fuzzing.Tests;

/// <summary>Copies of the assemblies of this project, instrumented to count the edges that they pass.</summary>
internal sealed unsafe class InstrumentedCode
{
    /// <summary>The number of counters.</summary>
    public const int Size = 65_536;

    private static readonly Lazy<InstrumentedCode> Created = new(() => new InstrumentedCode());

    private readonly MethodInfo _runOf;

    private InstrumentedCode()
    {
        Trace.SharedMem = (byte*)NativeMemory.AllocZeroed(Size);
        var folder = Directory.CreateTempSubdirectory("fuzz").FullName;
        var own = Assembly.GetExecutingAssembly().GetName().Name!;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "Intercom.Generated.*.dll"))
        {
            var copy = Path.Combine(folder, Path.GetFileName(file));
            File.Copy(file, copy);
            // The targets only prepare inputs.
            if (Path.GetFileNameWithoutExtension(file) != own)
                _ = Fuzzer.Instrument(copy, static _ => true, Options.Value).Count();
        }

        var targets = new Copies(folder).LoadFromAssemblyName(new AssemblyName(own)).GetType(typeof(FuzzTarget).FullName!)!;
        _runOf = targets.GetMethod(nameof(FuzzTarget.RunOf), BindingFlags.Public | BindingFlags.Static)!;
    }

    public static InstrumentedCode Instance => Created.Value;

    /// <summary>The counts since <see cref="Begin"/>.</summary>
    public static ReadOnlySpan<byte> Hits => new(Trace.SharedMem, Size);

    /// <summary>Gets the instrumented code of a target.</summary>
    public Func<byte[], bool> RunOf(string target) => (Func<byte[], bool>)_runOf.Invoke(null, [target])!;

    /// <summary>Sets all counts to zero.</summary>
    public static void Begin()
    {
        new Span<byte>(Trace.SharedMem, Size).Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Loads the copies in a folder. Other assemblies are shared.</summary>
    private sealed class Copies(string folder) : AssemblyLoadContext(nameof(InstrumentedCode))
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var file = Path.Combine(folder, $"{assemblyName.Name}.dll");
            return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
        }
    }
}
