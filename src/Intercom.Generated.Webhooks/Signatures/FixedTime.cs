#if NET
using System.Security.Cryptography;
#else
using System.Runtime.CompilerServices;
#endif

namespace Intercom.Generated.Webhooks;

/// <summary>Compares secrets in a time that does not depend on where they differ.</summary>
internal static class FixedTime
{
#if NET
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => CryptographicOperations.FixedTimeEquals(left, right);
#else
    // The compiler must not end the loop early.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    public static bool AreEqual(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        if (left.Length != right.Length)
            return false;
        var differences = 0;
        for (var i = 0; i < left.Length; i++)
            differences |= left[i] ^ right[i];
        return differences == 0;
    }
#endif
}
