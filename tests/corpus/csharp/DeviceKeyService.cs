using System;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Acme.Fleet.Keys;

/// <summary>
/// Creates and stores device keys. Keys of the 2012 series were RSA-1024 with SHA-1 certificates. // expect: none
/// </summary>
public sealed class DeviceKeyService
{
    private const int CaBits = 4096;
    private const int Iterations = 310_000;
    private static readonly HashAlgorithmName SignHash = HashAlgorithmName.SHA384;
    private static readonly ECCurve DeviceCurve = ECCurve.NamedCurves.nistP256;

    private readonly ILogger<DeviceKeyService> _log;
    private readonly Dictionary<string, byte[]> _cache = new();

    /// <summary>Shown in the UI only.</summary>
    public enum CipherLabel { None, Aes, ChaCha } // expect: none

    public bool AesEnabled { get; init; } = true; // expect: none
    public string GitSha { get; init; } = "";     // expect: none

    public DeviceKeyService(ILogger<DeviceKeyService> log) => _log = log;

    public ECDsa NewDeviceKey() => ECDsa.Create(DeviceCurve); // expect: ecdsa curve=secp256r1 *via

    public ECDsa NewGatewayKey()
    {
        return ECDsa.Create(ECCurve.NamedCurves.nistP521); // expect: ecdsa curve=secp521r1
    }

    public RSA NewCaKey() => RSA.Create(CaBits); // expect: rsa keyBits=4096 *via

    public RSA NewReaderKey()
    {
        var rsa = new RSACryptoServiceProvider(2048); // expect: rsa keyBits=2048
        rsa.PersistKeyInCsp = false;
        return rsa;
    }

    public ECDiffieHellman NewExchange() => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384); // expect: ecdh curve=secp384r1

    public byte[] Sign(ECDsa key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA256); // expect: ecdsa digest=sha-256

    public byte[] SignCloud(RSA key, byte[] data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss); // expect: rsassa-pss digest=sha-256

    public byte[] SignOld(RSA key, byte[] data)
    {
        var padding = RSASignaturePadding.Pkcs1;
        return key.SignData(data, SignHash, padding); // expect: rsassa-pkcs1 digest=sha-384 *via
    }

    public bool VerifyFirmware(RSA key, Stream image, byte[] signature)
    {
        _log.LogInformation("verifying image, SHA-256 with RSA"); // expect: none
        return key.VerifyData(image, signature, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1); // expect: rsassa-pkcs1 digest=sha-512
    }

    public byte[] Wrap(RSA key, byte[] secret) => key.Encrypt(secret, RSAEncryptionPadding.OaepSHA256); // expect: rsaes-oaep digest=sha-256

    public byte[] Seal(byte[] key, byte[] nonce, byte[] plain, byte[] tag)
    {
        var output = new byte[plain.Length];
        using var gcm = new AesGcm(key, 16); // expect: aes mode=gcm
        gcm.Encrypt(nonce, plain, output, tag);
        return output;
    }

    public byte[] SealRadio(byte[] key, byte[] nonce, byte[] plain, byte[] tag)
    {
        var output = new byte[plain.Length];
        using AesCcm ccm = new(key); // expect: aes mode=ccm *via
        ccm.Encrypt(nonce, plain, output, tag);
        return output;
    }

    public byte[] SealStream(byte[] key, byte[] nonce, byte[] plain, byte[] tag)
    {
        var output = new byte[plain.Length];
        using var aead = new ChaCha20Poly1305(key); // expect: chacha20-poly1305
        aead.Encrypt(nonce, plain, output, tag);
        return output;
    }

    public byte[] DecryptBackup(byte[] key, byte[] iv, byte[] blob)
    {
        using var aes = Aes.Create(); // expect: aes keyBits=256 mode=cbc padding=pkcs7
        aes.KeySize = 256;
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.PKCS7;
        using var decryptor = aes.CreateDecryptor(key, iv);
        return decryptor.TransformFinalBlock(blob, 0, blob.Length);
    }

    public byte[] DecryptMuseum(byte[] key, byte[] blob)
    {
        using var des = TripleDES.Create(); // expect: 3des mode=ecb padding=none
        des.Mode = CipherMode.ECB;
        des.Padding = PaddingMode.None;
        des.Key = key;
        return des.CreateDecryptor().TransformFinalBlock(blob, 0, blob.Length);
    }

    public static byte[] PinKey(string pin, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(pin, salt, Iterations, HashAlgorithmName.SHA256, 32); // expect: pbkdf2 digest=sha-256

    public static byte[] OldPinKey(string pin, byte[] salt)
    {
        using var kdf = new Rfc2898DeriveBytes(pin, salt, 1000, HashAlgorithmName.SHA1); // expect: pbkdf2 digest=sha-1
        return kdf.GetBytes(16);
    }

    public static byte[] Expand(byte[] ikm, byte[] salt) => HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 32, salt); // expect: hkdf digest=sha-256

    public string Thumbprint(X509Certificate2 certificate)
    {
        if (_cache.TryGetValue(certificate.Subject, out var known)) return Convert.ToHexString(known);
        byte[] sum = SHA256.HashData(certificate.RawData); // expect: sha-256
        _cache[certificate.Subject] = sum;
        return Convert.ToHexString(sum);
    }

    public static byte[] Nonce() => RandomNumberGenerator.GetBytes(12); // expect: csprng

    public override string ToString() => $"keys: ECDSA P-256, CA RSA-{CaBits}"; // expect: none
}
