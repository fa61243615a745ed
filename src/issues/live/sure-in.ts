/** The yes behind an act that is asked back about. Pure. */

/** Typed by whoever knows what they do, without naming what was shown. */
export const SURE = 'yes'

/** `2h yes`, or `yes` and what was shown. */
export function sureIn(args: string): { readonly rest: string; readonly sure?: string } {
  const match = /(?:^|\s)yes(?:\s+(\w{1,40}))?$/i.exec(args)
  return match ? { rest: args.slice(0, match.index).trim(), sure: match[1]?.toLowerCase() ?? SURE } : { rest: args }
}

export function sureOnly(args: string): { readonly sure?: string } {
  const { sure } = sureIn(args)
  return sure === undefined ? {} : { sure }
}
