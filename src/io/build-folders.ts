// Build folders by what build systems leave in them, and what of a folder is never entered: a compiler's own probes, and the sources and
// intermediate files of whole distributions. CMake, "CMAKE_BINARY_DIR"; ESP-IDF, "Build System"; Buildroot manual, "Build output";
// Yocto Project, "Build Directory".

/** How a folder stands to a build. */
export type BuildFolder = 'build' | 'buildroot' | 'yocto' | 'none';

/** What a folder is, by the names in it. A build inside its own sources is not told from them. */
export function toBuildFolder(names: ReadonlySet<string>): BuildFolder {
  if (names.has('CMakeCache.txt') && !names.has('CMakeLists.txt')) return 'build';
  if (names.has('build.ninja') && (names.has('.ninja_log') || names.has('.ninja_deps')) && !names.has('meson.build')) return 'build';
  // STM32CubeIDE and other Eclipse CDT projects: Debug/, Release/.
  if (names.has('objects.list') && names.has('sources.mk') && names.has('makefile')) return 'build';
  if (names.has('images') && names.has('host') && names.has('build') && names.has('target')) return 'buildroot';
  if (names.has('deploy') && names.has('work') && (names.has('stamps') || names.has('sysroots-components'))) return 'yocto';
  return 'none';
}

/** Folders of distribution builds that are entered: what ships and what lists it. */
const ENTERED: Readonly<Record<'buildroot' | 'yocto', ReadonlySet<string>>> = {
  buildroot: new Set(['images', 'legal-info']),
  yocto: new Set(['deploy']),
};
/** Below Yocto's deploy: packages hold what the images hold. */
const YOCTO_PACKAGES: ReadonlySet<string> = new Set(['rpm', 'deb', 'ipk', 'sdk']);

/** CMake compiles programs of its own to learn about the compiler; Zephyr links every folder of headers to look for system calls in them. */
const PROBES = /(?:^|\/)(?:CMakeFiles\/(?:\d[\w.-]{0,40}|CMakeScratch|CMakeTmp)|misc\/generated\/syscalls_links)\/$/;

/** Why a folder is passed over, or undefined where it is entered. `path` is below the build folder, with a slash at its end. */
export function whyNotEntered(kind: BuildFolder, path: string): 'probe' | 'intermediate' | undefined {
  if (kind === 'build') return PROBES.test(path) ? 'probe' : undefined;
  if (kind === 'none') return undefined;
  const [first = '', second = ''] = path.split('/');
  if (!ENTERED[kind].has(first)) return 'intermediate';
  return kind === 'yocto' && YOCTO_PACKAGES.has(second) ? 'intermediate' : undefined;
}
