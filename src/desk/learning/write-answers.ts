/** Approved proposals go into answers.yaml, one after another; a proposal is done only once the file holds it. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Log } from '../../log.ts'
import { withAnswer } from '../../persona/load/answers-file.ts'
import type { CaseStore } from '../../ports/store.ts'

export interface WriteAnswersDeps {
  readonly cases: CaseStore
  /** The persona's folder. */
  readonly folder: () => string
  /** The file holds new answers: they are to be spoken. */
  readonly onWritten: () => Promise<void>
  readonly log: Log
}

/** Returns how many were written. A kill in between writes the same file again, which changes nothing. */
export function createWriteAnswers({ cases, folder, onWritten, log }: WriteAnswersDeps): () => Promise<number> {
  return async () => {
    const approved = await cases.proposals('approved')
    if (approved.length === 0) return 0
    const file = path.join(folder(), 'answers.yaml')
    for (const { id, answer, by } of approved) {
      try {
        const text = await readFile(file, 'utf8').catch(orEmpty)
        const next = withAnswer(text, answer)
        if (next !== text) {
          await writeFile(`${file}.new`, next)
          await rename(`${file}.new`, file)
        }
        await onWritten()
        await cases.moveProposal(id, 'approved', 'written', by)
        log.info({ answer: answer.id, by }, 'an answer of staff is approved and stands in answers.yaml')
      } catch (err) {
        await cases.moveProposal(id, 'approved', 'proposed', by)
        log.error({ answer: answer.id, err }, 'the answer could not be written into answers.yaml; it is proposed again')
      }
    }
    return approved.length
  }
}

function orEmpty(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
  throw error
}
