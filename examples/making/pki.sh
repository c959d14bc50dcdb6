#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the certificates and the demo update key of examples/lumen-lock with openssl 3, and the C headers that carry them.
# Run once: keys are random, so every run gives other certificates. All private keys but the update key are thrown away.
# Usage: examples/making/pki.sh examples/lumen-lock
set -eu
product=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

key_p256() { openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1.key"; }
key_rsa() { openssl genrsa -out "$1.key" 2048 2>/dev/null; }
# request NAME SUBJECT
request() { openssl req -new -utf8 -key "$1.key" -subj "$2" -out "$1.csr"; }
# issue NAME ISSUER DIGEST FROM UNTIL EXTENSIONS: by the issuer's key, or by its own where the two are the same; dates as YYYYMMDD
issue() {
  printf '%s\n' "$6" > "$1.ext"
  if [ "$1" = "$2" ]; then by='-selfsign'; else by="-cert $2.pem"; fi
  # shellcheck disable=SC2086
  openssl ca -batch -notext -config ca.cnf $by -keyfile "$2.key" -md "$3" -startdate "${4}000000Z" -enddate "${5}235959Z" -extfile "$1.ext" -in "$1.csr" -out "$1.pem" 2>/dev/null
}
printf '[ca]\ndefault_ca=x\n[x]\ndatabase=index\nnew_certs_dir=.\nserial=serial\nunique_subject=no\npolicy=any\npreserve=yes\n[any]\norganizationName=supplied\ncommonName=supplied\n' > ca.cnf
: > index
echo 4C55 > serial
ca='basicConstraints=critical,CA:TRUE
keyUsage=critical,keyCertSign,cRLSign
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid'
leaf='basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid'

# Devices: RSA-2048 root, P-256 issuing CA, one lock
key_rsa device-root; request device-root '/O=Lumen Example/CN=Lumen Device Root'
issue device-root device-root sha256 20210301 20511231 "$ca"
key_p256 device-ca; request device-ca '/O=Lumen Example/CN=Lumen Device CA 1'
issue device-ca device-root sha256 20210401 20501231 "$ca"
key_p256 device-0001; request device-0001 '/O=Lumen Example/CN=LL2-0001'
issue device-0001 device-ca sha256 20260301 20491231 "$leaf"

# Backend: RSA-2048 root, the server of today, and the SHA-1 certificate that the first hubs still ask for
key_rsa backend-root; request backend-root '/O=Lumen Example/CN=Lumen Backend Root'
issue backend-root backend-root sha256 20190601 20361231 "$ca"
key_p256 backend-server; request backend-server '/O=Lumen Example/CN=locks.lumen.example'
issue backend-server backend-root sha256 20260901 20271031 "$leaf
subjectAltName=DNS:locks.lumen.example"
key_rsa backend-hubs; request backend-hubs '/O=Lumen Example/CN=hubs.lumen.example'
issue backend-hubs backend-root sha1 20190601 20301231 'basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,keyEncipherment
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
subjectAltName=DNS:hubs.lumen.example'

cp device-root.pem device-ca.pem device-0001.pem "$product/pki/"
cp backend-root.pem backend-server.pem backend-hubs.pem "$product/backend/certs/"

# The demo update key, and the two headers of the firmware
key_p256 update
cp update.key "$product/firmware/keys/update-demo.pem"
{
  printf '/* SPDX-License-Identifier: Apache-2.0 */\n/* Lumen Backend Root, as backend/certs/backend-root.pem. */\n#pragma once\n\nstatic const char backend_root[] =\n'
  sed 's/.*/\t"&\\n"/; $s/$/;/' backend-root.pem
} > "$product/firmware/src/certs/backend_root.h"
{
  printf '/* SPDX-License-Identifier: Apache-2.0 */\n/* Public half of the update key: an uncompressed point of P-256 (SEC 1, 2.3.3). */\n#pragma once\n\n#include <stdint.h>\n\nstatic const uint8_t update_key[65] = {\n'
  openssl pkey -in update.key -pubout -outform DER | tail -c 65 | od -An -v -tx1 -w12 | sed 's/ \([0-9a-f][0-9a-f]\)/ 0x\1,/g; s/^ /\t/'
  printf '};\n'
} > "$product/firmware/src/certs/update_key.h"
