/** The page of issues: all of them by state and people, and each with what can be done to it. */
import type { LeadPage } from '../lead-page.ts'
import { issueActs } from './issue-acts.ts'
import { showIssues } from './issue-list.ts'
import { showIssue } from './issue-story.ts'

export const issuesPage: LeadPage = {
  name: 'issues',
  label: 'Issues',
  about: 'Recurring troubles: who has them, how many report them, what is said; and what is amber or red.',
  views: [
    { path: '', show: showIssues },
    { path: '/:number', show: showIssue },
  ],
  acts: issueActs,
}
