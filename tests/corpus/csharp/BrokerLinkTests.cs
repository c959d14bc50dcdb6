using System;
using System.Collections.Generic;
using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using MQTTnet;
using NSec.Cryptography;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;
using Xunit;
using BcDigest = Org.BouncyCastle.Crypto.Digests.Sha224Digest;
using Hmac512 = System.Security.Cryptography.HMACSHA512;

namespace Acme.Link.Tests;

public enum SuiteName { AesCcm8, ChaCha, None } // expect: none

public static class LinkDefaults
{
    public const string Digest = "SHA384";
    public const string BcMac = "AESCMAC";
    public const int RsaBits = 3072;
    public const CipherMode Mode = CipherMode.CFB;
}

public class Hasher // expect: none
{
    public int Hash(string text) => text.Length * 31;
}

public class BrokerLinkTests
{
    private readonly byte[] _key = new byte[32];
    private readonly Dictionary<string, HashAlgorithmName> _names = new()
    {
        ["row"] = HashAlgorithmName.SHA1,
        ["file"] = HashAlgorithmName.SHA3_512,
    };

    [Fact(DisplayName = "SHA-1 rows are refused")] // expect: none
    public void RefusesSha1Rows() // expect: none
    {
        Assert.False(new Hasher().Hash("md5") == 0); // expect: none
    }

    [Fact]
    public void TagsFrames()
    {
        using var mac = new Hmac512(_key); // expect: hmac digest=sha-512 *via
        Assert.Equal(64, mac.ComputeHash(Encoding.ASCII.GetBytes("frame")).Length);
    }

    [Fact]
    public void RowSum()
    {
        using var hash = IncrementalHash.CreateHash(_names["row"]); // expect: sha-1 *via
        Assert.Equal(20, hash.GetHashAndReset().Length);
    }

    [Fact]
    public void NamedSum()
    {
        byte[] sum = CryptographicOperations.HashData(new HashAlgorithmName(LinkDefaults.Digest), _key); // expect: sha-384 *via
        Assert.Equal(48, sum.Length);
    }

    [Fact]
    public void FrameCipher()
    {
        using SymmetricAlgorithm cipher = Aes.Create(); // expect: aes keyBits=256 mode=cfb padding=none *via
        cipher.KeySize = 256;
        cipher.Mode = LinkDefaults.Mode;
        cipher.Padding = PaddingMode.None;
        Assert.Equal(128, cipher.BlockSize);
    }

    [Fact]
    public void MuseumCipher()
    {
        using var des = new DESCryptoServiceProvider { Mode = CipherMode.ECB, Padding = PaddingMode.Zeros }; // expect: des mode=ecb padding=zero
        Assert.Equal(64, des.BlockSize);
    }

    [Fact]
    public void FleetKey()
    {
        using RSA rsa = RSA.Create(LinkDefaults.RsaBits); // expect: rsa keyBits=3072 *via
        Assert.Equal(LinkDefaults.RsaBits, rsa.KeySize);
    }

    [Fact]
    public void Wraps()
    {
        using var rsa = new RSACng(2048); // expect: rsa keyBits=2048
        var padding = RSAEncryptionPadding.CreateOaep(HashAlgorithmName.SHA384);
        byte[] wrapped = rsa.Encrypt(_key, padding); // expect: rsaes-oaep digest=sha-384 *via
        Assert.Equal(256, wrapped.Length);
    }

    [Fact]
    public void VerifiesHash()
    {
        using var key = ECDsa.Create(ECCurve.CreateFromValue("1.2.840.10045.3.1.7")); // expect: ecdsa curve=secp256r1 *via
        Assert.Equal(256, key.KeySize);
    }

    [Fact]
    public void Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.brainpoolP384r1); // expect: ecdsa curve=brainpoolP384r1
        Assert.NotNull(Request("CN=link", key).SubjectName);
    }

    private static CertificateRequest Request(string name, ECDsa key) =>
        new CertificateRequest(name, key, HashAlgorithmName.SHA384); // expect: ecdsa digest=sha-384

    [Fact]
    public void NSecSigner()
    {
        var algorithm = SignatureAlgorithm.Ed25519;
        using var key = NSec.Cryptography.Key.Create(algorithm); // expect: ed25519 *via
        Assert.NotNull(key.PublicKey);
    }

    [Fact]
    public void BouncyMac()
    {
        var mac = MacUtilities.GetMac(LinkDefaults.BcMac); // expect: cmac *via
        Assert.Equal(16, mac.GetMacSize());
    }

    [Fact]
    public void BouncyCipher()
    {
        var cipher = CipherUtilities.GetCipher("AES/CTR/NoPadding"); // expect: aes mode=ctr padding=none
        Assert.Equal(16, cipher.GetBlockSize());
    }

    [Fact]
    public void BouncyDigest()
    {
        var digest = new BcDigest(); // expect: sha-224 *via
        Assert.Equal(28, digest.GetDigestSize());
    }

    [Fact]
    public void BouncyKeys()
    {
        var generator = new X25519KeyPairGenerator(); // expect: x25519
        generator.Init(new X25519KeyGenerationParameters(new SecureRandom()));
        byte[] key = SCrypt.Generate(_key, new byte[16], 16384, 8, 1, 32); // expect: scrypt
        Assert.Equal(32, key.Length);
    }

    internal static void Kestrel(HttpsConnectionAdapterOptions https)
    {
        https.SslProtocols = SslProtocols.Tls13; // expect: tls version=1.3
    }

    internal static void Legacy()
    {
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12; // expect: tls version=1.2
    }

    internal static string Describe(SuiteName name) => $"suite {name} (AES-CCM-8)"; // expect: none
}
