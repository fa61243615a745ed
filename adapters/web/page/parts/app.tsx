/** The page: who is spoken to, the talk, and where one writes. */
import { useStore } from '../state/store.ts'
import { talk } from '../state/talk.ts'
import { Composer } from './composer.tsx'
import { Head } from './head.tsx'
import { Lines } from './lines.tsx'

export function App() {
  const { hello, isLost } = useStore(talk)
  if (!hello) return <main class="chat" aria-busy="true" />
  return (
    <main class="chat">
      <Head hello={hello} />
      <div role="alert">{isLost ? <p class="lost">{hello.words.lost}</p> : null}</div>
      <Lines hello={hello} />
      <Composer hello={hello} />
    </main>
  )
}
