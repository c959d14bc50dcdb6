#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Makes the two certificates of examples/porch-camera with openssl 3. Run once: keys are random and thrown away.
# Usage: examples/making/camera-pki.sh examples/porch-camera
set -eu
product=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

printf '[ca]\ndefault_ca=x\n[x]\ndatabase=index\nnew_certs_dir=.\nserial=serial\nunique_subject=no\npolicy=any\npreserve=yes\n[any]\norganizationName=supplied\ncommonName=supplied\n' > ca.cnf
: > index
echo 5001 > serial
sign() { openssl ca -batch -notext -config ca.cnf -md sha384 -keyfile root.key "$@" 2>/dev/null; }

openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-384 -out root.key
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out server.key
openssl req -new -key root.key -subj '/O=Porch Example/CN=Porch Cloud Root' -out root.csr
openssl req -new -key server.key -subj '/O=Porch Example/CN=cameras.porch.example' -out server.csr
printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n' > root.ext
printf 'basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nsubjectAltName=DNS:cameras.porch.example\n' > server.ext
sign -selfsign -startdate 20240101000000Z -enddate 20431231235959Z -extfile root.ext -in root.csr -out cloud-root.pem
sign -cert cloud-root.pem -startdate 20260901000000Z -enddate 20271001235959Z -extfile server.ext -in server.csr -out cloud-server.pem
openssl verify -CAfile cloud-root.pem cloud-server.pem
cp cloud-root.pem cloud-server.pem "$product/firmware/certs/"
