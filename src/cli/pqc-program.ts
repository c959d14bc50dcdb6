// The commands of `pqready pqc` with their options and one example each; a command's work is loaded when it runs.

import { Command, Option } from 'commander';
import { collect, parseCount, parseDate } from './options.ts';

/** The command group. */
export function pqc(): Command {
  const commands = [
    ...[pqcKeygen(), pqcEncaps(), pqcDecaps(), pqcAgree(), pqcSign(), pqcVerify(), pqcCertificate(), pqcRequest()],
    ...[pqcInspect(), pqcVectors(), pqcConform()],
  ];
  const group = new Command('pqc').summary(
    'ML-KEM, ML-DSA, SLH-DSA: keys, secrets, signatures, certificates, what a file is, test vectors, conformance of yours',
  );
  for (const command of commands) group.addCommand(command);
  return group;
}

function pqcKeygen(): Command {
  return new Command('keygen')
    .summary('a key pair of ML-KEM, ML-DSA or SLH-DSA, or on a classical curve')
    .description(
      'Makes a key pair. For tests and demonstrations: the operations are written in JavaScript and do not run in constant time.',
    )
    .argument(
      '<algorithm>',
      'ml-kem-512 … ml-dsa-87, slh-dsa-sha2-128s … slh-dsa-shake-256f; ed25519, x25519, secp256r1 … secp521r1; x-wing, x25519mlkem768 …, raw',
    )
    .requiredOption('--out <file>', 'the private key, written with mode 0600')
    .option('--public <file>', 'the public key')
    .addOption(new Option('--format <format>', 'of both files').choices(['pem', 'der', 'raw']).default('pem'))
    .addOption(
      new Option('--form <form>', 'what of the private key is written (default: both where there is a seed)').choices([
        'seed',
        'expanded',
        'both',
      ]),
    )
    .option('--passphrase-file <file>', 'encrypt the private key (PBES2) with the first line of a file')
    .option('--test-only-seed-file <file>', 'derive the key from the bytes of a file: test only')
    .option('--print-private-key', 'allow --out - to print the private key')
    .option('--force', 'replace files that exist')
    .addHelpText('after', '\nExample:\n  pqready pqc keygen ml-dsa-65 --out test.key --public test.pub.pem')
    .action(async (algorithm, options) => (await import('./commands/pqc-keygen.ts')).runKeygen(algorithm, options));
}

function pqcEncaps(): Command {
  return new Command('encaps')
    .summary('a shared secret and its ciphertext for a key of ML-KEM or a hybrid')
    .requiredOption('--key <file>', 'encapsulation key: PEM, DER, raw, or a certificate; of a TLS hybrid the client’s share')
    .option('--algorithm <id>', 'what a raw key is of: also x-wing, x25519mlkem768, secp256r1mlkem768, secp384r1mlkem1024')
    .requiredOption('--ciphertext <file>', 'where the ciphertext goes')
    .requiredOption('--secret <file>', 'where the shared secret goes, mode 0600')
    .option('--force', 'replace files that exist')
    .addHelpText('after', '\nExample:\n  pqready pqc encaps --key device.pub.pem --ciphertext ct.bin --secret ss.bin')
    .action(async (options) => (await import('./commands/pqc-kem.ts')).runEncaps(options));
}

function pqcDecaps(): Command {
  return new Command('decaps')
    .summary('the shared secret of a ciphertext')
    .requiredOption('--key <file>', 'decapsulation key: PKCS #8 in PEM or DER, or raw')
    .option('--algorithm <id>', 'what a raw key is of: also x-wing, x25519mlkem768, secp256r1mlkem768, secp384r1mlkem1024')
    .option('--passphrase-file <file>', 'opens an encrypted key')
    .requiredOption('--ciphertext <file>', 'the ciphertext')
    .requiredOption('--secret <file>', 'where the shared secret goes, mode 0600')
    .option('--force', 'replace a file that exists')
    .addHelpText('after', '\nExample:\n  pqready pqc decaps --key device.key --ciphertext ct.bin --secret ss.bin')
    .action(async (options) => (await import('./commands/pqc-kem.ts')).runDecaps(options));
}

