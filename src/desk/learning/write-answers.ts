/** Approved proposals go into answers.yaml, one after another; a proposal is done only once the file holds it, and loads. */

import { chmod, lstat, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ProposedAnswer } from '../../domain/answer.ts'
import { whichCase } from '../../domain/case.ts'
import { MascotError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { withAnswer } from '../../persona/load/answers-file.ts'
import { personaInvalid, readPersona } from '../../persona/load/load.ts'
import type { CaseChanges } from '../../ports/case-changes.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Proposal, Proposals } from '../../ports/proposals.ts'
import { toStaff } from '../acts/say.ts'

export interface WriteAnswersDeps {
  readonly proposals: Pick<Proposals, 'list' | 'move'>
  readonly cases: Pick<CaseReader, 'get'>
  readonly changes: Pick<CaseChanges, 'apply'>
  readonly clock: Clock
  /** The persona's folder. */
  readonly folder: () => string
  /** Whether the persona in force has answers. */
  readonly hasAnswers: () => boolean
  /** The file holds new answers: they are to be spoken. */
  readonly onWritten: () => Promise<void>
  readonly log: Log
}

/** Returns how many were taken in hand. A kill in between writes the same file again, which changes nothing. */
export function createWriteAnswers(deps: WriteAnswersDeps): () => Promise<number> {
  const { proposals, folder, hasAnswers, onWritten, log } = deps
  let isKept = false
  const mayBegin = async () => !isKept && (await proposals.list('written')).length === 0
  return async () => {
    isKept ||= hasAnswers()
    const approved = await proposals.list('approved')
    for (const proposal of approved) {
      const { id, answer, by } = proposal
      try {
        await write(folder(), proposal, mayBegin)
        await onWritten()
        await proposals.move(id, 'approved', 'written', by)
        log.info({ answer: answer.id, by }, 'an answer of staff is approved and stands in answers.yaml')
      } catch (err) {
        await proposals.move(id, 'approved', 'proposed', by)
        log.error({ answer: answer.id, err }, 'the answer could not be written into answers.yaml; it is proposed again')
        await tellStaff(proposal, whyFor(err, folder()), deps)
      }
    }
    return approved.length
  }
}

/** What stands in the place of answers.yaml has been loaded as it would be at the next start. */
async function write(folder: string, { answer }: Proposal, mayBegin: () => Promise<boolean>): Promise<void> {
  const file = path.join(folder, 'answers.yaml')
  const { target, mode } = await placeOf(file)
  if (target === undefined && !(await mayBegin()))
    throw new MascotError('persona-invalid', 'answers.yaml is gone: put it back, then approve the answer again.')
  const next = await added(folder, target, answer)
  if (next === undefined) return
  const whole = target ?? file
  const draft = `${whole}.new`
  try {
    await writeFile(draft, next)
    if (mode !== undefined) await chmod(draft, mode)
    const mistakes = await mistakesIn(folder, draft)
    if (mistakes) throw mistakes
    await rename(draft, whole)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** The file itself, behind links, and its rights; nothing where there is none. */
async function placeOf(file: string): Promise<{ readonly target?: string; readonly mode?: number }> {
  const found = await lstat(file).catch(unlessMissing)
  if (found === undefined) return {}
  const target = await realpath(file).catch(unlessMissing)
  if (target === undefined)
    throw new MascotError('persona-invalid', 'answers.yaml is a link that leads to a file that is not there.')
  return { target, mode: (await stat(target)).mode & 0o7777 }
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

/** The text with the answer in it, undefined when it is there already; what cannot be added to says first what is wrong with it. */
async function added(folder: string, target: string | undefined, answer: ProposedAnswer): Promise<string | undefined> {
  try {
    const text = target === undefined ? '' : await readText(target)
    const next = withAnswer(text, answer)
    return next === text ? undefined : next
  } catch (error) {
    throw (await mistakesIn(folder)) ?? error
  }
}

/** `draft`: read in the place of answers.yaml. */
async function mistakesIn(folder: string, draft?: string): Promise<MascotError | undefined> {
  const { persona, problems, files } = await readPersona(folder, draft === undefined ? {} : { answers: draft })
  return persona === undefined ? personaInvalid(problems.filter(({ file }) => file !== files.scenes.file)) : undefined
}

/** Bytes that are no text must not be written back as question marks. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new MascotError('persona-invalid', 'answers.yaml is not UTF-8: save it as UTF-8.', { cause })
  }
}

/** In words for staff: the first mistake, without where the folder lies. */
function whyFor(error: unknown, folder: string): string {
  if (!(error instanceof MascotError)) return `The file cannot be written${codeOf(error)}; the log says more.`
  const [first = ''] = error.message.split('\n')
  return first.replaceAll(`${folder}/`, '')
}

/** As ` (EACCES)`. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? ` (${error.code})` : ''
}

async function tellStaff(
  { caseId, answer }: Proposal,
  why: string,
  { cases, changes, clock, log }: WriteAnswersDeps,
): Promise<void> {
  const one = caseId && (await cases.get(caseId))
  if (!one) return
  const tell = toStaff(`⛔ “${answer.id}” is not in answers.yaml, which stays as it was, and is proposed again. ${why}`)
  const events = [{ who: 'bot', what: 'could not write an answer', detail: answer.id }]
  if (!(await changes.apply([{ ...whichCase(one), tell, events }], clock.now())))
    log.warn({ case: one.id, answer: answer.id }, 'staff could not be told that an answer was not written')
}
