// Manifests in YAML: west.yml, and ESP-IDF's idf_component.yml with the dependencies.lock beside it.
// Facts from the west manifest documentation and the IDF component manager's manifest and lock formats.

import { readYamlTree, type YamlEntry, type YamlNode } from '../../formats/yaml-tree.ts';
import { type Dependency, exactVersion, type ManifestItem, type ManifestReader } from './dependency.ts';
import { githubOf } from './repository.ts';

/** Projects of a west manifest, and the projects of another manifest that it names in an allowlist. */
export const readWest: ManifestReader = (text) => {
  const read = readYamlTree(text);
  if (!read.ok) return [{ kind: 'fault', line: read.line, detail: read.detail }];
  const manifest = entry(read.root, 'manifest')?.value;
  const remotes = new Map(
    (entry(manifest, 'remotes')?.value.items ?? []).map((remote) => [textOf(remote, 'name'), textOf(remote, 'url-base')]),
  );
  const defaultRemote = textOf(entry(manifest, 'defaults')?.value, 'remote');
  return (entry(manifest, 'projects')?.value.items ?? []).flatMap((project) => [
    ...toProject(project, (remote) => remotes.get(remote ?? defaultRemote)),
    ...allowedNames(project),
  ]);
};

function toProject(project: YamlNode, urlBaseOf: (remote: string | undefined) => string | undefined): readonly Dependency[] {
  const name = entry(project, 'name')?.value;
  if (name?.text === undefined) return [];
  const path = textOf(project, 'repo-path') ?? name.text;
  const url = textOf(project, 'url') ?? `${urlBaseOf(textOf(project, 'remote')) ?? ''}/${path}`;
  const revision = textOf(project, 'revision');
  return [westDependency(name.text, name, { ...githubOf(url), ...(isRevision(revision) ? { version: revision } : {}) })];
}

// `import: { name-allowlist: [mbedtls, tinycrypt] }`: the other manifest's projects that this one takes.
function allowedNames(project: YamlNode): readonly Dependency[] {
  const allowed = entry(entry(project, 'import')?.value, 'name-allowlist')?.value;
  const names = allowed?.text === undefined ? (allowed?.items ?? []) : [allowed];
  return names.flatMap((node) => (node.text === undefined ? [] : [westDependency(node.text, node, {})]));
}

function westDependency(name: string, at: YamlNode, more: Partial<Dependency>): Dependency {
  return { kind: 'dependency', ecosystem: 'west', name, symbol: name, line: at.line, index: at.index, ...more };
}

/** Tags and commits; a branch is no version. */
function isRevision(revision: string | undefined): revision is string {
  return revision !== undefined && revision.length <= 80 && /^(?:[0-9a-f]{40}|v?\d{1,5}(?:\.\d{1,5}){1,3}[\w.+-]{0,40})$/.test(revision);
}

/** Components of an idf_component.yml or of the dependencies.lock beside it. */
export const readIdfComponents: ManifestReader = (text) => {
  const read = readYamlTree(text);
  if (!read.ok) return [{ kind: 'fault', line: read.line, detail: read.detail }];
  const target = entry(read.root, 'target');
  const soc: readonly ManifestItem[] =
    target?.value.text === undefined
      ? []
      : [{ kind: 'fact', fact: 'soc', value: target.value.text, symbol: 'target', line: target.line, index: target.index }];
  return [...soc, ...(entry(read.root, 'dependencies')?.value.entries ?? []).map(toComponent)];
};

function toComponent({ key, line, index, value }: YamlEntry): Dependency {
  return {
    kind: 'dependency',
    ecosystem: 'espressif',
    name: key,
    symbol: key,
    ...exactVersion(value.text ?? textOf(value, 'version')),
    line,
    index,
  };
}

function entry(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.entries.find((one) => one.key === key);
}

function textOf(node: YamlNode | undefined, key: string): string | undefined {
  return entry(node, key)?.value.text;
}
