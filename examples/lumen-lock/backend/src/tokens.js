// SPDX-License-Identifier: Apache-2.0
// Tokens of the app's users and the commands that the backend signs for gateways.

import { createHmac, createSign, generateKeyPairSync, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { SignJWT } from 'jose';

export const makeTokenKeys = () => generateKeyPairSync('rsa', { modulusLength: 3072 });

export const makeUserToken = (user, privateKey) =>
  new SignJWT({ sub: user }).setProtectedHeader({ alg: 'RS256' }).setIssuedAt().setExpirationTime('15m').sign(privateKey);

export const signCommand = (command, privateKey) => createSign('SHA256').update(command).sign(privateKey, 'base64');

export const webhookSignature = (body, secret) => createHmac('sha256', secret).update(body).digest('hex');

export const hashPassword = (password, salt = randomBytes(16)) => scryptSync(password, salt, 64, { N: 1 << 15, maxmem: 64 << 20 });

export const isPassword = (password, salt, expected) => timingSafeEqual(hashPassword(password, salt), expected);
