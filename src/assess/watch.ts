// What a pure function read of its subject: if none of it differs in another subject, the function would say the same there.

/** The subject, and the names of its parts that have been read through it so far. */
export interface Watched<Subject> {
  readonly subject: Subject;
  readonly read: ReadonlySet<keyof Subject>;
}

/** Watches the reading of parts. Taking a whole copy reads every part. */
export function watch<Subject extends object>(whole: Subject): Watched<Subject> {
  const read = new Set<keyof Subject>();
  const subject = new Proxy(whole, {
    get: (target, part: keyof Subject & string) => {
      read.add(part);
      return target[part];
    },
  });
  return { subject, read };
}

/** True where everything that was read is the same thing in both. */
export function isUntouched<Subject extends object>(read: ReadonlySet<keyof Subject>, before: Subject, after: Subject): boolean {
  return [...read].every((part) => before[part] === after[part]);
}