function pqcAgree(): Command {
  return new Command('agree')
    .summary('the shared secret of two classical keys: X25519, ECDH')
    .requiredOption('--key <file>', 'own private key: PKCS #8 in PEM or DER, or raw')
    .option('--algorithm <id>', 'what a raw key is of')
    .option('--passphrase-file <file>', 'opens an encrypted key')
    .requiredOption('--peer <file>', 'the other’s public key: PEM, DER, raw, or a certificate')
    .requiredOption('--secret <file>', 'where the shared secret goes, mode 0600')
    .option('--force', 'replace a file that exists')
    .addHelpText('after', '\nExample:\n  pqready pqc agree --key own.key --peer other.pub.pem --secret ss.bin')
    .action(async (options) => (await import('./commands/pqc-kem.ts')).runAgree(options));
}

function pqcSign(): Command {
  return new Command('sign')
    .summary('sign a file: ML-DSA, SLH-DSA, Ed25519, ECDSA')
    .requiredOption('--key <file>', 'private key: PKCS #8 in PEM or DER, or raw')
    .option('--algorithm <id>', 'what a raw key is of')
    .option('--passphrase-file <file>', 'opens an encrypted key')
    .requiredOption('--in <file>', 'what is signed')
    .requiredOption('--out <file>', 'where the signature goes')
    .option('--context <text>', 'context string, text or 0x… in hexadecimal')
    .option('--pre-hash <hash>', 'HashML-DSA or HashSLH-DSA with this hash; one weaker than the set is refused')
    .option('--external-mu', 'the file holds μ of 64 bytes (ML-DSA)')
    .option('--test-only-deterministic', 'no randomness: test only')
    .option('--force', 'replace a file that exists')
    .addHelpText('after', '\nExample:\n  pqready pqc sign --key test.key --in firmware.bin --out firmware.sig')
    .action(async (options) => (await import('./commands/pqc-signature.ts')).runSign(options));
}

function pqcVerify(): Command {
  return new Command('verify')
    .summary('verify a signature: ML-DSA, SLH-DSA, LMS, HSS, Ed25519, ECDSA')
    .requiredOption('--key <file>', 'public key: PEM, DER, raw, or a certificate')
    .option('--algorithm <id>', 'what a raw key is of; lms or hss for those')
    .requiredOption('--in <file>', 'what was signed')
    .requiredOption('--signature <file>', 'the signature, raw')
    .option('--context <text>', 'context string, text or 0x… in hexadecimal')
    .option('--pre-hash <hash>', 'HashML-DSA or HashSLH-DSA with this hash')
    .option('--allow-weak-hash', 'take a pre-hash that is weaker than the set')
    .option('--external-mu', 'the file holds μ of 64 bytes (ML-DSA)')
    .addHelpText(
      'after',
      '\nExit code 1: not valid, with the reason.\nExample:\n  pqready pqc verify --key test.pub.pem --in firmware.bin --signature firmware.sig',
    )
    .action(async (options) => (await import('./commands/pqc-signature.ts')).runVerify(options));
}

function pqcCertificate(): Command {
  return signing(new Command('certificate'))
    .summary('a certificate: self-signed, or of a CA for a key or a request')
    .description(
      'Makes an X.509 certificate. For tests and demonstrations. Self-signed with --key; with --issuer the key is the CA’s, and --subject-key or --request says for whom.',
    )
    .option('--subject <name>', 'such as "CN=device 1,O=Example" (default: the request’s)')
    .option('--issuer <file>', 'the certificate of the CA whose key signs')
    .option('--subject-key <file>', 'public key of the subject: PEM, DER, or a certificate')
    .option('--request <file>', 'PKCS #10: its key, its name and its alternative names; its signature must verify')
    .option('--ca', 'the subject may sign certificates itself')
    .option('--not-before <date>', 'first day (default: now)', parseDate)
    .option('--days <days>', 'how long it is valid', parseCount, 365)
    .addHelpText(
      'after',
      '\nExamples:\n  pqready pqc certificate --key ca.key --subject "CN=Example root" --ca --days 3650 --out ca.crt\n  pqready pqc certificate --key ca.key --issuer ca.crt --request device.csr --dns device-1.example --out device.crt',
    )
    .action(async (options) => (await import('./commands/pqc-certificate.ts')).runCertificate(options));
}

