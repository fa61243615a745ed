/** The command line: reads the verb and its options, runs it, and turns whatever went wrong into one clear message and an exit code. */
import { parseArgs } from 'node:util'
import { catalog } from '../adapters/catalog.ts'
import { MascotError } from './errors.ts'
import { redact } from './log.ts'
import type { Verb } from './verbs/verb.ts'
import { meantAmong, usageOf, verbs } from './verbs/verbs.ts'

async function main(argv: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = argv
  if (name === 'help' || name === '--help' || name === '-h') return print(usageOf())
  if (name === '--version' || name === '-v')
    return print((await import('../package.json', { with: { type: 'json' } })).default.version)
  const verb: Verb | undefined = verbs[name]
  if (!verb)
    throw new MascotError('usage', `There is no verb "${name}"${meantAmong(name, verbs)}.`, { usage: usageOf() })
  if (rest.includes('--help') || rest.includes('-h')) return print(verb.usage)
  const { values, positionals } = parse(verb, rest)
  const run = await verb.load()
  return await run({ values, positionals, catalog })
}

function parse(verb: Verb, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: verb.options,
      allowPositionals: verb.takesWords ?? false,
      strict: true,
    })
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : 'bad arguments'
    const [, option] = /^Unknown option '--([^']+)'/.exec(why) ?? []
    const near = option === undefined ? '' : meantAmong(option, verb.options)
    throw new MascotError('usage', `${why}${near}`, { cause, usage: verb.usage })
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return 0
}

/** 2 for a wrong command line, 1 for everything else. */
function fail(error: unknown): number {
  if (error instanceof MascotError) {
    process.stderr.write(`${redact(error.message)}\n${error.usage === undefined ? '' : `\n${error.usage}\n`}`)
    return error.code === 'usage' ? 2 : 1
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`Mascot met an error it did not expect. This is a mistake in the program:\n${redact(text)}\n`)
  return 1
}

// A reader that has seen enough (`mascot ask | head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await main(process.argv.slice(2)).catch(fail)
