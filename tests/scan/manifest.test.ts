import fc from 'fast-check';
import { PackageURL } from 'packageurl-js';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../src/model/evidence.ts';
import { manifestScanner } from '../../src/scan/manifest.ts';
import { evidenceIn, expected, found, scanFixture, scanText } from './expectations.ts';

const ANNOTATED = [
  'node/yarn.lock',
  'node/pnpm-lock.yaml',
  'python/requirements.txt',
  'python/pyproject.toml',
  'python/poetry.lock',
  'embedded/west.yml',
  'embedded/idf_component.yml',
  'embedded/dependencies.lock',
  'embedded/platformio.ini',
  'embedded/conanfile.txt',
  'embedded/.gitmodules',
  'rust/Cargo.toml',
  'rust/Cargo.lock',
  'rust/go.mod',
  'embedded/conanfile.py',
  'java/build.gradle',
  'java/build.gradle.kts',
  'java/libs.versions.toml',
  'java/gradle.lockfile',
];
const PATHS = [
  ...ANNOTATED,
  'package.json',
  'package-lock.json',
  'Pipfile',
  'Pipfile.lock',
  'library.json',
  'library.properties',
  'vcpkg.json',
  'conan.lock',
  'pom.xml',
  'Agent.csproj',
  'packages.config',
  'packages.lock.json',
];

const evidenceOf = (path: string, text: string): readonly Evidence[] => evidenceIn(scanText(manifestScanner, path, text));
const purls = (evidence: readonly Evidence[]): (string | undefined)[] =>
  evidence.flatMap(({ observed }) => (observed.kind === 'library' ? [observed.purl] : []));

describe('annotated manifests', () => {
  it.each(ANNOTATED)('%s gives what its lines announce and nothing else', (name) => {
    expect(found(scanFixture(manifestScanner, `manifests/${name}`, name)).toSorted()).toEqual(expected(`manifests/${name}`).toSorted());
  });
});

describe('JSON manifests', () => {
  it('package.json names its dependencies with their lines; a range is no version', () => {
    expect(found(scanFixture(manifestScanner, 'manifests/node/package.json', 'package.json'))).toEqual([
      '6: present library node-forge@1.3.1',
      '7: present library @noble/curves',
      '9: present library jsonwebtoken',
      '11: present library libsodium-wrappers@0.7.15',
    ]);
  });

  it('package-lock.json names what is installed, renamed and nested packages too', () => {
    const evidence = scanFixture(manifestScanner, 'manifests/node/package-lock.json', 'package-lock.json');
    expect(found(evidence)).toEqual([
      '14: present library @noble/curves@1.8.1',
      '18: present library tweetnacl@1.0.3',
      '21: present library node-forge@1.3.2-beta.1',
    ]);
    expect(evidence[0]?.observed).toEqual({
      kind: 'library',
      name: '@noble/curves',
      version: '1.8.1',
      purl: 'pkg:npm/%40noble/curves@1.8.1',
      symbol: 'node_modules/@noble/curves',
    });
    expect(evidence[0]).toMatchObject({ state: 'present', grade: 'source', confidence: 'certain' });
  });

  it('npm-shrinkwrap.json of lockfile version 1 is read in depth', () => {
    expect(found(scanFixture(manifestScanner, 'manifests/node/npm-shrinkwrap.json', 'npm-shrinkwrap.json'))).toEqual([
      '4: present library ssh2@0.8.9',
      '7: present library bcryptjs@2.4.3',
    ]);
  });

  it('vcpkg.json and library.json name ports and libraries', () => {
    expect(found(scanFixture(manifestScanner, 'manifests/embedded/vcpkg.json', 'vcpkg.json'))).toEqual([
      '4: present library mbedtls',
      '5: present library openssl',
    ]);
    expect(found(scanFixture(manifestScanner, 'manifests/embedded/library.json', 'library.json'))).toEqual([
      '4: present library monocypher@4.0.2',
    ]);
  });
});

