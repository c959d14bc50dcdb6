#include "sets.h"

#define DECLARE_KEM(n)                                                              \
  void pqr_mlkem##n##_keygen(uint8_t *, uint8_t *, const uint8_t *);                 \
  int pqr_mlkem##n##_encaps(uint8_t *, uint8_t *, const uint8_t *, const uint8_t *); \
  int pqr_mlkem##n##_decaps(uint8_t *, const uint8_t *, const uint8_t *);            \
  int pqr_mlkem##n##_check_ek(const uint8_t *);                                      \
  int pqr_mlkem##n##_check_dk(const uint8_t *);
#define DECLARE_DSA(n)                                                                       \
  void pqr_mldsa##n##_keygen(uint8_t *, uint8_t *, const uint8_t *);                         \
  int pqr_mldsa##n##_sign(uint8_t *, const uint8_t *, const uint8_t *, const pqr_message *); \
  int pqr_mldsa##n##_verify(const uint8_t *, const uint8_t *, uint32_t, const pqr_message *);
DECLARE_KEM(512)
DECLARE_KEM(768)
DECLARE_KEM(1024)
DECLARE_DSA(44)
DECLARE_DSA(65)
DECLARE_DSA(87)

#define KEM(n, ek, dk, c)                                                                                            \
  {                                                                                                                  \
    "ml-kem-" #n, ek, dk, c, pqr_mlkem##n##_keygen, pqr_mlkem##n##_encaps, pqr_mlkem##n##_decaps, pqr_mlkem##n##_check_ek, \
      pqr_mlkem##n##_check_dk                                                                                        \
  }
#define DSA(n, pk, sk, signature) \
  { "ml-dsa-" #n, pk, sk, signature, pqr_mldsa##n##_keygen, pqr_mldsa##n##_sign, pqr_mldsa##n##_verify }

const kem_set KEMS[KEM_SETS] = {KEM(512, 800, 1632, 768), KEM(768, 1184, 2400, 1088), KEM(1024, 1568, 3168, 1568)};
const dsa_set DSAS[DSA_SETS] = {DSA(44, 1312, 2560, 2420), DSA(65, 1952, 4032, 3309), DSA(87, 2592, 4896, 4627)};
union pqr_room room;
