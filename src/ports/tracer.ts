/** Spans of the path, for an operator's tracing. A message carries where its trace goes on, so that any process can go on with it. */

export type Attributes = Readonly<Record<string, string | number | boolean>>

export interface Span {
  /** W3C `traceparent`: what follows elsewhere is given it as its parent. */
  readonly traceparent: string
  child(name: string): Span
  set(attributes: Attributes): void
  /** `error`: it did not do what it was for. */
  end(error?: unknown): void
}

export interface Tracer extends AsyncDisposable {
  /** `parent`: a traceparent; if absent, a trace begins. */
  start(name: string, attributes: Attributes, parent?: string): Span
}
