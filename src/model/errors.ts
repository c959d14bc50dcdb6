// The caller's mistakes. The world's failures (an unreadable file, a broken certificate) are gaps, not errors.

export type ErrorCode =
  | 'path-not-found'
  | 'nothing-readable'
  | 'bad-input'
  | 'bad-profile'
  | 'unknown-id'
  | 'usage'
  | 'output-exists'
  | 'not-writable'
  | 'cancelled'
  | 'not-countable';

/** Thrown for the caller's mistakes only. `message` says where, what was expected and what came. */
export class PqreadyError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PqreadyError';
    this.code = code;
  }
}
