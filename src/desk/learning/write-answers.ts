/** Approved proposals go into answers.yaml or scenes.yaml, one after another; one is done only once the file holds it, and loads. */

import { chmod, lstat, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { whichCase } from '../../domain/case.ts'
import { MascotError } from '../../errors.ts'
import type { Log } from '../../log.ts'
import { withAnswer, withScene } from '../../persona/load/answers-file.ts'
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
  const mayBegin = async () => !isKept && (await proposals.list('written')).every(({ answer }) => answer === undefined)
  return async () => {
    isKept ||= hasAnswers()
    const approved = await proposals.list('approved')
    for (const proposal of approved) {
      const { id, by } = proposal
      const { file } = placeIn(proposal)
      const about = { proposal: nameOf(proposal), file }
      try {
        await write(folder(), proposal, mayBegin)
        if (proposal.answer) await onWritten()
        await proposals.move(id, 'approved', 'written', by)
        log.info({ ...about, by }, 'what staff proposed is approved and stands in its file')
      } catch (err) {
        await proposals.move(id, 'approved', 'proposed', by)
        log.error({ ...about, err }, 'what staff proposed could not be written into its file; it is proposed again')
        await tellStaff(proposal, whyFor(err, folder()), deps)
      }
    }
    return approved.length
  }
}

/** Into which file of the persona, read as which part of it. */
function placeIn({ scene }: Pick<Proposal, 'scene'>) {
  return scene
    ? ({ file: 'scenes.yaml', part: 'scenes' } as const)
    : ({ file: 'answers.yaml', part: 'answers' } as const)
}

const nameOf = ({ answer, scene }: Proposal) => (answer ?? scene).id

/** What stands in the place of the file has been loaded as it would be at the next start. */
async function write(folder: string, proposal: Proposal, mayBegin: () => Promise<boolean>): Promise<void> {
  const place = placeIn(proposal)
  const file = path.join(folder, place.file)
  const { target, mode } = await placeOf(file)
  if (target === undefined && proposal.answer && !(await mayBegin()))
    throw new MascotError('persona-invalid', 'answers.yaml is gone: put it back, then approve the answer again.')
  const next = await added(folder, target, proposal)
  if (next === undefined) return
  const whole = target ?? file
  const draft = `${whole}.new`
  try {
    await writeFile(draft, next)
    if (mode !== undefined) await chmod(draft, mode)
    const mistakes = await mistakesIn(folder, place.part, draft)
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
    throw new MascotError('persona-invalid', `${path.basename(file)} is a link that leads to a file that is not there.`)
  return { target, mode: (await stat(target)).mode & 0o7777 }
}

function unlessMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}

/** The text with the proposal in it, undefined when it is there already; what cannot be added to says first what is wrong with it. */
async function added(folder: string, target: string | undefined, proposal: Proposal): Promise<string | undefined> {
  const { file, part } = placeIn(proposal)
  try {
    const text = target === undefined ? '' : await readText(target, file)
    const next = proposal.answer ? withAnswer(text, proposal.answer) : withScene(text, proposal.scene)
    return next === text ? undefined : next
  } catch (error) {
    throw (await mistakesIn(folder, part)) ?? error
  }
}

/** `draft`: read in the place of the file. Scenes that are broken keep no answer out. */
async function mistakesIn(
  folder: string,
  part: 'answers' | 'scenes',
  draft?: string,
): Promise<MascotError | undefined> {
  const { persona, problems, files } = await readPersona(folder, draft === undefined ? {} : { [part]: draft })
  if (part === 'scenes') {
    const ofScenes = problems.filter(({ file, severity }) => file === files.scenes.file && severity === 'error')
    return ofScenes.length > 0 ? personaInvalid(ofScenes) : undefined
  }
  return persona === undefined ? personaInvalid(problems.filter(({ file }) => file !== files.scenes.file)) : undefined
}

/** Bytes that are no text must not be written back as question marks. */
async function readText(target: string, file: string): Promise<string> {
  const bytes = await readFile(target)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new MascotError('persona-invalid', `${file} is not UTF-8: save it as UTF-8.`, { cause })
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
  proposal: Proposal,
  why: string,
  { cases, changes, clock, log }: WriteAnswersDeps,
): Promise<void> {
  const { caseId } = proposal
  const name = nameOf(proposal)
  const { file } = placeIn(proposal)
  const one = caseId && (await cases.get(caseId))
  if (!one) return
  const tell = toStaff(`⛔ “${name}” is not in ${file}, which stays as it was, and is proposed again. ${why}`)
  const events = [{ who: 'bot', what: 'could not write a proposal', detail: name }]
  if (!(await changes.apply([{ ...whichCase(one), tell, events }], clock.now())))
    log.warn({ case: one.id, proposal: name }, 'staff could not be told that a proposal was not written')
}
