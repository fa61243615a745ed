/** Where one writes: a reply as oneself or as the brand, or a note that stays here; clearly told apart. */
import { useState } from 'preact/hooks'
import type { CaseDetail, Me } from '../../../wire.ts'
import { useStore } from '../../state/store.ts'
import {
  allowNotesAlone,
  attach,
  detach,
  maySend,
  send,
  speakAs,
  type Voice,
  voiceOf,
  writing,
} from '../../state/writing.ts'
import { acts as all, isOthers } from '../case/acts.ts'
import { focusBox } from '../case/focus.ts'
import type { Acts } from '../case/use-acts.ts'
import { Icon } from '../controls/icon.tsx'
import { AddFiles } from './add-files.tsx'
import { Attachments } from './attachments.tsx'
import { Box } from './box.tsx'
import { Draft } from './draft.tsx'
import { HeldDrafts } from './held-drafts.tsx'
import { ReplyClock } from './reply-clock.tsx'

interface ComposerProps {
  readonly me: Me
  readonly detail: CaseDetail
  readonly acts: Acts
}

export function Composer({ me, detail, acts }: ComposerProps) {
  const why = whyNoReply(detail, me)
  allowNotesAlone(why !== undefined)
  const now = useStore(writing)
  const [isOver, setOver] = useState(false)
  const voice = voiceOf(now)
  const submit = async () => {
    // Sent by the button, one goes on writing; the box is never taken away.
    focusBox()
    await send()
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (voice !== 'note') attach(event.dataTransfer?.files ?? [])
  }
  return (
    <section
      class={`composer ${voice} ${isOver ? 'over' : ''}`}
      aria-label="Write"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <HeldDrafts me={me} detail={detail} mayDecide={!isOthers(detail, me)} />
      {why === undefined ? <Draft me={me} detail={detail} acts={acts} /> : <p class="why">{why}</p>}
      {why === undefined && voice !== 'note' ? <ReplyClock detail={detail} /> : null}
      <Voices me={me} voice={voice} mayReply={why === undefined} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Box detail={detail} label={labelOf(voice, me, detail)} onSend={() => void submit()} />
        {voice === 'note' ? null : <Attachments files={now.files} onRemove={detach} />}
        {now.problem ? (
          <p class="problem" role="alert">
            Not sent: {now.problem.replace(/^Not sent: /, '')}
          </p>
        ) : null}
        <footer class="composer-foot">
          {voice === 'note' ? null : <Helpers acts={acts} />}
          <span class="quiet aim">{aimOf(voice, me, detail)}</span>
          <button type="submit" class="main" disabled={!maySend(now)} title="Ctrl Enter">
            {now.isSending ? 'Sending…' : sendWords(voice, me)}
          </button>
        </footer>
      </form>
    </section>
  )
}

function whyNoReply(detail: CaseDetail, me: Me): string | undefined {
  if (detail.case.status === 'closed') return 'This case is closed. Open it again to reply; a note can be left.'
  if (isOthers(detail, me)) return `${detail.case.assignee?.name ?? 'Somebody'} has this case. You can leave a note.`
  return undefined
}

function Voices({ me, voice, mayReply }: { readonly me: Me; readonly voice: Voice; readonly mayReply: boolean }) {
  const button = (value: Voice, label: string) => (
    <button
      type="button"
      class={value}
      aria-pressed={voice === value}
      onClick={() => {
        speakAs(value)
        focusBox()
      }}
    >
      {label}
    </button>
  )
  return (
    <fieldset class="voices">
      <legend class="hidden-words">Who speaks</legend>
      {mayReply ? button('self', `As ${me.name}`) : null}
      {mayReply ? button('brand', `As ${me.persona.name}`) : null}
      {button('note', 'Note')}
    </fieldset>
  )
}

function Helpers({ acts }: Pick<ComposerProps, 'acts'>) {
  const suggest = all.find(({ id }) => id === 'suggest')
  return (
    <>
      <AddFiles label="Add files" onAdd={attach} />
      <button
        type="button"
        class="soft"
        aria-label="Suggest"
        disabled={acts.isBusy}
        onClick={() => suggest && acts.run(suggest)}
      >
        <Icon name="sparkle" /> <span class="suggest-word">Suggest</span>
      </button>
    </>
  )
}

function labelOf(voice: Voice, me: Me, { case: { fanName } }: CaseDetail): string {
  if (voice === 'note') return 'Note, seen by staff alone'
  return `Reply to ${fanName || 'the fan'} as ${voice === 'self' ? me.name : me.persona.name}`
}

/** Where the words will go. */
function aimOf(voice: Voice, me: Me, { case: { surface, status }, followers }: CaseDetail): string {
  if (voice === 'note') return 'Staff alone see this.'
  const waits = status === 'waiting' ? 'Answering takes the case. ' : ''
  const many = followers.length > 0 ? `Goes to ${followers.length + 1} fans. ` : ''
  const group = surface === 'group' ? 'Public: everybody in the group reads it. ' : ''
  return `${group}${many}${waits}`.trim() || (voice === 'brand' ? `The fan sees ${me.persona.name} speak.` : '')
}

function sendWords(voice: Voice, me: Me): string {
  if (voice === 'note') return 'Keep note'
  return `Send as ${voice === 'self' ? me.name : me.persona.name}`
}
