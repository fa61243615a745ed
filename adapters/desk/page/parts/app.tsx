/** What is shown for the session there is: sign-in, or the desk. */
import { useEffect } from 'preact/hooks'
import { session } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { Announcer } from './frame/announcer.tsx'
import { Frame } from './frame/frame.tsx'
import { SignIn } from './sign-in.tsx'
import { dressIn } from './theme.ts'

export function App() {
  const now = useStore(session)
  const colour = now.state === 'in' ? now.me.persona.colour : undefined
  useEffect(() => dressIn(colour), [colour])
  return (
    <>
      {now.state === 'in' ? <Frame me={now.me} /> : <SignIn session={now} />}
      <Announcer />
    </>
  )
}
