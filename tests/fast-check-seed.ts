// Property tests draw from one seed, so that the gate gives the same answer twice; .ci/full draws a new one and prints it.

import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FAST_CHECK_SEED'] ?? 20261123) });
