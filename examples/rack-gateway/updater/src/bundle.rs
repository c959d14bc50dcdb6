// SPDX-License-Identifier: Apache-2.0
//! A bundle is installed only if both of its signatures verify: ECDSA on P-384 and ML-DSA-65.

use ml_dsa::{signature::Verifier as _, MlDsa65, Signature, VerifyingKey};
use p384::ecdsa;
use sha2::{Digest, Sha384};

pub struct ReleaseKeys {
    pub classical: ecdsa::VerifyingKey,
    pub post_quantum: VerifyingKey<MlDsa65>,
}

pub struct Signatures {
    pub classical: ecdsa::Signature,
    pub post_quantum: Signature<MlDsa65>,
}

/// True where both verify; either alone is not enough.
pub fn is_genuine(bundle: &[u8], keys: &ReleaseKeys, signatures: &Signatures) -> bool {
    let digest = Sha384::digest(bundle);
    keys.classical.verify(bundle, &signatures.classical).is_ok()
        && keys.post_quantum.verify(digest.as_slice(), &signatures.post_quantum).is_ok()
}
