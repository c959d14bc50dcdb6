using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Sum = System.Security.Cryptography.SHA512;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Macs;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Security;

namespace Acme.Meter;

internal static class HashAndMac
{
    private const string LegacyName = "MD5";
    private const string MacName = "HMAC-SHA512";

    private static readonly Dictionary<int, Func<HashAlgorithm>> Factories = new()
    {
        [1] = SHA1.Create,
        [2] = SHA384.Create,
    };

    /// <summary>A signature in the guest book.</summary>
    internal sealed record Signature(string Name, DateOnly Date); // expect: none

    internal interface IHash { int Bits { get; } } // expect: none

    internal static byte[] Long(ReadOnlySpan<byte> data) => Sum.HashData(data); // expect: sha-512 *via

    internal static byte[] Page(byte[] data)
    {
        using var md5 = MD5.Create(); // expect: md5
        return md5.ComputeHash(data);
    }

    internal static byte[] Config(byte[] data)
    {
        using HashAlgorithm hash = HashAlgorithm.Create(LegacyName)!; // expect: md5 *via
        return hash.ComputeHash(data);
    }

    internal static byte[] Versioned(byte[] data) => Factories[2]().ComputeHash(data); // expect: sha-384 *via

    internal static byte[] Leaf(byte[] data) => SHA3_256.HashData(data); // expect: sha3-256

    internal static byte[] Tag(byte[] key, byte[] data)
    {
        using var hmac = new HMACSHA256(key); // expect: hmac digest=sha-256
        return hmac.ComputeHash(data);
    }

    internal static byte[] LongTag(byte[] key, byte[] data) => HMACSHA384.HashData(key, data); // expect: hmac digest=sha-384

    internal static byte[] OldTag(byte[] key, byte[] data)
    {
        using HMACSHA1 hmac = new(key); // expect: hmac digest=sha-1 *via
        return hmac.ComputeHash(data);
    }

    internal static byte[] Incremental(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256); // expect: sha-256
        foreach (var part in parts) hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    internal static byte[] IncrementalTag(byte[] key, IEnumerable<byte[]> parts)
    {
        var name = HashAlgorithmName.SHA512;
        using var hash = IncrementalHash.CreateHMAC(name, key); // expect: hmac digest=sha-512 *via
        foreach (var part in parts) hash.AppendData(part);
        return hash.GetHashAndReset();
    }

    internal static byte[] StreamSum(Stream stream, HashAlgorithm hash) => hash.ComputeHash(stream);

    internal static byte[] FileSum(string path)
    {
        using var stream = File.OpenRead(path);
        return StreamSum(stream, SHA1.Create()); // expect: sha-1
    }

    // ---- BouncyCastle, for what the platform lacks ----------------------------

    internal static byte[] Cmac(byte[] key, byte[] data)
    {
        var mac = new CMac(new AesEngine()); // expect: cmac
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data, 0, data.Length);
        var output = new byte[mac.GetMacSize()];
        mac.DoFinal(output, 0);
        return output;
    }

    internal static byte[] BcTag(byte[] key, byte[] data)
    {
        var mac = MacUtilities.GetMac(MacName); // expect: hmac digest=sha-512 *via
        mac.Init(new KeyParameter(key));
        mac.BlockUpdate(data, 0, data.Length);
        return MacUtilities.DoFinal(mac);
    }

    internal static byte[] Ripe(byte[] data)
    {
        var digest = new RipeMD160Digest(); // expect: ripemd-160
        digest.BlockUpdate(data, 0, data.Length);
        var output = new byte[digest.GetDigestSize()];
        digest.DoFinal(output, 0);
        return output;
    }

    internal static GcmBlockCipher BcGcm()
    {
        var engine = new AesEngine();
        return new GcmBlockCipher(engine); // expect: aes mode=gcm *via
    }

    internal static Ed25519Signer Verifier() => new Ed25519Signer(); // expect: ed25519

    internal static Org.BouncyCastle.Crypto.ISigner MeterSigner()
    {
        return SignerUtilities.GetSigner("SHA-256withECDSA"); // expect: ecdsa digest=sha-256
    }

    internal static string Column(int index) => new[] { "name", "sha1", "hmac" }[index]; // expect: none

    internal static string Help() => "hash: MD5 for pages, SHA-512 for bundles"; // expect: none

    internal static bool IsHash(string text) => text.Length == 64 && text.All(Uri.IsHexDigit); // expect: none
}
