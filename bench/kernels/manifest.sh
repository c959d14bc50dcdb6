#!/bin/sh
# Prints the manifest of the images in build/: compiler and flags, hash of the sources, and for each image its hash and the bytes of
# .text + .rodata of each object (wasm: of its code and data sections).
set -eu
cd "$(dirname "$0")"
export LC_ALL=C
unset MAKEFLAGS MAKELEVEL MFLAGS # this may run under make, which must not talk into the lines read here
sources=$(cat Makefile link/*.ld src/* | sha256sum | cut -d' ' -f1)
printf '{\n  "sourceSha256": "%s",\n  "images": [' "$sources"
comma=''
for image in build/*-fast.elf build/*-small.elf build/*-fast.wasm build/*-small.wasm; do
  file=$(basename "$image")
  name=${file%.*}
  isa=${name%-*}
  build=${name#*-}
  compiler=$(make -s --no-print-directory print-compiler ISA="$isa" | head -n 1)
  flags=$(make -s --no-print-directory print-flags ISA="$isa" BUILD="$build")
  printf '%s\n    {\n      "file": "%s",\n      "isa": "%s",\n      "build": "%s",\n' "$comma" "$file" "$isa" "$build"
  printf '      "compiler": "%s",\n      "flags": "%s",\n' "$compiler" "$flags"
  printf '      "sha256": "%s",\n      "bytes": %s,\n      "codeBytes": {' "$(sha256sum "$image" | cut -d' ' -f1)" "$(wc -c <"$image")"
  size=size
  case $isa in v*) size=arm-none-eabi-size ;; rv32imc) size=riscv64-unknown-elf-size ;; wasm32) size=llvm-size-14 ;; esac
  inner=''
  for object in build/"$name"/*.o; do
    # Berkeley's text is .text and .rodata; data and bss are refused by the linker script.
    if [ "$isa" = wasm32 ]; then
      bytes=$($size -A "$object" | awk '$1 == "CODE" || $1 == "DATA" { sum += $2 } END { print sum + 0 }')
    else
      bytes=$($size -B "$object" | awk 'NR == 2 { print $1 }')
    fi
    printf '%s\n        "%s": %s' "$inner" "$(basename "$object" .o)" "$bytes"
    inner=','
  done
  printf '\n      }\n    }'
  comma=','
done
printf '\n  ]\n}\n'
