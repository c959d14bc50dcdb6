// The repository that an address of a submodule, a west project or a PlatformIO library names.

/** `{ github: "owner/name" }` for `https://github.com/owner/name.git`, `git@github.com:owner/name`, an archive or a branch of one. */
export function githubOf(url: string): { readonly github?: string } {
  const found = /github\.com[/:]([\w.-]{1,60}\/[\w.-]{1,100})/i.exec(url.slice(0, 300))?.[1]?.replace(/\.git$/, '');
  return found === undefined ? {} : { github: found };
}

/** The last part of an address: the repository's name, `''` where there is none. */
export function repositoryName(url: string): string {
  const { github } = githubOf(url);
  if (github !== undefined) return github.slice(github.indexOf('/') + 1);
  return /([\w.-]{1,100}?)(?:\.git)?(?:#[\w.-]{1,100})?\/?$/.exec(url.slice(-300))?.[1] ?? '';
}
