/** An approved answer in the text of answers.yaml, an issue in that of issues.yaml, and a scene in that of scenes.yaml. */
import type { ProposedAnswer } from '../../domain/answer.ts'
import type { IssueAnswer } from '../../domain/issue.ts'
import type { ProposedScene } from '../../domain/scene.ts'
import { withEntry } from './list-file.ts'

/** As `withEntry`. @throws {MascotError} `persona-invalid` */
export function withAnswer(text: string, { id, asks, answer, owner }: ProposedAnswer): string {
  const item = { id, asks: [...asks], answer: { ...answer }, ...(owner ? { owner } : {}) }
  return withEntry(text, item, { file: 'answers.yaml', list: 'answers', entry: 'answer' })
}

/** As `withEntry`. @throws {MascotError} `persona-invalid` */
export function withIssue(
  text: string,
  issue: {
    readonly id: string
    readonly title: string
    readonly says: readonly string[]
    readonly answer?: IssueAnswer
    readonly owner?: string
  },
): string {
  return withEntry(text, issue, { file: 'issues.yaml', list: 'issues', entry: 'issue' })
}

/** As `withEntry`. @throws {MascotError} `persona-invalid` */
export function withScene(text: string, scene: ProposedScene): string {
  return withEntry(text, scene, { file: 'scenes.yaml', list: 'scenes', entry: 'scene' })
}