describe('XML manifests', () => {
  it('pom.xml names dependencies, managed and of profiles; a property of the same file is filled in, an unknown one is no version', () => {
    const evidence = scanFixture(manifestScanner, 'manifests/java/pom.xml', 'pom.xml');
    expect(found(evidence).toSorted()).toEqual([
      '14: present library nimbus-jose-jwt@9.47',
      '22: present library bouncycastle@1.79',
      '37: present library californium-scandium',
    ]);
    expect(purls(evidence)).toContain('pkg:maven/org.bouncycastle/bcprov-jdk18on@1.79');
  });

  it('a project file of .NET names its packages: a bracket allows one version, a star none', () => {
    const evidence = scanFixture(manifestScanner, 'manifests/dotnet/Agent.csproj', 'Agent.csproj');
    expect(found(evidence)).toEqual([
      '3: present library BouncyCastle.Cryptography@2.4.0',
      '5: present library NSec.Cryptography@24.4.0',
      '8: present library SSH.NET',
    ]);
    expect(purls(evidence)[0]).toBe('pkg:nuget/BouncyCastle.Cryptography@2.4.0');
    expect(found(scanFixture(manifestScanner, 'manifests/dotnet/packages.config', 'packages.config'))).toEqual([
      '3: present library jose-jwt@5.1.0',
    ]);
  });

  it('packages.lock.json and conan.lock name what was resolved, once', () => {
    expect(found(scanFixture(manifestScanner, 'manifests/dotnet/packages.lock.json', 'packages.lock.json'))).toEqual([
      '5: present library BouncyCastle.Cryptography@2.4.0',
      '9: present library Sodium.Core@1.3.5',
    ]);
    expect(found(scanFixture(manifestScanner, 'manifests/embedded/conan.lock', 'conan.lock'))).toEqual([
      '4: present library openssl@3.2.3',
    ]);
  });

  it('knows no entity of a document type, so none can multiply', () => {
    const bomb = `<!DOCTYPE project [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><project><dependencies>&b;</dependencies></project>`;
    expect(scanText(manifestScanner, 'pom.xml', bomb)).toEqual([expect.objectContaining({ reason: 'malformed' })]);
  });

  it.each([
    ['pom.xml', '<project>\n<dependencies>\n</project>', 3],
    ['Agent.csproj', '', 1],
    ['packages.config', `${'<a>'.repeat(100)}`, 1],
  ])('%s that is broken is a gap with its line', (path, text, line) => {
    expect(scanText(manifestScanner, path, text)).toEqual([
      expect.objectContaining({ reason: 'malformed', location: expect.objectContaining({ line }) }),
    ]);
  });
});

describe('package URLs', () => {
  it('are read back by the package URL library as what was named', () => {
    const all = [...ANNOTATED.flatMap((name) => purls(scanFixture(manifestScanner, `manifests/${name}`, name)))].filter(
      (purl) => purl !== undefined,
    );
    expect(all.length).toBeGreaterThan(15);
    for (const purl of all) expect(PackageURL.fromString(purl).toString()).toBe(purl);
  });

  it('are left out where their rules refuse a version, and the library is told', () => {
    const [evidence] = evidenceOf('go.mod', 'require golang.org/x/crypto v1.2.3.4');
    expect(evidence?.observed).toEqual({ kind: 'library', name: 'golang-x-crypto', version: '1.2.3.4', symbol: 'golang.org/x/crypto' });
  });

  it('have no version for a range: `1.2.x` is one', () => {
    expect(purls(evidenceOf('package.json', '{"dependencies":{"jose":"5.9.x"}}'))).toEqual(['pkg:npm/jose']);
  });

  it('name the registry, or the repository where the manifest gives one', () => {
    expect(purls(evidenceOf('requirements.txt', 'PyNaCl==1.5.0'))).toEqual(['pkg:pypi/pynacl@1.5.0']);
    expect(purls(evidenceOf('.gitmodules', 'url = git@github.com:Mbed-TLS/mbedtls.git'))).toEqual(['pkg:github/mbed-tls/mbedtls']);
    expect(purls(evidenceOf('go.mod', 'require golang.org/x/crypto v0.33.0'))).toEqual(['pkg:golang/golang.org/x/crypto@v0.33.0']);
    expect(purls(evidenceOf('platformio.ini', 'lib_deps = rweather/Crypto@0.4.0'))).toEqual([undefined]);
  });
});

