// Whose code a path holds, by the names that package managers, build systems and test runners give their folders. Only the path is
// looked at; what the build or the product file says about a file outranks it later.

import type { Origin } from '../model/evidence.ts';

/** Folder names, lowercase, that package managers and vendoring conventions use for other people's code. */
const DEPENDENCY_FOLDERS: ReadonlySet<string> = new Set([
  'node_modules', // npm
  'bower_components',
  'vendor', // Go, Composer, Bundler
  'third_party',
  'third-party',
  'thirdparty',
  '3rdparty',
  '3rd_party',
  'external',
  'externals',
  'extern',
  'ext', // MCUboot, and others of its age
  'deps', // Node.js
  'managed_components', // ESP-IDF component manager
  'subprojects', // Meson
  'site-packages', // pip
  '.venv',
  'venv',
  '.tox',
  '_deps', // CMake FetchContent
  'libdeps', // PlatformIO
]);

const TEST_FOLDERS: ReadonlySet<string> = new Set([
  'test',
  'tests',
  '__tests__',
  'testing',
  'unittest',
  'unittests',
  'testdata',
  'test-data',
  'test_data',
  'test_certs',
  'test-certs',
  'fixtures',
  'spec',
  'specs',
  'e2e',
  'mocks',
  '__mocks__',
  'fuzz',
  'fuzzing',
  'benchmarks',
]);

/** `test-common`, `tpm-shared-test`, `Gateway.Tests`, `testplan`; a self-test is what the product runs on itself. */
const TEST_FOLDER = /^(?!.{0,200}self[-_.]tests?$)(tests?[-_.].{1,200}|.{1,200}[-_.]tests?|test(utils?|helpers?|plans?|lib|suites?))$/;

const EXAMPLE_FOLDERS: ReadonlySet<string> = new Set([
  'example',
  'examples',
  'sample',
  'samples',
  'demo',
  'demos',
  'tutorial',
  'tutorials',
]);

const GENERATED_FOLDERS: ReadonlySet<string> = new Set([
  'build',
  '_build',
  'out',
  'dist',
  '.pio',
  'generated',
  'gen',
  'debug',
  'release',
  'coverage',
  'deploy',
]);

// `sdkconfig.ci…` is what ESP-IDF builds with in its tests.
const TEST_FILE = /^sdkconfig\.ci(\.[^/]{1,200})?$|^((py)?test_.{1,200}|.{1,200}_test|.{1,200}[.-](test|spec|tests))\.[a-z0-9]{1,5}$/;
const GENERATED_FILE = /^(\.config|sdkconfig|sdkconfig\.h|autoconf\.h|compile_commands\.json|cmakecache\.txt|.{1,200}\.min\.(js|mjs|cjs))$/;

/** The origin of a posix path relative to the scanned root. Dependency outranks test, test outranks example, example outranks generated. */
export function toOrigin(path: string): Origin {
  const segments = path.toLowerCase().split('/');
  const file = segments.pop() ?? '';
  const inOneOf = (folders: ReadonlySet<string>): boolean =>
    segments.some((segment) => folders.has(segment) || isCMakeBuild(folders, segment));
  if (inOneOf(DEPENDENCY_FOLDERS) && !isOwnPackage(segments)) return 'dependency';
  if (inOneOf(TEST_FOLDERS) || segments.some((segment) => TEST_FOLDER.test(segment)) || TEST_FILE.test(file)) return 'test';
  if (inOneOf(EXAMPLE_FOLDERS)) return 'example';
  if (inOneOf(GENERATED_FOLDERS) || GENERATED_FILE.test(file)) return 'generated';
  return 'first-party';
}

// A monorepo may keep its own packages where Node finds them without links: `packages/node_modules/@name/…`.
function isOwnPackage(segments: readonly string[]): boolean {
  const [first, ...deeper] = segments.flatMap((segment, index) => (DEPENDENCY_FOLDERS.has(segment) ? [index] : []));
  return first !== undefined && deeper.length === 0 && segments[first] === 'node_modules' && segments[first - 1] === 'packages';
}

// CLion and others name build folders `cmake-build-debug`; Zephyr users `build_nrf52`, `build-mcuboot`.
function isCMakeBuild(folders: ReadonlySet<string>, segment: string): boolean {
  return (
    folders === GENERATED_FOLDERS && (segment.startsWith('cmake-build') || segment.startsWith('build_') || segment.startsWith('build-'))
  );
}
