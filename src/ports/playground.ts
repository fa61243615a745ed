/** Where an operator tries a persona out and tunes it: talks that no fan hears, dials, and the files themselves. */
import type { Decision } from '../domain/decision.ts'
import type { Surface } from '../domain/message.ts'
import type { TurnTrace } from '../domain/trace.ts'

/** The files, by what they are; there are no others. */
export type PlayFile = 'persona' | 'answers' | 'issues' | 'scenes'

export interface PlayProblem {
  readonly file: PlayFile
  /** 1-based; 0: the whole file. */
  readonly line: number
  readonly col: number
  readonly path: string
  readonly message: string
  readonly severity: 'error' | 'warning' | 'note'
}

export interface PlayDial {
  /** `voice.distance` */
  readonly path: string
  readonly about?: string
  readonly choices: readonly string[]
  /** As it is tried now. */
  readonly value: string
  /** As the file has it. */
  readonly saved: string
}

/** Where a talk is held. */
export interface PlayScene {
  /** `telegram`, `discord`, `web`, `terminal` */
  readonly platform: string
  readonly surface: Surface
  /** Id of a place of the persona, whose first channel it is held in. If absent, nowhere in particular. */
  readonly place?: string
  /** `tue 14:00`; absent: now. */
  readonly at?: string
}

export interface PlayState {
  readonly persona: { readonly name: string; readonly brand: string; readonly version: string }
  /** Whether a model speaks. */
  readonly hasModel: boolean
  /** Of the files as they lie there; with an error among them the persona before them goes on. */
  readonly problems: readonly PlayProblem[]
  readonly dials: readonly PlayDial[]
  readonly platforms: readonly string[]
  readonly places: readonly { readonly id: string; readonly words: string }[]
  /** Of the files as they are: another once one was saved. */
  readonly stamp: string
  /** What trying changed in persona.yaml: lines taken out and put in. */
  readonly diff: readonly { readonly kind: '-' | '+'; readonly line: number; readonly text: string }[]
  readonly turns: readonly PlayTurn[]
}

export interface PlayTurn {
  readonly id: number
  readonly fan: string
  readonly surface: Surface
  readonly platform: string
  readonly text: string
  readonly said: readonly { readonly text: string; readonly buttons: readonly PlayButton[] }[]
  /** What it said to the same before a dial was turned. Absent where it is the same, or nothing was turned. */
  readonly before?: string
  readonly decision: Pick<Decision, 'kind' | 'reason' | 'flags'>
  /** Why, in words. */
  readonly why: string
  /** Whose words were said, and where these stand in the files. */
  readonly source?: { readonly file: PlayFile; readonly line: number; readonly name: string }
  readonly trace: TurnTrace
  readonly tookMs: number
}

export interface PlayButton {
  readonly label: string
  readonly value?: string
  readonly url?: string
}

export interface PlaySaid extends PlayScene {
  readonly fan: string
  readonly text: string
  /** The value of a button that was pressed. */
  readonly button?: string
}

export interface PlayText {
  readonly file: PlayFile
  readonly text: string
  /** To be sent back with what is written over it. */
  readonly stamp: string
}

export interface PlayLooked {
  readonly problems: readonly PlayProblem[]
  readonly path: string
  readonly about?: string
  readonly words: readonly string[]
  readonly keys: readonly { readonly key: string; readonly about?: string }[]
}

export interface Playground {
  /** `who`: whose table it is; each has one. */
  state(who: string): Promise<PlayState>
  /** @throws {MascotError} `usage` */
  say(who: string, said: PlaySaid): Promise<PlayState>
  /** Begins the talk anew. */
  clear(who: string): Promise<PlayState>
  /** Tried at this table alone, and answered anew at once. @throws {MascotError} `usage` for a dial or a value that there is not */
  turn(who: string, path: string, value: string): Promise<PlayState>
  /** Takes back what was turned. */
  undo(who: string): Promise<PlayState>
  /** Writes what was turned into persona.yaml. @throws {MascotError} `persona-invalid`: what somebody else saved meanwhile stays */
  keep(who: string): Promise<PlayState>
  read(file: PlayFile): Promise<PlayText>
  /** What is wrong with a text before it is saved, and what its line is. */
  look(file: PlayFile, text: string, line: number): Promise<PlayLooked>
  /** @throws {MascotError} `persona-invalid` where it has errors, or was saved by somebody else since it was read */
  write(file: PlayFile, text: string, stamp: string): Promise<PlayText>
}