describe('files', () => {
  const wants = (path: string, ignored = false): boolean => manifestScanner.wants({ path, bytes: 10, ignored, origin: 'first-party' });

  it('of installed packages are left out: the lockfile beside them says the same', () => {
    expect(wants('package.json')).toBe(true);
    expect(wants('services/api/package.json')).toBe(true);
    expect(wants('node_modules/elliptic/package.json')).toBe(false);
    expect(wants('managed_components/espressif__mdns/idf_component.yml')).toBe(false);
    expect(wants('package.json', true)).toBe(false);
    expect(wants('tsconfig.json')).toBe(false);
    expect(wants('requirements.md')).toBe(false);
  });
});

describe('malformed input', () => {
  it.each([
    ['package.json', '{\n "dependencies": {\n "elliptic" "1"', 3],
    ['package.json', '', 1],
    ['pyproject.toml', '[project]\nname = \n', 2],
    ['poetry.lock', '[[package]]\nname = "x\n', 2],
    ['west.yml', 'manifest:\n  projects: [\n', 3],
    ['idf_component.yml', 'a: b: c\n', 1],
  ])('%s is a gap with its line', (path, text, line) => {
    expect(scanText(manifestScanner, path, text)).toEqual([
      expect.objectContaining({ scanner: 'manifest', reason: 'malformed', location: expect.objectContaining({ path, line }) }),
    ]);
  });

  it('is a gap where JSON nests deeper than 64 levels, long before the parser could overflow', () => {
    const text = `{"dependencies":${'['.repeat(1_000_000)}`;
    expect(scanText(manifestScanner, 'package.json', text)).toEqual([
      expect.objectContaining({ reason: 'malformed', detail: expect.stringContaining('64 levels') }),
    ]);
  });

  it('does not follow aliases, so an alias bomb is small', () => {
    const bomb = `a: &a [x, x]\n${Array.from({ length: 40 }, (_, at) => `b${at}: &b${at} [*${at === 0 ? 'a' : `b${at - 1}`}, *a]`).join('\n')}\ndependencies: *b39\n`;
    expect(scanText(manifestScanner, 'idf_component.yml', bomb)).toEqual([]);
  });

  it('is a gap where YAML is too large or too deep', () => {
    expect(scanText(manifestScanner, 'west.yml', `a: ${'x'.repeat(300_000)}`)).toEqual([expect.objectContaining({ reason: 'malformed' })]);
    expect(() => scanText(manifestScanner, 'west.yml', '['.repeat(100_000))).not.toThrow();
  });

  it('takes a custom tag for text and no code', () => {
    expect(found(evidenceOf('west.yml', 'manifest:\n  projects:\n    - name: !!js/function mbedtls\n'))).toEqual([
      '3: present library mbedtls',
    ]);
  });

  it('reads CR LF and lines of 1 MB', () => {
    expect(found(evidenceOf('requirements.txt', `${'a'.repeat(1_000_000)}\r\nparamiko==3.5.0\r\n`))).toEqual([
      '2: present library paramiko@3.5.0',
    ]);
    for (const path of PATHS) {
      for (const line of ['a'.repeat(1_000_000), '"'.repeat(200_001), 'a@'.repeat(200_000), ' '.repeat(1_000_000)])
        scanText(manifestScanner, path, line);
    }
  });

  it('never makes the scanner throw', () => {
    const words = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\n',
      ' ',
      '- ',
      'name',
      'dependencies',
      'packages',
      '__proto__',
      'constructor',
      'elliptic',
      '[[package]]\n',
      'lib_deps = ',
      '&a ',
      '*a',
      '!!x ',
      '=',
      '@',
      '1.2.3',
      '\\',
      '\u0000',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.json(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), text, (path, content) => {
        scanText(manifestScanner, path, content);
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), fc.uint8Array({ maxLength: 400 }), (path, bytes) => {
        scanText(manifestScanner, path, bytes);
      }),
      { numRuns: 200 },
    );
  });
});
