// What a certificate or key is for, told by plain words in its file name. A hint only: `inventory/roles.ts` decides.

import type { Role } from '../../model/evidence.ts';

interface Hint {
  readonly role: Role;
  readonly words: ReadonlySet<string>;
  /** the words count in the folders above the file too */
  readonly inFolders?: boolean;
  /** words of which none may stand in the name or the folders */
  readonly unless?: ReadonlySet<string>;
}

// In the order in which they win: a more telling word before a more general one.
// A server in a folder for updates is where they come from, not who signs them.
const SERVER: ReadonlySet<string> = new Set(['server', 'servers', 'https', 'broker']);

const HINTS: readonly Hint[] = [
  { role: 'boot', words: new Set(['mcuboot', 'bootloader', 'secureboot', 'imgtool', 'boot']), inFolders: true },
  { role: 'update', words: new Set(['ota', 'fota', 'update', 'swupdate', 'rauc', 'mender', 'hawkbit']), inFolders: true, unless: SERVER },
  { role: 'boot', words: new Set(['signing', 'sign', 'codesign', 'firmware']) },
  { role: 'device-identity', words: new Set(['device', 'client', 'devid', 'ldevid', 'idevid', 'dac', 'thing']) },
  { role: 'provisioning', words: new Set(['provisioning', 'manufacturing', 'factory']) },
  { role: 'debug', words: new Set(['debug', 'jtag', 'adb', 'adbkey']) },
  {
    role: 'transport',
    words: new Set([
      'ca',
      'cacert',
      'cacerts',
      'root',
      'server',
      'tls',
      'ssl',
      'https',
      'mqtt',
      'broker',
      'chain',
      'fullchain',
      'intermediate',
      'ssh',
    ]),
  },
];

/** The role that the name speaks for, or undefined where it says nothing. */
export function roleHintOf(path: string): Role | undefined {
  const parts = path.split(/[/!]/).filter((part) => part !== '');
  const name = toWords(parts.at(-1) ?? '');
  const folders = parts.slice(0, -1).flatMap((part) => [...toWords(part)]);
  const hint = HINTS.find(
    ({ words, inFolders, unless }) =>
      (hasWord(words, name) || (inFolders === true && hasWord(words, folders))) &&
      (unless === undefined || hasWord(words, name) || !hasWord(unless, [...name, ...folders])),
  );
  return hint?.role;
}

function toWords(part: string): readonly string[] {
  return part
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

function hasWord(words: ReadonlySet<string>, candidates: readonly string[]): boolean {
  return candidates.some((candidate) => words.has(candidate));
}
