/** The door: a one-time link waits for a press, and who has none is told how to get one. */
import { useEffect, useRef } from 'preact/hooks'
import { recognise, type Session, signIn } from '../state/session.ts'

type Outside = Exclude<Session, { state: 'in' }>

export function SignIn({ session }: { readonly session: Outside }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { state } = session
  // The focus follows what is shown.
  useEffect(() => {
    document.title = 'Sign in · Desk'
    heading.current?.focus()
  }, [state])
  if (state === 'loading')
    return (
      <main class="door" aria-busy="true">
        <p class="quiet">Opening the desk…</p>
      </main>
    )
  return (
    <main class="door">
      <div class="door-card">
        <h1 ref={heading} tabIndex={-1}>
          {titleOf(session)}
        </h1>
        <Body session={session} />
      </div>
    </main>
  )
}

function titleOf(session: Outside): string {
  if (session.state === 'unreachable') return 'The desk cannot be reached'
  if (session.state !== 'out') return 'Sign in to the desk'
  if (session.why === 'link-refused') return 'This link opens nothing any more'
  if (session.why === 'ended') return 'Your session has ended'
  return session.why === 'left' ? 'You are signed out' : 'Sign in to the desk'
}

function Body({ session }: { readonly session: Outside }) {
  if (session.state === 'invited')
    return (
      <>
        <p>Your link is good for one sign-in on this browser. Pressing uses it up.</p>
        {session.problem ? (
          <p class="problem" role="alert">
            {session.problem}
          </p>
        ) : null}
        <button type="button" class="main" disabled={session.isBusy} onClick={() => void signIn(session.secret)}>
          {session.isBusy ? 'Signing in…' : 'Sign in'}
        </button>
      </>
    )
  if (session.state === 'unreachable')
    return (
      <>
        <p>Check the network, or whether the program is running.</p>
        <button type="button" class="main" onClick={() => void recognise()}>
          Try again
        </button>
      </>
    )
  const isUsed = session.state === 'out' && session.why === 'link-refused'
  return (
    <>
      {isUsed ? <p>A link works once, and for ten minutes.</p> : null}
      <p>
        Ask for a new link: write <kbd>/desk</kbd> in the staff chat, or run <kbd>mascot desk</kbd> on the machine.
      </p>
    </>
  )
}
