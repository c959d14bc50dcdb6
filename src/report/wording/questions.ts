// The questions whose answers would change a report.

import type { Trait } from '../../model/framework.ts';
import type { AnsweredId } from '../../model/product.ts';
import type { QuestionStatements } from '../../model/statement.ts';
import type { Sentences } from './findings.ts';
import { ROLE_PHRASES } from './words.ts';

export const QUESTION_SENTENCES: Sentences<QuestionStatements> = {
  'ask-support-end': () => 'When does support of the product end?',
  'ask-markets': () => 'In which markets is the product sold?',
  'ask-field-life': () => 'Until when are units sold, and how long do they stay in the field?',
  'ask-data-life': () => 'How long must the data that the product sends stay secret?',
  'ask-who-changes': ({ role }) => `Who can change the mechanism of ${ROLE_PHRASES[role]} in units already sold?`,
  'ask-target': () => 'Which chip or board does the product run on, and what is left of its flash, RAM and time?',
  'ask-build': () => 'Where is the build folder? It says what was compiled and which configuration shipped.',
  'ask-role-paths': ({ role }) => `Which part of the tree implements ${ROLE_PHRASES[role]}?`,
  'ask-quantum-risk': () => 'Does the risk assessment of the product record a decision on quantum risk?',
  'ask-update-process': () => 'How do updates reach units, and who signs them?',
  'ask-incident-contact': () => 'Whom does somebody tell who finds a vulnerability?',
  'ask-verification': () => 'Has somebody independent verified the cryptography of the product?',
  'ask-declared': ({ what }) => ASKED[what],
  'ask-support-statement': () => 'Where do users read until when the product is supported?',
  'ask-sbom': () => 'Does a machine-readable SBOM go with the product?',
  'ask-trait': ({ trait }) => TRAITS[trait],
  'ask-high-risk': () => 'Is the product used where the European roadmap speaks of high risk?',
};

const TRAITS: Readonly<Record<Trait, string>> = {
  consumer: 'Is the product meant for consumers?',
  'radio-equipment': 'Is the product radio equipment?',
  'ai-components': 'Does the product hold machine-learned models?',
  'critical-sector': 'Is the product used in a critical sector such as energy, water or transport?',
  'control-function': 'Does the product control, protect or meter something there?',
  'internet-exposed': 'Can the product be reached from the Internet?',
  'federal-contractor': 'Is the product supplied to a federal agency of the United States, or to a contractor of one?',
};

const ASKED: Readonly<Record<AnsweredId, string>> = {
  'update-mechanism': 'Can units in the field be updated at all?',
  'unique-keys': 'Does every unit have its own secret keys?',
  'both-signatures-required': 'Where two schemes sign an image, must both verify?',
  'stateful-signing-control': 'How does the signer of LMS or XMSS make sure that no one-time key is used twice?',
  're-enrolment': 'Can a unit in the field get a new identity?',
  'trust-anchor-updatable': 'Can the roots that a unit trusts be replaced in the field?',
  'rng-seeding': 'Is the entropy source documented and assessed?',
  'secure-element': 'Can the secure element take post-quantum mechanisms, or be replaced?',
  'key-erasure': 'Can keys be erased and rotated, by a factory reset too?',
  'cbom-kept': 'Does the vendor keep an inventory of cryptography?',
  'crypto-agility': 'Do formats and protocols of the product name the algorithms they use?',
  'debug-closed': 'Are debug and recovery paths of sold units closed or authenticated?',
  'model-updates': 'Do model files come in as strongly authenticated as firmware?',
  'pq-claim': 'Does sales material say that the product is safe against quantum computers?',
};
