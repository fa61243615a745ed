/** Answers that staff proposed: what would be added to answers.yaml, and the operator's yes or no. */
import { useState } from 'preact/hooks'
import type { ActResponse, ProposalList } from '../../../wire.ts'
import { plainWords } from '../../show/plain-words.ts'
import { whenWords } from '../../show/times.ts'
import { api } from '../../state/api.ts'
import { notify } from '../../state/notices.ts'
import { addressOf } from '../../state/route.ts'
import { serverNow } from '../../state/server-clock.ts'
import { wordsOf } from '../../state/session.ts'
import { useList } from '../../state/use-list.ts'
import { View } from './view.tsx'

type Proposal = ProposalList['proposals'][number]

export function Proposals() {
  const listed = useList(api.proposals)
  const decide: Decide = async ({ id }, isApproved, words, sure) => {
    let asked: ActResponse | undefined
    try {
      const decided = await api.decide(id, isApproved, words, sure)
      if (decided.asks) asked = decided
      else notify('done', plainWords(decided.says))
    } catch (error) {
      notify('refused', wordsOf(error))
    }
    listed.readAgain()
    return asked
  }
  return (
    <View
      title="Proposals"
      about={
        'What staff answered and would like the bot to answer by itself, and what it said wrongly. ' +
        'An operator’s yes writes it into answers.yaml or scenes.yaml.'
      }
      listed={listed}
      empty="No proposal waits. Press the book beside an answer in a case, or the flag beside the bot’s words, to make one."
      isEmpty={({ proposals }) => proposals.length === 0}
    >
      {({ proposals, mayDecide }) => (
        <ul class="proposals">
          {proposals.map((proposal) => (
            <ProposalShown key={proposal.id} proposal={proposal} mayDecide={mayDecide} onDecide={decide} />
          ))}
        </ul>
      )}
    </View>
  )
}

/** Comes back with what is asked back about. */
type Decide = (
  proposal: Proposal,
  isApproved: boolean,
  words?: string,
  sure?: string,
) => Promise<ActResponse | undefined>

interface ProposalShownProps {
  readonly proposal: Proposal
  readonly mayDecide: boolean
  readonly onDecide: Decide
}

function ProposalShown({ proposal, mayDecide, onDecide }: ProposalShownProps) {
  const [isBusy, setBusy] = useState(false)
  const [words, setWords] = useState('')
  const { answerId, asks, answer, lacks, scene, by, at, caseId } = proposal
  const [asked, setAsked] = useState<ActResponse | undefined>()
  const decide = (isApproved: boolean) => {
    setBusy(true)
    const sure = isApproved ? asked?.asks?.sure : undefined
    void onDecide(proposal, isApproved, lacks === undefined ? undefined : words, sure).then((again) => {
      setAsked(again)
      setBusy(false)
    })
  }
  return (
    <li class="proposal">
      <h2>{answerId}</h2>
      <p class="quiet">
        by {by}, {whenWords(at, serverNow())}
        {caseId ? (
          <>
            {', '}
            <a href={addressOf({ view: 'inbox', caseId })}>
              from a case<span class="hidden-words"> for {answerId}</span>
            </a>
          </>
        ) : null}
      </p>
      <div class="diff">
        <p class="diff-title">{scene ? `A scene, for scenes.yaml: ${scene.title}` : 'Phrasings'}</p>
        {[...asks, ...(scene?.lines ?? [])].map((line) => (
          <ins key={line}>{line}</ins>
        ))}
        {Object.entries(answer).map(([lang, words]) => (
          <div key={lang}>
            <p class="diff-title">Answer, {lang}</p>
            <ins>{words}</ins>
          </div>
        ))}
      </div>
      {mayDecide && lacks !== undefined ? (
        <label class="field">
          <span>The answer in {lacks}, which every answer needs</span>
          <textarea
            rows={3}
            maxLength={4000}
            lang={lacks}
            value={words}
            onInput={({ currentTarget }) => setWords(currentTarget.value)}
          />
        </label>
      ) : null}
      {asked ? <p role="alert">{plainWords(asked.says)}</p> : null}
      {mayDecide ? (
        <footer>
          <button type="button" disabled={isBusy} onClick={() => decide(false)}>
            No
          </button>
          <button
            type="button"
            class="main"
            disabled={isBusy || (lacks !== undefined && words.trim() === '')}
            onClick={() => decide(true)}
          >
            {asked?.asks?.label ?? 'Approve'}
          </button>
        </footer>
      ) : (
        <p class="quiet">An operator decides.</p>
      )}
    </li>
  )
}
