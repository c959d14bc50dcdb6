using System;
using System.IO;
using System.Security.Cryptography;
using System.Text;

namespace Acme.Vault
{
    /*
     * Vault file format, version 4:
     *   4 bytes magic, 12 bytes nonce, AES-GCM body, 16 bytes tag   // expect: none
     */
    public class VaultFile : IDisposable
    {
        public const int NonceSize = 12;
        private static readonly int KeyBytes = 32;

        private readonly SymmetricAlgorithm _cipher;

        public VaultFile(byte[] key, byte[] iv)
        {
            _cipher = CreateCipher(CipherMode.CBC);
            _cipher.Key = key;
            _cipher.IV = iv;
        }

        private static SymmetricAlgorithm CreateCipher(CipherMode mode)
        {
            var aes = Aes.Create(); // expect: aes keyBits=128 mode=cbc padding=none *via
            aes.KeySize = 128;
            aes.Mode = mode;
            aes.Padding = PaddingMode.None;
            return aes;
        }

        public static byte[] DecryptOnce(Aes aes, byte[] iv, byte[] body)
        {
            return aes.DecryptCbc(body, iv, PaddingMode.PKCS7); // expect: aes mode=cbc padding=pkcs7
        }

        public static byte[] HeaderBlock(Aes aes, byte[] block) => aes.EncryptEcb(block, PaddingMode.None); // expect: aes mode=ecb padding=none

        public static AesGcm Body(ReadOnlySpan<byte> seed)
        {
            byte[] key = new byte[KeyBytes];
            seed.CopyTo(key);
            return new AesGcm(key, tagSizeInBytes: 16); // expect: aes keyBits=256 mode=gcm *via
        }

        public static byte[] Subkey(byte[] root, string label)
        {
            var hash = HashAlgorithmName.SHA512;
            return HKDF.Expand(hash, root, KeyBytes, Encoding.ASCII.GetBytes(label)); // expect: hkdf digest=sha-512 *via
        }

        public static byte[] Password(string text, byte[] salt)
        {
            const int rounds = 200_000;
            HashAlgorithmName prf = HashAlgorithmName.SHA512;
            return Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(text), salt, rounds, prf, KeyBytes); // expect: pbkdf2 digest=sha-512 *via
        }

        public void Dispose() => _cipher.Dispose();
    }

    public static class Trial
    {
        private static readonly MLKemAlgorithm LinkKem = MLKemAlgorithm.MLKem768;
        private static readonly SlhDsaAlgorithm Backup = SlhDsaAlgorithm.SlhDsaSha2_128s;

        public static MLKem LinkKey() => MLKem.GenerateKey(LinkKem); // expect: ml-kem-768 *via

        public static MLKem VaultKey() => MLKem.GenerateKey(MLKemAlgorithm.MLKem1024); // expect: ml-kem-1024

        public static MLDsa UpdateKey()
        {
            return MLDsa.GenerateKey(MLDsaAlgorithm.MLDsa65); // expect: ml-dsa-65
        }

        public static SlhDsa BackupKey() => SlhDsa.GenerateKey(Backup); // expect: slh-dsa-sha2-128s *via

        public static MLDsa ImportSensor(byte[] publicKey) => MLDsa.ImportMLDsaPublicKey(MLDsaAlgorithm.MLDsa44, publicKey); // expect: ml-dsa-44

        public static bool Supported => MLKem.IsSupported; // expect: none

        public static string Describe(int size) => size switch
        {
            1184 => "ML-KEM-768 public key", // expect: none
            3309 => "ML-DSA-65 signature",   // expect: none
            _ => $"{size} bytes",
        };
    }

    public static class KeyRing
    {
        public static ECDsa Ledger() => ECDsa.Create(ECCurve.CreateFromFriendlyName("secp256k1")); // expect: ecdsa curve=secp256k1

        public static ECDsa Site()
        {
            const string curve = "brainpoolP256r1";
            return ECDsa.Create(ECCurve.CreateFromFriendlyName(curve)); // expect: ecdsa curve=brainpoolP256r1 *via
        }

        public static RSA Fleet(int unused)
        {
            int bits = 1024 * 2;
            return RSA.Create(bits); // expect: rsa keyBits=2048 *via
        }

        public static DSA Old() => DSA.Create(1024); // expect: dsa keyBits=1024

        public static byte[] Unwrap(RSA key, byte[] blob)
        {
            var padding = RSAEncryptionPadding.Pkcs1;
            return key.Decrypt(blob, padding); // expect: rsaes-pkcs1 *via
        }

        public static byte[] Stream(byte[] key, byte[] data)
        {
            using var rc2 = RC2.Create(); // expect: rc2 mode=cbc
            rc2.Mode = CipherMode.CBC;
            rc2.Key = key;
            using var memory = new MemoryStream();
            using (var crypto = new CryptoStream(memory, rc2.CreateEncryptor(), CryptoStreamMode.Write))
                crypto.Write(data, 0, data.Length);
            return memory.ToArray();
        }

        public static string TestName() => "Rejects_Des_And_Rc4_Keys"; // expect: none
    }

    public sealed class Key // expect: none
    {
        public string Owner { get; set; } = "";
        public int PianoOctave { get; set; }
    }
}
