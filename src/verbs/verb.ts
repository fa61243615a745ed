/** One verb of the command line: what it is given, and what it resolves to. */
import type { ParseArgsConfig } from 'node:util'
import type { catalog } from '../../adapters/catalog.ts'

export interface VerbInput {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>
  readonly positionals: readonly string[]
  readonly catalog: typeof catalog
}

/** Resolves to the exit code. */
export type RunVerb = (input: VerbInput) => Promise<number>

export interface Verb {
  readonly summary: string
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly takesWords?: boolean
  load(): Promise<RunVerb>
}
