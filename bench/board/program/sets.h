/* The parameter sets with the lengths of their keys and results, FIPS 203 Table 3 and FIPS 204 Table 2, and their kernels. */
#ifndef PQR_SETS_H
#define PQR_SETS_H

#include "../kernels/pqr.h"

enum { EK = 1568, DK = 3168, C = 1568, PK = 2592, SK = 4896, SIGNATURE = 4627, KEM_SETS = 3, DSA_SETS = 3 };

typedef struct {
  const char *name;
  uint32_t ek, dk, c;
  void (*keygen)(uint8_t *, uint8_t *, const uint8_t *);
  int (*encaps)(uint8_t *, uint8_t *, const uint8_t *, const uint8_t *);
  int (*decaps)(uint8_t *, const uint8_t *, const uint8_t *);
  int (*check_ek)(const uint8_t *);
  int (*check_dk)(const uint8_t *);
} kem_set;

typedef struct {
  const char *name;
  uint32_t pk, sk, signature;
  void (*keygen)(uint8_t *, uint8_t *, const uint8_t *);
  int (*sign)(uint8_t *, const uint8_t *, const uint8_t *, const pqr_message *);
  int (*verify)(const uint8_t *, const uint8_t *, uint32_t, const pqr_message *);
} dsa_set;

extern const kem_set KEMS[KEM_SETS];
extern const dsa_set DSAS[DSA_SETS];

/* What is computed stands here, for benchmark and driver alike: the largest of each. */
typedef struct {
  uint8_t ek[EK], dk[DK], c[C], k[32], k2[32];
} kem_room;
typedef struct {
  uint8_t pk[PK], sk[SK], signature[SIGNATURE];
} dsa_room;
extern union pqr_room {
  kem_room kem;
  dsa_room dsa;
} room;

void pqr_probe_keccak(void *);
void pqr_probe_mlkem_ntt(void *);
void pqr_probe_mldsa_ntt(void *);

#endif
