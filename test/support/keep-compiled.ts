/** Loaded before a program of the tests: what one of them compiled serves the next, which is there in a third of the time. */
import module from 'node:module'
import { fileURLToPath } from 'node:url'

/** What starts a program, by its file, with compiled code kept. */
export const compiled = (program: string): readonly string[] => ['--import', fileURLToPath(import.meta.url), program]

/** A program that is killed keeps nothing by itself: it calls this once it has loaded. */
export const keepCompiled = (): void => module.flushCompileCache()

if (process.execArgv.includes('--import')) module.enableCompileCache()
