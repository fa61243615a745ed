/** Approved proposals go into answers.yaml or scenes.yaml, one after another; one is done only once the file holds it, and loads. */

import { whichCase } from '../../domain/case.ts'
import type { Log } from '../../log.ts'
import { withAnswer, withScene } from '../../persona/load/answers-file.ts'
import type { CaseChanges } from '../../ports/case-changes.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Proposal, Proposals } from '../../ports/proposals.ts'
import { toStaff } from '../acts/say.ts'
import { changeFile, type FilePlace, whyUnwritten } from './change-file.ts'

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
        await tellStaff(proposal, whyUnwritten(err, folder()), deps)
      }
    }
    return approved.length
  }
}

/** Into which file of the persona, read as which part of it. */
function placeIn({ scene }: Pick<Proposal, 'scene'>): FilePlace {
  return scene ? { file: 'scenes.yaml', part: 'scenes' } : { file: 'answers.yaml', part: 'answers' }
}

const nameOf = ({ answer, scene }: Proposal) => (answer ?? scene).id

/** What stands in the place of the file has been loaded as it would be at the next start. */
async function write(folder: string, proposal: Proposal, mayBegin: () => Promise<boolean>): Promise<void> {
  await changeFile(folder, placeIn(proposal), {
    change: (text) => (proposal.answer ? withAnswer(text, proposal.answer) : withScene(text, proposal.scene)),
    mayBegin: async () => !proposal.answer || (await mayBegin()),
  })
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
