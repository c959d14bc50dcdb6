// Sentences for the reasons of verdicts and for what stops a climb.

import type { ReasonStatements } from '../../model/statement.ts';
import type { Sentences } from './findings.ts';
import { CHANGER_WORDS, counted, DECLARER_WORDS, ROLE_PHRASES } from './words.ts';

/** Without those that quote a finding: a sentence within a sentence is made where all sentences are known. */
export const REASON_SENTENCES: Sentences<Omit<ReasonStatements, 'found' | 'found-uncertain'>> = {
  'none-among': ({ examined, role }) => `None among the ${counted(examined, 'mechanism', 'mechanisms')} seen in ${ROLE_PHRASES[role]}.`,
  'none-among-all': ({ examined }) => `None among the ${examined} examined.`,
  'none-in-files': ({ files }) => `None in the ${counted(files, 'file', 'files')} of a kind that is read.`,
  'use-uncertain': ({ names, role }) => `${names} in ${ROLE_PHRASES[role]}: whether it is built and used is not certain.`,
  'parameter-unknown': ({ what, name }) => `The ${what} of ${name} is not known.`,
  'nothing-seen': ({ role }) => `No mechanism was seen in ${ROLE_PHRASES[role]}.`,
  'only-protocol-seen': ({ names, role }) => `Seen in ${ROLE_PHRASES[role]}: ${names}. Which mechanisms it works with was not seen.`,
  'kind-not-seen': ({ what }) => `No ${what} was seen.`,
  'no-such-mechanism': ({ role }) => `No mechanism that this concerns was seen in ${ROLE_PHRASES[role]}.`,
  'out-of-scope': ({ role }) => `The product file puts ${ROLE_PHRASES[role]} out of scope.`,
  'not-looked': ({ scanner }) => `The scanner for this did not run: ${scanner}.`,
  'seen-in-role': ({ names, role }) => `Seen in ${ROLE_PHRASES[role]}: ${names}.`,
  'declared-only': ({ role }) => `What is known of ${ROLE_PHRASES[role]} is declared only.`,
  'all-read': ({ files }) => `${files === 1 ? 'The 1 file' : `All ${files} files`} of a kind that is read could be read.`,
  'gaps-left': ({ gaps }) => `${counted(gaps, 'place', 'places')} could not be read.`,
  'nothing-read': () => 'Nothing was read.',
  'quantum-ready': ({ names, role }) => `Post-quantum in ${ROLE_PHRASES[role]}: ${names}.`,
  'symmetric-only': ({ role }) => `Only symmetric mechanisms were seen in ${ROLE_PHRASES[role]}.`,
  'classical-only': ({ names, role }) => `Only classical public-key mechanisms were seen in ${ROLE_PHRASES[role]}: ${names}.`,
  'draft-only': ({ names, role }) => `Only drafts of the competition were seen in ${ROLE_PHRASES[role]}: ${names}.`,
  'classical-beside': ({ names, role }) => `Classical mechanisms stand beside the post-quantum one in ${ROLE_PHRASES[role]}: ${names}.`,
  'seen-negotiated': ({ names }) => `Seen negotiated: ${names}.`,
  'default-not-observed': ({ names }) => `${names}: built in or enabled, and not observed as the default of a running product.`,
  'changed-by': ({ role, by }) => `Who can change the mechanism of ${ROLE_PHRASES[role]}: ${CHANGER_WORDS[by]}.`,
  'changer-unknown': ({ role }) => `Who can change the mechanism of ${ROLE_PHRASES[role]} is not declared.`,
  'verifier-fixed': ({ role }) => `The verifier of ${ROLE_PHRASES[role]} cannot be changed in the field.`,
  'authenticated-by': ({ names }) => `Images are authenticated by ${names}.`,
  'verification-not-seen': ({ names }) => `Seen: ${names}. That an image is refused without a valid signature was not seen.`,
  'switch-on': ({ what }) => `The ${what} switch is on.`,
  'switch-unknown': ({ what }) => `No ${what} switch was seen.`,
  'versions-seen': ({ versions }) => `Versions seen: ${versions}.`,
  'standard-schemes': ({ names }) => `In the version of the standard: ${names}.`,
  'fit-found': ({ names }) => `Fits every named target: ${names}.`,
  'fit-exceeds': ({ target }) => `Every candidate with figures exceeds the budget of ${target}.`,
  'fit-unknown': () => 'The figures that would decide it are missing.',
  'fit-no-target': () => 'No target is named.',
  'random-seed-not-examined': ({ names }) => `Seen: ${names}. Where the seed comes from was not examined.`,
  'sbom-seen': () => 'A machine-readable SBOM was read.',
  'sbom-none': () => 'No machine-readable SBOM was found in what was read.',
  'cbom-made': ({ assets }) => `This run made one with ${counted(assets, 'asset', 'assets')}; whether the vendor keeps one is not known.`,
  'no-product-file': () => 'There is no product file to say so.',
  declared: ({ by, date }) => `Declared by ${DECLARER_WORDS[by]} on ${date}.`,
  'not-declared': () => 'The product file does not declare it.',
  'support-until': ({ date }) => `Support is declared until ${date}.`,
  'support-over': ({ date }) => `Support ended on ${date}.`,
  'support-unknown': () => 'The end of support is not declared.',
  'within-sunsets': ({ rows }) => `${counted(rows, 'policy row', 'policy rows')} compared; none ends before the product’s need.`,
  'past-sunset': ({ rows }) => `${counted(rows, 'policy row ends', 'policy rows end')} before the product’s need.`,
  'past-sunset-informative': ({ rows }) =>
    `${counted(rows, 'policy row ends', 'policy rows end')} before the product’s need; each is a draft, not verified, or not known to apply.`,
  'no-sunset-applies': () => 'No dated policy row speaks of what was seen.',
  'maintenance-not-examined': ({ libraries }) =>
    `${counted(libraries, 'library', 'libraries')} seen; whether their branches are maintained was not examined.`,
  'vectors-not-on-record': ({ names }) => `${names} is implemented; no run of the standard’s test vectors is on record.`,
  'conformance-met': ({ names, implementation, part }) =>
    `The tests on record of ${implementation} in ${part} meet the requirements of the standard that they examine: ${names}.`,
  'conformance-not-met': ({ names, implementation, part, clause }) =>
    `By the tests on record, ${implementation} in ${part} does not meet ${clause}: ${names}.`,
  'update-not-sound': () => 'The update that would carry the change is not known to be authenticated.',
};
