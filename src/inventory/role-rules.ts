// Words that tell what a mechanism is for, where neither the product file nor the scanner says so. A rule is a row.
// Left out on purpose: `update` in symbols (hash functions have one), `thread` (operating systems have them), `debug` in paths (a build
// folder of STM32CubeIDE is called so).

import type { ProtocolName, Role } from '../model/evidence.ts';

/** One rule; `id` is printed as the basis of a role. */
export interface RoleRule {
  readonly id: string;
  readonly role: Role;
  /** lowercase words of which one must occur */
  readonly words: readonly string[];
  /** words of which none may */
  readonly unless?: readonly string[];
}

/** What a protocol is for. */
export const PROTOCOL_ROLES: Readonly<Record<ProtocolName, Role>> = {
  tls: 'transport',
  dtls: 'transport',
  ssh: 'transport',
  ipsec: 'transport',
  ike: 'transport',
  quic: 'transport',
  wireguard: 'transport',
  oscore: 'transport',
  mqtt: 'transport',
  matter: 'transport',
  wpa: 'radio',
  lorawan: 'radio',
  ble: 'radio',
  thread: 'radio',
  zigbee: 'radio',
  other: 'other',
};

/** Words of an API, macro or configuration key; the first rule that matches decides. */
export const SYMBOL_RULES: readonly RoleRule[] = [
  { id: 'symbol-transport', role: 'transport', words: ['tls', 'ssl', 'dtls', 'ciphersuite', 'ciphersuites', 'ipsec', 'sshd'] },
  { id: 'symbol-boot', role: 'boot', words: ['boot', 'mcuboot', 'bootloader', 'bootutil', 'secureboot', 'uboot', 'wolfboot'] },
  {
    id: 'symbol-update',
    role: 'update',
    words: ['ota', 'fota', 'dfu', 'swupdate', 'rauc', 'mender', 'suit', 'fwup', 'mcumgr'],
    unless: ['cipher'],
  },
  { id: 'symbol-storage', role: 'storage', words: ['nvs', 'keystore', 'luks', 'dmcrypt', 'cryptsetup', 'fscrypt', 'littlefs', 'its'] },
  { id: 'symbol-identity', role: 'device-identity', words: ['attestation', 'attest', 'dice', 'devid', 'iak'] },
  { id: 'symbol-provisioning', role: 'provisioning', words: ['provision', 'provisioning', 'commissioning', 'enrollment'] },
  { id: 'symbol-debug', role: 'debug', words: ['jtag', 'swd', 'adac'] },
  {
    id: 'symbol-radio',
    role: 'radio',
    words: ['ble', 'bluetooth', 'bt', 'nimble', 'lorawan', 'lora', 'loramac', 'zigbee', 'openthread', 'ieee802154', 'wifi', 'wpa'],
  },
];

/** Words of a path; the deepest part of the path that matches a rule decides. */
export const PATH_RULES: readonly RoleRule[] = [
  {
    id: 'path-boot',
    role: 'boot',
    words: ['boot', 'bootloader', 'mcuboot', 'bootutil', 'secureboot', 'uboot', 'wolfboot', 'fsbl', 'bl2'],
    unless: ['spring'],
  },
  {
    id: 'path-update',
    role: 'update',
    words: ['ota', 'fota', 'dfu', 'update', 'updater', 'upgrade', 'swupdate', 'rauc', 'mender', 'suit', 'fwup', 'opkg'],
  },
  {
    id: 'path-storage',
    role: 'storage',
    words: ['nvs', 'storage', 'keystore', 'vault', 'luks', 'cryptsetup', 'fscrypt', 'littlefs', 'crypttab'],
  },
  { id: 'path-identity', role: 'device-identity', words: ['identity', 'attestation', 'dice', 'devid'] },
  { id: 'path-provisioning', role: 'provisioning', words: ['provision', 'provisioning', 'commissioning', 'enrollment', 'onboarding'] },
  { id: 'path-debug', role: 'debug', words: ['jtag', 'swd', 'adac'] },
  {
    id: 'path-radio',
    role: 'radio',
    words: ['ble', 'bluetooth', 'nimble', 'lora', 'lorawan', 'loramac', 'zigbee', 'openthread', 'ieee802154', 'wifi', 'wpa', 'hostapd'],
  },
  {
    id: 'path-transport',
    role: 'transport',
    words: ['tls', 'ssl', 'dtls', 'https', 'mqtt', 'mqtts', 'coap', 'coaps', 'vpn', 'openvpn', 'ipsec', 'wireguard', 'ssh', 'sshd', 'quic'],
  },
];

/** Words of a path that speak of a certificate or key before any other: who serves is a peer, also where updates are served. */
export const SERVER_RULES: readonly RoleRule[] = [
  { id: 'path-server', role: 'transport', words: ['server', 'servers', 'https', 'broker'], unless: ['update', 'boot'] },
];

/** Libraries that have one purpose, by name without separators. */
export const LIBRARY_RULES: readonly RoleRule[] = [
  { id: 'library-boot', role: 'boot', words: ['mcuboot', 'wolfboot', 'uboot', 'tfm', 'bootutil'] },
  { id: 'library-update', role: 'update', words: ['rauc', 'swupdate', 'mender', 'mendermcuclient', 'libcsuit'] },
  { id: 'library-radio', role: 'radio', words: ['nimble', 'loramacnode', 'openthread', 'wpasupplicant', 'hostapd'] },
  {
    id: 'library-transport',
    role: 'transport',
    words: ['openssh', 'dropbear', 'wireguard', 'openvpn', 'strongswan', 'libssh', 'rustls', 'tinydtls'],
  },
  { id: 'library-storage', role: 'storage', words: ['cryptsetup', 'fscrypt'] },
];
