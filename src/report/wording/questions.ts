// The questions whose answers would change a report.

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
  'ask-sbom': () => 'Is there a machine-readable SBOM?',
  'ask-verification': () => 'Has somebody independent verified the cryptography of the product?',
  'ask-high-risk': () => 'Is the product used where the European roadmap speaks of high risk?',
};
