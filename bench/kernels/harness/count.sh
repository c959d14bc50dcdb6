#!/bin/sh
# Usage: sh harness/count.sh v7em fast — instructions, RAM and result of each operation, from build/<isa>-<build> (after `make`).
set -eu
cd "$(dirname "$0")/.."
case $1 in v6m) cpu=cortex-m0plus machine=mps2-an385 ;; v7em) cpu=cortex-m4 machine=mps2-an386 ;; v7m) cpu=cortex-m3 machine=mps2-an385 ;; esac
mkdir -p build/counting
out=build/counting/$1-$2.elf
arm-none-eabi-gcc -std=c11 -ffreestanding -O1 -mcpu="$cpu" -mthumb -mfloat-abi=soft -nostdlib -T harness/count.ld \
  harness/count.c build/"$1-$2"/*.o -lgcc -o "$out"
timeout 300 qemu-system-arm -M "$machine" -kernel "$out" -icount shift=0 -nographic -semihosting-config enable=on,target=native
