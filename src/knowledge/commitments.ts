/** Commitments: what a text about to leave would bind the brand to, and whether something approved stands behind it. Pure. */
export { type ChangedFact, changedFacts } from './commitments/changed-facts.ts'
export { type Cited, cite } from './commitments/cite.ts'
export {
  type ActionKind,
  actionKinds,
  type Commitment,
  type CommitmentKind,
  commitmentKinds,
} from './commitments/commitment.ts'
export { findCommitments } from './commitments/find-commitments.ts'
export { leaning, sharesPlace } from './commitments/leaning.ts'
export { answerTexts, type Mode, productTexts, type Support, unsupported } from './commitments/support.ts'
export { type Topic, type TopicHolder, topicOf } from './commitments/topic.ts'