function pqcRequest(): Command {
  return signing(new Command('request'))
    .summary('a certificate request (PKCS #10)')
    .requiredOption('--subject <name>', 'such as "CN=device 1,O=Example"')
    .addHelpText(
      'after',
      '\nExample:\n  pqready pqc request --key device.key --subject "CN=device 1" --dns device-1.example --out device.csr',
    )
    .action(async (options) => (await import('./commands/pqc-certificate.ts')).runRequest(options));
}

/** What certificates and requests have in common. */
function signing(command: Command): Command {
  return command
    .requiredOption('--key <file>', 'private key that signs: PKCS #8 in PEM or DER, or raw')
    .option('--algorithm <id>', 'what a raw key is of')
    .option('--passphrase-file <file>', 'opens an encrypted key')
    .requiredOption('--out <file>', 'where it goes')
    .option('--dns <name>', 'a host name that it is for (repeatable)', collect, [])
    .option('--ip <address>', 'an IP address that it is for (repeatable)', collect, [])
    .addOption(new Option('--format <format>', 'of the file').choices(['pem', 'der']).default('pem'))
    .option('--force', 'replace a file that exists');
}

function pqcInspect(): Command {
  return new Command('inspect')
    .summary('what a key, certificate, request, signature or blob is, and what is wrong with it')
    .argument('<file...>', 'PEM, DER or raw')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExit code 1: something is wrong with a file.\nExample:\n  pqready pqc inspect device.crt firmware.sig')
    .action(async (paths, options) => (await import('./commands/pqc-inspect.ts')).runInspect(paths, options));
}

function pqcVectors(): Command {
  return new Command('vectors')
    .summary('run ACVP and Wycheproof vectors against the reference operations')
    .description(
      'Runs every case of the files: ACVP prompts with their expected results, internal projections, Wycheproof; gzip or not; folders whole. Lists what is refused and skipped, with the reason.',
    )
    .argument('[path...]', 'files or folders (default: the vectors that ship)')
    .option('--allow-weak-hash', 'compute pre-hashes weaker than the parameter set, which are refused otherwise (FIPS 204 §5.4)')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExit code 0: every case passed, refusals listed · 1: a case failed · 2: a case or file could not be run, named.\nExample:\n  pqready pqc vectors ACVP-Server/gen-val/json-files/ML-KEM-keyGen-FIPS203',
    )
    .action(async (paths, options) => (await import('./commands/pqc-vectors.ts')).runPqcVectors(paths, options));
}

function pqcConform(): Command {
  return new Command('conform')
    .summary('test somebody’s implementation: a driver process, a board on a serial line, or ACVP responses')
    .description(
      'Asks an implementation every vector that ships and the edge cases of FIPS 203, 204, 205 and SP 800-208, and gives a verdict for each requirement. docs/conform.md is the driver protocol.',
    )
    .argument('[command...]', 'after --: the driver and its arguments, started without a shell')
    .option('--serial <device>', 'a board on a serial line instead of a command')
    .option('--responses <file>', 'an ACVP response file instead of a driver (repeatable)', collect, [])
    .option('--emit-prompts <dir>', 'write the ACVP prompts that such a file answers, and end')
    .option('--algorithm <id>', 'test this parameter set only (repeatable)', collect, [])
    .option('--timeout <seconds>', 'how long an answer may take, and the greeting (default: 30, the greeting 10)', parseCount)
    .option('--part <name>', 'the part of the product that was tested, as the report names it')
    .option('--part-version <version>', 'its version')
    .option('--image <file>', 'its image; the record keeps the SHA-256')
    .option('--output <file>', 'write the record, for assess --conformance')
    .option('--force', 'replace files that exist')
    .option('--json', 'print the record as JSON')
    .addHelpText(
      'after',
      '\nExit code 0: every requirement that was examined is met · 1: one is not · 2: one could not be judged.\nExamples:\n  pqready pqc conform --part "bootloader" --output conform.json -- ./driver\n  pqready pqc conform --serial /dev/ttyACM0',
    )
    .action(async (command, options) => (await import('./commands/pqc-conform.ts')).runPqcConform(command, options));
}
