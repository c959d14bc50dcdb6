// The dialects of configuration that daemons and tools read when they run, and which of them a file is. The rows are in `runtime-configs/`.

import { CLOUD_DIALECTS } from './runtime-configs/cloud.ts';
import { DEVICE_DIALECTS } from './runtime-configs/devices.ts';
import type { RuntimeDialect } from './runtime-configs/row.ts';
import { WEB_DIALECTS } from './runtime-configs/web.ts';

export type { DialectSyntax, Directed, Directives, LineStyle, RuntimeDialect, Says } from './runtime-configs/row.ts';

/** Every dialect. Where a file may be several, the first whose marks are met decides. */
export const RUNTIME_DIALECTS: readonly RuntimeDialect[] = [...DEVICE_DIALECTS, ...WEB_DIALECTS, ...CLOUD_DIALECTS];

const HEAD_CHARACTERS = 65_536;
const LONGEST_PATH = 1024;
/** One look at a path tells nearly all source files from all that a dialect may be: the rows would cost forty. */
const ANY_NAME =
  /(?:conf|cnf|cfg|cf|security|dropbear|crypttab|caddyfile|htaccess|\.(?:inc|params|tmpl|template|j2|vhost|load|ya?ml|toml|tf|properties|ovpn|netdev|network|nmconnection|secrets|hocon|nginx))[^/]{0,60}$/;
const ANY_FOLDER = /(?:^|\/)(?:etc\/config|sites-(?:available|enabled)|conf\.d|snippets)\/[^/]+$/;

/** The path in lower case, where a dialect can be meant by it. */
function toDialectPath(path: string): string | undefined {
  if (path.length > LONGEST_PATH) return undefined;
  const lower = path.toLowerCase();
  return ANY_NAME.test(lower.slice(lower.lastIndexOf('/') + 1)) || ANY_FOLDER.test(lower) ? lower : undefined;
}

/** The dialect that a path names by itself. */
export function findDialectByPath(path: string): RuntimeDialect | undefined {
  const lower = toDialectPath(path);
  return lower === undefined ? undefined : RUNTIME_DIALECTS.find((dialect) => dialect.paths?.test(lower));
}

/** True where a file of this name may be of a dialect: its text decides. */
export function mayBeDialect(path: string): boolean {
  const lower = toDialectPath(path);
  return lower !== undefined && RUNTIME_DIALECTS.some((dialect) => dialect.maybe?.test(lower));
}

/** The dialect of a file by its name, or by its name and its text. */
export function findDialect(path: string, text: string): RuntimeDialect | undefined {
  const named = findDialectByPath(path);
  const lower = toDialectPath(path);
  if (named !== undefined || lower === undefined) return named;
  const head = text.slice(0, HEAD_CHARACTERS);
  return RUNTIME_DIALECTS.find((dialect) => dialect.maybe?.test(lower) && dialect.marks?.test(head));
}
