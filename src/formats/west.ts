// West workspaces: the configuration that names the manifest, and the projects that a manifest names (Zephyr, "West Manifests" and "Basics":
// .west/config, manifest.projects, self, import). Only where projects stand is read here; what they are is the manifest scanner's.

import { readYamlTree, type YamlNode } from './yaml-tree.ts';

/** Where the manifest stands, below the workspace's top folder. */
export interface WestConfig {
  /** folder of the manifest repository */
  readonly path: string;
  /** the manifest in it */
  readonly file: string;
}

/** `.west/config`, an INI file; undefined where it names no manifest. */
export function readWestConfig(text: string): WestConfig | undefined {
  const values = new Map<string, string>();
  let section = '';
  for (const line of text.slice(0, 65_536).split('\n')) {
    section = /^\[([\w.-]{1,60})\]\s*$/.exec(line)?.[1] ?? section;
    const [, key, value] = /^(\w{1,60})\s{0,20}=\s{0,20}(.{0,1000})$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined) values.set(`${section}.${key}`, value.trim());
  }
  const path = values.get('manifest.path');
  return path === undefined ? undefined : { path, file: values.get('manifest.file') ?? 'west.yml' };
}

/** A project of a manifest. */
export interface WestProject {
  /** folder below the workspace's top folder */
  readonly path: string;
  /** a manifest in the project whose projects are taken too */
  readonly imports?: string;
}

const MOST_PROJECTS = 2000;

/** The projects of a manifest; none for a text that is no manifest. */
export function readWestProjects(text: string): readonly WestProject[] {
  const read = readYamlTree(text);
  const projects = read.ok ? (child(child(read.root, 'manifest'), 'projects')?.items ?? []) : [];
  return projects.slice(0, MOST_PROJECTS).flatMap((project) => {
    const path = child(project, 'path')?.text ?? child(project, 'name')?.text;
    return path === undefined ? [] : [{ path, ...importOf(project) }];
  });
}

// `import: true`, `import: file.yml`, or a map with `file` and lists of names.
function importOf(project: YamlNode): { readonly imports?: string } {
  const node = child(project, 'import');
  if (node === undefined || node.text === 'false') return {};
  const file = child(node, 'file')?.text ?? (node.text === 'true' ? undefined : node.text);
  return { imports: file ?? 'west.yml' };
}

function child(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.entries.find((one) => one.key === key)?.value;
}
