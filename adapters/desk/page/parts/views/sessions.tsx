/** Who is signed in where; a lost machine is signed out from here. */
import type { Me, SessionList } from '../../../wire.ts'
import { whenWords } from '../../show/times.ts'
import { api } from '../../state/api.ts'
import { notify } from '../../state/notices.ts'
import { serverNow } from '../../state/server-clock.ts'
import { signOut, wordsOf } from '../../state/session.ts'
import { useList } from '../../state/use-list.ts'
import { View } from './view.tsx'

type Session = SessionList['sessions'][number]

export function Sessions({ me }: { readonly me: Me }) {
  const listed = useList(api.sessions)
  const end = async ({ id, isThis, name }: Session) => {
    if (isThis) return await signOut()
    try {
      await api.endSession(id)
      notify('done', `The session of ${name} has ended.`)
    } catch (error) {
      notify('refused', wordsOf(error))
    }
    listed.readAgain()
  }
  return (
    <View
      title="Sessions"
      about={me.role === 'staff' ? 'Where you are signed in.' : 'Who is signed in, and where.'}
      listed={listed}
      empty="Nobody is signed in."
      isEmpty={({ sessions }) => sessions.length === 0}
    >
      {({ sessions }) => (
        <ul class="rows">
          {sessions.map((session) => (
            <li key={session.id}>
              <div class="row-words">
                <strong>
                  {session.name}, {session.role}
                </strong>
                <span class="quiet">
                  {session.isThis ? 'this browser, ' : ''}
                  {session.browser}, since {whenWords(session.openedAt, serverNow())}, until{' '}
                  {whenWords(session.expiresAt, serverNow())}
                </span>
              </div>
              <button type="button" onClick={() => void end(session)}>
                {session.isThis ? 'Sign out' : 'End'}
                <span class="hidden-words"> the session of {session.name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </View>
  )
}
