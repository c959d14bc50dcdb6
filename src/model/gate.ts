// The two verdicts that every page of an assessment speaks of: how far a role has climbed, and whether an operation fits a target.

export type Gate = 'G0' | 'G1' | 'G2' | 'G3' | 'G4' | 'G5' | 'G6';

export type FitVerdict = 'fits' | 'tight' | 'exceeds' | 'indeterminate';
