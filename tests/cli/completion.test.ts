import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { completeWords } from '../../src/cli/completion.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { SHELL_SCRIPTS } from '../../src/cli/shell-scripts.ts';
import { listCompletable } from '../../src/index.ts';

const complete = (...words: readonly string[]): readonly string[] =>
  completeWords(buildProgram(), words, listCompletable).map(({ id }) => id);

describe('what was typed may become', () => {
  it('a command, at the front and inside a command', () => {
    expect(complete('asse')).toEqual(['assess']);
    expect(complete('')).toContain('bench');
    expect(complete('')).not.toContain('complete');
    expect(complete('bench', 'ta')).toEqual(['target']);
  });

  it('an option of the command', () => {
    expect(complete('assess', '--fa')).toEqual(['--fail-on']);
    expect(complete('assess', 'firmware', '--tar')).toEqual(['--target']);
  });

  it('an id: of targets, policies, algorithms, requirements', () => {
    expect(complete('assess', '--target', 'nrf')).toEqual(['nrf52840dk', 'nrf5340dk']);
    expect(complete('bench', 'target', 'rp2040')).toEqual(['rp2040-pico']);
    expect(complete('assess', '--policy', 'cnsa')).toEqual(['cnsa-2.0']);
    expect(complete('pqc', 'keygen', 'ml-dsa')).toEqual(['ml-dsa-44', 'ml-dsa-65', 'ml-dsa-87']);
    expect(complete('explain', 'cra:AnnexI.P1.2.e')).toEqual(['cra:AnnexI.P1.2.e']);
  });

  it('one of the choices, a role and its gate', () => {
    expect(complete('list', 'tar')).toEqual(['targets']);
    expect(complete('inventory', '--spec', '')).toEqual(['1.6', '1.7']);
    expect(complete('assess', '--require', 'update=')).toHaveLength(7);
  });

  it('nothing where a file may stand, or where nothing is known', () => {
    expect(complete('assess', './fir')).toEqual([]);
    expect(complete('assess', '--out', '')).toEqual([]);
    expect(complete('no-such-command', '')).toEqual([]);
    expect(complete()).toContain('assess');
  });
});

describe('the help of every command', () => {
  const leaves = (command: Command): readonly Command[] => {
    const children = command
      .createHelp()
      .visibleCommands(command)
      .filter((child) => child.name() !== 'help');
    return children.length === 0 ? [command] : children.flatMap(leaves);
  };
  const helpOf = (command: Command): string => {
    let text = '';
    command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
    return text;
  };

  it.each(leaves(buildProgram()).map((command) => [command.name(), command] as const))('%s has an example', (name, command) => {
    expect(helpOf(command)).toMatch(new RegExp(`Examples?:\\n  .*pqready (?:bench |pqc |report )?${name}`));
  });
});

describe('the scripts', () => {
  const home = mkdtempSync(join(tmpdir(), 'pqready-completion-'));
  const path = `${home}${delimiter}${process.env['PATH'] ?? ''}`;
  beforeAll(() => {
    symlinkSync(fileURLToPath(new URL('../../bin/pqready.js', import.meta.url)), join(home, 'pqready'));
    writeFileSync(join(home, 'firmware.bin'), '');
    for (const [shell, script] of Object.entries(SHELL_SCRIPTS)) writeFileSync(join(home, shell), script);
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const run = (shell: string, script: string): readonly string[] =>
    execFileSync(shell, ['-c', script], { encoding: 'utf8', cwd: home, env: { ...process.env, PATH: path } })
      .trim()
      .split('\n');
  const missing = (shell: string): boolean =>
    process.env['PQREADY_REQUIRE_ALL'] === undefined && spawnSync(shell, ['-c', 'true']).error !== undefined;
  const inBash = (line: string): readonly string[] =>
    run('bash', `source ./bash; COMP_LINE='${line}'; COMP_POINT=\${#COMP_LINE}; _pqready; printf '%s\\n' "\${COMPREPLY[@]}"`);

  it.skipIf(missing('bash'))('bash: commands, ids, and what stands behind a colon or an equals sign', () => {
    expect(inBash('pqready asse')).toEqual(['assess']);
    expect(inBash('pqready assess --target nrf53')).toEqual(['nrf5340dk']);
    expect(inBash('pqready explain cra:AnnexI.P1.2.e')).toEqual(['AnnexI.P1.2.e']);
    expect(inBash('pqready assess --require update=G6')).toEqual(['G6']);
    expect(inBash('pqready assess ./fir')).toEqual(['']);
  });

  it.skipIf(missing('bash'))('bash: evaluate nothing that was typed', () => {
    expect(inBash('pqready assess "$(touch evil)`touch evil`')).toEqual(['']);
    expect(run('bash', 'ls')).not.toContain('evil');
  });

  it.skipIf(missing('fish'))('fish: ids with what they are, and files where nothing is offered', () => {
    expect(run('fish', 'source ./fish; complete -C "pqready assess --target nrf53"')).toEqual(['nrf5340dk\tnRF5340 DK, application core']);
    expect(run('fish', 'source ./fish; complete -C "pqready assess fir"')).toEqual(['firmware.bin']);
  });

  // _describe and _files need a line that is being edited: here they print what they are given.
  it.skipIf(missing('zsh'))('zsh: ids, colons kept, and files where nothing is offered', () => {
    const setUp = 'compdef() { : }; _describe() { print -rl -- $found }; _files() { print files }; source ./zsh';
    expect(run('zsh', `${setUp}; words=(pqready explain cra:AnnexI.P1.2.e); CURRENT=3; _pqready`)).toEqual([
      'cra\\:AnnexI.P1.2.e:Cyber Resilience Act',
    ]);
    expect(run('zsh', `${setUp}; words=(pqready assess ./fir); CURRENT=3; _pqready`)).toEqual(['files']);
  });
});
