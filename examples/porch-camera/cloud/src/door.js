// SPDX-License-Identifier: Apache-2.0
// The door for cameras and phones: TLS 1.2 and later, hybrid key establishment where the other side has it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';

export const door = createServer(
  {
    key: readFileSync(process.env.DOOR_KEY),
    cert: readFileSync('certs/cloud-server.pem'),
    ca: readFileSync('certs/cloud-root.pem'),
    requestCert: true,
    minVersion: 'TLSv1.2',
    ecdhCurve: 'X25519MLKEM768:X25519:P-256',
    ciphers: 'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-ECDSA-AES128-GCM-SHA256',
  },
  (socket) => socket.pipe(process.stdout),
);
