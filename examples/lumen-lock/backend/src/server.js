// SPDX-License-Identifier: Apache-2.0
// The two front doors: locks and gateways of today, and the hubs of the first generation that know nothing newer than TLS 1.1.

import { readFileSync } from 'node:fs';
import tls from 'node:tls';

const certificate = (name) => readFileSync(new URL(`../certs/${name}`, import.meta.url));

export const listenForLocks = (key, onConnection) =>
  tls
    .createServer(
      {
        key,
        cert: certificate('backend-server.pem'),
        ca: certificate('backend-root.pem'),
        minVersion: 'TLSv1.2',
        ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384',
        ecdhCurve: 'P-256',
      },
      onConnection,
    )
    .listen(8883);

export const listenForLegacyHubs = (key, onConnection) =>
  tls
    .createServer(
      {
        key,
        cert: certificate('backend-hubs.pem'),
        minVersion: 'TLSv1.1',
        ciphers: 'ECDHE-RSA-AES128-SHA:AES128-SHA',
      },
      onConnection,
    )
    .listen(8884);
