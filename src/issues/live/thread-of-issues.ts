/** The thread in which staff are told of issues. */
import type { ThreadId } from '../../domain/ids.ts'
import type { IssueStore } from '../../ports/issues.ts'

/** Opened at the first need, and anew where the last can no longer be written in; undefined where staff have no chat. */
export function createThreadOfIssues({
  issues,
  openThread,
}: {
  readonly issues: Pick<IssueStore, 'thread' | 'keepThread'>
  readonly openThread: (title: string) => Promise<ThreadId | undefined>
}): () => Promise<ThreadId | undefined> {
  return async () => {
    const known = await issues.thread()
    if (known !== undefined) return known
    const opened = await openThread('📣 Issues')
    if (opened !== undefined) await issues.keepThread(opened)
    return opened
  }
}
