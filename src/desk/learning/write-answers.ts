/** Approved proposals go into answers.yaml, one after another; a proposal is done only once the file holds it, and loads. */

import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
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
  /** The file holds new answers: they are to be spoken. */
  readonly onWritten: () => Promise<void>
  readonly log: Log
}

/** Returns how many were taken in hand. A kill in between writes the same file again, which changes nothing. */
export function createWriteAnswers(deps: WriteAnswersDeps): () => Promise<number> {
  const { proposals, folder, onWritten, log } = deps
  return async () => {
    const approved = await proposals.list('approved')
    for (const proposal of approved) {
      const { id, answer, by } = proposal
      try {
        await write(folder(), proposal)
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
async function write(folder: string, { answer }: Proposal): Promise<void> {
  const file = path.join(folder, 'answers.yaml')
  const text = await readText(file)
  const next = withAnswer(text, answer)
  if (next === text) return
  const draft = `${file}.new`
  try {
    await writeFile(draft, next)
    const { persona, problems, files } = await readPersona(folder, { answers: draft })
    if (persona === undefined) throw personaInvalid(problems.filter(({ file: of }) => of !== files.scenes.file))
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** No file: no answers yet. Bytes that are no text must not be written back as question marks. */
async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return new Uint8Array()
    throw error
  })
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new MascotError('persona-invalid', 'answers.yaml is not UTF-8: save it as UTF-8.', { cause })
  }
}

/** In words for staff: the first mistake, without where the folder lies. */
function whyFor(error: unknown, folder: string): string {
  if (!(error instanceof MascotError)) return 'The log says why.'
  const [first = ''] = error.message.split('\n')
  return first.replaceAll(`${folder}/`, '')
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
