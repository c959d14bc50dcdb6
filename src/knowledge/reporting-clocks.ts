// Duties to report whose clocks may begin with an incident: what is to be decided, by whom, and the steps that follow from a yes. The tool
// never decides it. Sources: Regulation (EU) 2024/2847 (CRA) Article 14(1)-(5), 16 and 71(2), as in the pack `cra`; Directive (EU)
// 2022/2555 (NIS2) Article 23(1)-(4), read in summaries of it.

import type { ClockId } from '../model/drill.ts';
import type { IsoDate } from '../model/evidence.ts';

/** One duty. Times count from becoming aware, where a step says nothing else. */
export interface ReportingClock {
  readonly title: string;
  /** `cra:Art14.1-2` where a pack has the clause */
  readonly clause?: string;
  readonly appliesFrom?: IsoDate;
  /** the questions on which the duty turns, in our words */
  readonly decide: readonly string[];
  readonly steps: readonly { readonly step: string; readonly within: string }[];
  readonly to: string;
}

const FROM_2026 = '2026-09-11' as IsoDate; // CRA Article 71(2)

/** Every duty that a drill asks about. */
export const REPORTING_CLOCKS: Readonly<Record<ClockId, ReportingClock>> = {
  'cra-vulnerability': {
    title: 'CRA Article 14(1) and (2): actively exploited vulnerability',
    clause: 'cra:Art14.1-2',
    appliesFrom: FROM_2026,
    decide: [
      'Is there a vulnerability in this product, and reliable evidence that somebody exploits it without the owner’s permission?',
      'Since which hour is the manufacturer aware of it, and who records that hour?',
    ],
    steps: [
      { step: 'early warning', within: '24 h' },
      { step: 'vulnerability notification', within: '72 h' },
      { step: 'final report', within: '14 days after a corrective or mitigating measure is available' },
    ],
    to: 'the coordinating CSIRT and ENISA, through the single reporting platform; affected users are told too',
  },
  'cra-incident': {
    title: 'CRA Article 14(3) and (4): severe incident with an impact on the security of the product',
    clause: 'cra:Art14.3-4',
    appliesFrom: FROM_2026,
    decide: [
      'Is there an incident, such as a lost signing key, that can affect how the product protects important data or functions, or can lead to malicious code in it?',
      'Since which hour is the manufacturer aware of it, and who records that hour?',
    ],
    steps: [
      { step: 'early warning', within: '24 h' },
      { step: 'incident notification', within: '72 h' },
      { step: 'final report', within: 'one month after the incident notification' },
    ],
    to: 'the coordinating CSIRT and ENISA, through the single reporting platform; affected users are told too',
  },
  nis2: {
    title: 'NIS2 Article 23: significant incident, as transposed nationally',
    decide: [
      'Is the manufacturer, or an operator of these units, an essential or important entity?',
      'Is the provision of its services affected significantly?',
    ],
    steps: [
      { step: 'early warning', within: '24 h' },
      { step: 'incident notification', within: '72 h' },
      { step: 'final report', within: 'one month after the incident notification' },
    ],
    to: 'the national CSIRT or competent authority',
  },
};
