// The commands of `pqready report`, with their options and one example each.

import { Command } from 'commander';
import { collect } from './options.ts';

/** `report` and its commands. */
export function report(): Command {
  return new Command('report').summary('sign and verify a report bundle').addCommand(signCommand()).addCommand(verifyCommand());
}

function signCommand(): Command {
  return new Command('sign')
    .summary('sign the statement of a bundle with a classical key and one of ML-DSA')
    .description(
      'Writes report.dsse.json into the bundle: a DSSE envelope with two signatures over its in-toto statement, one of ECDSA or Ed25519 and one of ML-DSA. A bundle that is not as it was written is not signed.',
    )
    .argument('<bundle>', 'the folder that pqready assess wrote')
    .requiredOption(
      '--key <file>',
      'a private key, PKCS#8 in PEM or DER, also encrypted (twice: one classical, one of ML-DSA)',
      collect,
      [],
    )
    .option('--passphrase-file <file>', 'the passphrase of an encrypted key; of several, in the order of the keys', collect, [])
    .option('--force', 'replace the signatures of a bundle that is signed already')
    .addHelpText('after', '\nExample:\n  pqready report sign pqready-report --key ecdsa.pem --key ml-dsa.pem')
    .action(async (bundle, options) => (await import('./commands/report-sign.ts')).runReportSign(bundle, options));
}

function verifyCommand(): Command {
  return new Command('verify')
    .summary('verify both signatures of a bundle, and every file of it')
    .description('Exits with 0 where both keys have signed and every file is as it was signed, else with 1 and everything that is wrong.')
    .argument('<bundle>', 'the folder of a signed bundle')
    .requiredOption('--key <file>', 'a public key or certificate (twice: one classical, one of ML-DSA)', collect, [])
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  pqready report verify pqready-report --key ecdsa.pub.pem --key ml-dsa.pub.pem')
    .action(async (bundle, options) => (await import('./commands/report-verify.ts')).runReportVerify(bundle, options));
}
