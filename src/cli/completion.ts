// What a shell may complete at the end of what was typed: the commands and options of the program as they stand, and the values of those that
// have a list of them. Where nothing is offered the shell completes files.

import type { Argument, Command, Option } from 'commander';
import type { Completable, CompletableId } from '../index.ts';

/** Gives the ids of a kind. */
export type ListIds = (what: Completable) => readonly CompletableId[];

/** Ids by an option, and by an argument as `command argument`. */
const IDS: ReadonlyMap<string, Completable> = new Map<string, Completable>([
  ['--target', 'target'],
  ['--policy', 'policy'],
  ['--algorithm', 'algorithm'],
  ['target id', 'target'],
  ['project id', 'target'],
  ['keygen algorithm', 'algorithm'],
  ['explain id', 'requirement'],
]);

const ROLES = ['boot', 'update', 'device-identity', 'transport', 'storage', 'provisioning', 'debug', 'radio'] as const;
const GATES = ['G0', 'G1', 'G2', 'G3', 'G4', 'G5', 'G6'] as const;

/** Words that stand for themselves, by option. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['--require', ROLES.flatMap((role) => GATES.map((gate) => `${role}=${gate}`))],
  ['--fail-on', ['past-due', 'present-day']],
]);

/** What the last of the words may become; nothing where any file may stand. */
export function completeWords(program: Command, words: readonly string[], listIds: ListIds): readonly CompletableId[] {
  const typed = words.slice(0, -1);
  const last = (words.at(-1) ?? '').trim(); // PowerShell passes no empty argument, so its script passes a blank
  const { command, position, waiting } = walk(program, typed);
  const offered =
    waiting === undefined
      ? last.startsWith('-')
        ? command.createHelp().visibleOptions(command).flatMap(toOptionId)
        : [...subcommands(command, position), ...argumentValues(command, position, listIds)]
      : valuesOf(waiting, waiting.long ?? '', listIds);
  return offered.filter(({ id }) => id.startsWith(last));
}

/** Where the typing stands: in which command, at which of its arguments, behind which option that awaits its value. */
interface Standing {
  readonly command: Command;
  readonly position: number;
  readonly waiting: Option | undefined;
}

function walk(program: Command, typed: readonly string[]): Standing {
  let standing: Standing = { command: program, position: 0, waiting: undefined };
  for (const word of typed) standing = step(standing, word);
  return standing;
}

function step({ command, position, waiting }: Standing, word: string): Standing {
  if (waiting !== undefined) return { command, position, waiting: undefined };
  if (word.startsWith('-')) {
    const option = command.options.find(({ long, short }) => word === long || word === short);
    return { command, position, waiting: option?.required === true ? option : undefined };
  }
  const child = position === 0 ? command.commands.find((each) => each.name() === word) : undefined;
  return child === undefined ? { command, position: position + 1, waiting } : { command: child, position: 0, waiting };
}

function subcommands(command: Command, position: number): readonly CompletableId[] {
  if (position > 0) return [];
  const visible = command.createHelp().visibleCommands(command);
  return visible.map((child) => ({ id: child.name(), title: child.summary() || child.description() }));
}

function argumentValues(command: Command, position: number, listIds: ListIds): readonly CompletableId[] {
  const all = command.registeredArguments;
  const argument = all[position] ?? (all.at(-1)?.variadic === true ? all.at(-1) : undefined);
  return argument === undefined ? [] : valuesOf(argument, `${command.name()} ${argument.name()}`, listIds);
}

function valuesOf({ argChoices }: Pick<Argument | Option, 'argChoices'>, name: string, listIds: ListIds): readonly CompletableId[] {
  const words = argChoices ?? WORDS.get(name);
  if (words !== undefined) return words.map((id) => ({ id, title: '' }));
  const ids = IDS.get(name);
  return ids === undefined ? [] : listIds(ids);
}

function toOptionId({ long, description }: Option): readonly CompletableId[] {
  return long === undefined ? [] : [{ id: long, title: description }];
}
