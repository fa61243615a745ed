/** One message with its speaker on record, what became of it, and what its author may still do. */
import { useState } from 'preact/hooks'
import type { Line, Me } from '../../../wire.ts'
import { speakerWords } from '../../show/names.ts'
import { clockTime, fullTime } from '../../show/times.ts'
import { BubbleTools } from './bubble-tools.tsx'
import { EditForm } from './edit-form.tsx'
import { MediaShown } from './media-shown.tsx'

interface BubbleProps {
  readonly line: Line
  /** The same speaker goes on: named once. */
  readonly isGoingOn: boolean
  readonly me: Me
}

export function Bubble({ line, isGoingOn, me }: BubbleProps) {
  const [isEditing, setEditing] = useState(false)
  return (
    <li class={`line ${line.speaker} ${isGoingOn ? 'going-on' : ''}`} data-row={line.row}>
      <p class={isGoingOn ? 'hidden-words' : 'by'}>
        {speakerWords(line, me.persona)}
        <SpeakerMark line={line} />
      </p>
      <div class={line.isDeleted ? 'bubble deleted' : 'bubble'}>
        {line.media.map((item, nth) => (
          // Its place is what names it.
          <MediaShown key={nth} item={item} />
        ))}
        {isEditing ? (
          <EditForm line={line} onClose={() => setEditing(false)} />
        ) : (
          <Words text={line.text} isDeleted={line.isDeleted === true} />
        )}
        {line.beside?.map((told) => (
          <p class="under" dir="auto" key={told}>
            {told}
          </p>
        ))}
        <p class="under">
          {line.isDeleted ? <span>deleted</span> : null}
          {line.isEdited && !line.isDeleted ? <span>edited</span> : null}
          <time dateTime={new Date(line.at).toISOString()} title={fullTime(line.at)}>
            {clockTime(line.at)}
          </time>
          <Delivery line={line} />
          <Reactions line={line} />
        </p>
      </div>
      {isEditing ? null : <BubbleTools line={line} onEdit={() => setEditing(true)} />}
    </li>
  )
}

function Words({ text, isDeleted }: { readonly text: string; readonly isDeleted: boolean }) {
  if (text === '') return isDeleted ? <p class="words">A message was here.</p> : null
  return isDeleted ? (
    <del class="words" dir="auto">
      {text}
    </del>
  ) : (
    <p class="words" dir="auto">
      {text}
    </p>
  )
}

function SpeakerMark({ line: { speaker, answerId, sentBy } }: { readonly line: Line }) {
  const letGo = sentBy ? `, sent by ${sentBy}` : ''
  if (speaker === 'bot') return <span class="mark">bot{letGo}</span>
  if (speaker === 'approved')
    return (
      <span class="mark">
        approved answer{answerId ? `: ${answerId}` : ''}
        {letGo}
      </span>
    )
  if (speaker === 'person') return <span class="mark">person</span>
  return speaker === 'person-as-brand' ? <span class="mark">person, as the brand</span> : null
}

function Reactions({ line: { reactions, speaker } }: { readonly line: Line }) {
  if (reactions === undefined) return null
  return (
    <span class="reactions">
      <span class="hidden-words">{speaker === 'fan' ? 'marked by the fan: ' : 'the fan reacted: '}</span>
      {reactions.join(' ')}
    </span>
  )
}

function Delivery({ line: { delivery, reason } }: { readonly line: Line }) {
  if (delivery === 'pending') return <span class="delivery">sending…</span>
  if (delivery === 'sent') return <span class="delivery">sent ✓</span>
  if (delivery === 'held') return <span class="delivery">waits until they write again</span>
  if (delivery !== 'dead') return null
  return <strong class="delivery dead">not delivered{reason ? `: ${reason}` : ''}</strong>
}
