/** Files that are brought in for one thing that is to be sent, each with what became of it. */
import { useRef, useState } from 'preact/hooks'
import { api } from '../../state/api.ts'
import { wordsOf } from '../../state/session.ts'
import type { Attached } from '../../state/writing.ts'

export interface Files {
  readonly all: readonly Attached[]
  /** All are there. */
  readonly areReady: boolean
  readonly ids: readonly string[]
  add(files: Iterable<File>): void
  remove(key: number): void
}

export function useFiles(caseId: string): Files {
  const [all, setAll] = useState<readonly Attached[]>([])
  const count = useRef(0)
  async function bring(file: File): Promise<void> {
    const key = ++count.current
    const set = (changed: Partial<Attached>) =>
      setAll((files) => files.map((one) => (one.key === key ? { ...one, ...changed } : one)))
    setAll((files) => [...files, { key, name: file.name || 'picture' }])
    try {
      set({ uploaded: await api.upload(caseId, file) })
    } catch (error) {
      set({ problem: wordsOf(error) })
    }
  }
  return {
    all,
    areReady: all.every(({ uploaded }) => uploaded !== undefined),
    ids: all.flatMap(({ uploaded }) => uploaded?.id ?? []),
    add(files) {
      for (const file of files) void bring(file)
    },
    remove: (key) => setAll((files) => files.filter((one) => one.key !== key)),
  }
}
