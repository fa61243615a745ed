/** A long pattern written in pieces, each of which reads alone. */

/** Finds what any of the pieces finds, the first of them before the next. Only the flags named here count. */
export function either(flags: string, ...pieces: readonly RegExp[]): RegExp {
  return new RegExp(pieces.map(({ source }) => source).join('|'), flags)
}

/** The same of short pieces in a list, set apart by white space, as the inside of a group. */
export function eitherOf(list: string): string {
  return list.trim().split(/\s+/).join('|')
}
