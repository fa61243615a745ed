/** The chat page: asks who speaks and in which words, then shows the talk. */
import { render } from 'preact'
import { App } from './parts/app.tsx'
import { open } from './state/talk.ts'

const place = document.getElementById('page')
if (place) render(<App />, place)
void open()
