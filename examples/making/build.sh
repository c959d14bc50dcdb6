#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Compiles the lock's own sources against the stand-ins, links them with a map file, and signs the image.
# Usage: examples/making/build.sh examples/lumen-lock      (arm-none-eabi-gcc 12.2, node with this repository's packages)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
product=$(cd "$1" && pwd)
out="$product/firmware/build/firmware/zephyr"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out" "$work/app" "$work/standin"
cp -R "$product/firmware/src/." "$work/app/"
cp -R "$here/standin/." "$work/standin/"
cd "$work"

# The flags that Zephyr gives a Cortex-M4 in a release build, as far as they matter here. legacy_hub.c is off (CONFIG_LOCK_LEGACY_HUB).
flags='-mcpu=cortex-m4 -mthumb -mfloat-abi=soft -Os -std=c11 -ffreestanding -fno-builtin -ffunction-sections -fdata-sections -Istandin/include -Wall -Werror'
for source in app/main.c app/identity.c app/storage.c app/transport.c app/update.c app/unlock.c standin/psa.c standin/zephyr.c; do
  arm-none-eabi-gcc $flags -c "$source" -o "$(basename "$source").obj"
done
arm-none-eabi-gcc -mcpu=cortex-m4 -mthumb -nostdlib -Wl,--gc-sections -Wl,--build-id=none -u update_begin -u update_chunk -u update_finish -u unlock_open_session -u unlock_command -u identity_answer -u storage_seal -u storage_open \
  -T standin/image.ld -Wl,-Map=zephyr.map main.c.obj identity.c.obj storage.c.obj transport.c.obj update.c.obj unlock.c.obj psa.c.obj zephyr.c.obj -o zephyr.elf
arm-none-eabi-objcopy -O binary -j .text -j .rodata -j .data zephyr.elf zephyr.bin
chmod 644 zephyr.elf
cp zephyr.elf zephyr.map "$out/"
node "$here/sign-image.js" zephyr.bin "$product/firmware/keys/update-demo.pem" 2.4.1+0 "$out/zephyr.signed.bin"
