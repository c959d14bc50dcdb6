using System;
using System.Collections.Generic;
using System.IdentityModel.Tokens.Jwt;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.IdentityModel.Tokens;

namespace Acme.Gateway;

public class TokenService
{
    private const string UserAlgorithm = SecurityAlgorithms.HmacSha512;
    private const SslProtocols BrokerProtocol = SslProtocols.Tls13;

    private readonly SymmetricSecurityKey _secret;
    private readonly X509Certificate2 _certificate;

    public TokenService(string secret, X509Certificate2 certificate)
    {
        _secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(secret));
        _certificate = certificate;
    }

    public string Device(string id)
    {
        var credentials = new SigningCredentials(_secret, SecurityAlgorithms.HmacSha256); // expect: hmac digest=sha-256
        return Write(id, credentials);
    }

    public string User(string id) => Write(id, new SigningCredentials(_secret, UserAlgorithm)); // expect: hmac digest=sha-512 *via

    public string Service(string id, RsaSecurityKey key)
    {
        return Write(id, new SigningCredentials(key, SecurityAlgorithms.RsaSha256)); // expect: rsassa-pkcs1 digest=sha-256
    }

    public string Partner(string id, ECDsaSecurityKey key)
    {
        var algorithm = SecurityAlgorithms.EcdsaSha384;
        return Write(id, new SigningCredentials(key, algorithm)); // expect: ecdsa curve=secp384r1 digest=sha-384 *via
    }

    public string Auditor(string id, RsaSecurityKey key) =>
        Write(id, new SigningCredentials(key, SecurityAlgorithms.RsaSsaPssSha256)); // expect: rsassa-pss digest=sha-256

    private static string Write(string id, SigningCredentials credentials)
    {
        var handler = new JwtSecurityTokenHandler();
        var descriptor = new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity(new[] { new Claim("sub", id), new Claim("hint", "RS256") }), // expect: none
            Expires = DateTime.UtcNow.AddMinutes(10),
            SigningCredentials = credentials,
        };
        return handler.WriteToken(handler.CreateToken(descriptor));
    }

    public async Task<SslStream> ConnectAsync(string host, int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(host, port);
        var stream = new SslStream(client.GetStream(), leaveInnerStreamOpen: false); // expect: tls
        await stream.AuthenticateAsClientAsync(host, null, SslProtocols.Tls12, checkCertificateRevocation: true); // expect: tls version=1.2
        return stream;
    }

    public async Task BrokerAsync(SslStream stream, string host)
    {
        var options = new SslClientAuthenticationOptions { TargetHost = host, EnabledSslProtocols = BrokerProtocol }; // expect: tls version=1.3 *via
        await stream.AuthenticateAsClientAsync(options);
    }

    public Task OldReaderAsync(SslStream stream) =>
        stream.AuthenticateAsServerAsync(_certificate, clientCertificateRequired: false, SslProtocols.Tls11, false); // expect: tls version=1.1

    public HttpClient Http()
    {
        var handler = new HttpClientHandler { SslProtocols = SslProtocols.Tls13 }; // expect: tls version=1.3
        return new HttpClient(handler);
    }

    public static void Routes(WebApplication app)
    {
        app.MapGet("/keys/rsa", () => "[]");            // expect: none
        app.MapGet("/hash/sha256/{id}", (string id) => id); // expect: none
    }

    public static IReadOnlyDictionary<string, string> Labels { get; } = new Dictionary<string, string>
    {
        ["aes"] = "Verschlüsselt (AES-256)",            // expect: none
        ["tls"] = "Gesichert mit TLS 1.3",              // expect: none
    };
}
