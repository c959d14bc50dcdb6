#!/bin/sh
# Builds the C driver from the kernels' sources with the machine's own compiler: sh kernels.sh OUT
set -eu
here=$(cd "$(dirname "$0")" && pwd)
kernels="$here/../../bench/kernels/src"
out="${1:-./kernels}"
objects=$(mktemp -d)
trap 'rm -r "$objects"' EXIT
build() { ${CC:-cc} -std=c11 -O2 -fno-builtin -DPQR_LANE64 "$@"; }
for k in 2 3 4; do build -DPQR_K=$k -c "$kernels/mlkem.c" -o "$objects/mlkem$k.o"; done
for set in 44 65 87; do build -DPQR_SET=$set -c "$kernels/mldsa.c" -o "$objects/mldsa$set.o"; done
for source in keccak sha2 lms; do build -c "$kernels/$source.c" -o "$objects/$source.o"; done
build "$here/kernels.c" "$objects"/*.o -o "$out"
