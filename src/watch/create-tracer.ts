/** Spans by OpenTelemetry, sent by OTLP over HTTP as protobuf. Loaded only where somebody takes them. */
import {
  type Attributes,
  type Span as OtelSpan,
  type Tracer as OtelTracer,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, type SpanExporter, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Log } from '../log.ts'
import type { Span, Tracer } from '../ports/tracer.ts'

/** Whoever takes spans keeps nobody waiting for longer, at the end neither. */
const PATIENCE_MS = 3_000

export interface TracingOptions {
  /** Without the path: `/v1/traces` is added, as OTLP says. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly service: string
  readonly version: string
}

export function createTracer(
  { endpoint, headers, service, version }: TracingOptions,
  log: Pick<Log, 'warn' | 'info'>,
): Tracer {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  const exporter = new OTLPTraceExporter({ url, headers, timeoutMillis: PATIENCE_MS })
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor({ exporter: telling(exporter, log), exportTimeoutMillis: PATIENCE_MS })],
  })
  const tracer = provider.getTracer('mascot', version)
  return {
    start: (name, attributes, parent) => begin(tracer, name, parent, attributes),
    async [Symbol.asyncDispose]() {
      await provider.shutdown().catch((err: unknown) => log.warn({ err }, 'the last spans were not sent'))
    },
  }
}

/** The exporter keeps its failures to itself: told once, and once when it works again. */
function telling(exporter: SpanExporter, log: Pick<Log, 'warn' | 'info'>): SpanExporter {
  let isFailing = false
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const { error } = result
        if (error && !isFailing) log.warn({ err: error }, 'spans cannot be sent to OTEL_EXPORTER_OTLP_ENDPOINT')
        if (!error && isFailing) log.info('spans are sent again')
        isFailing = error !== undefined
        done(result)
      })
    },
    forceFlush: async () => await exporter.forceFlush?.(),
    shutdown: () => exporter.shutdown(),
  }
}

function begin(tracer: OtelTracer, name: string, parent?: string, attributes: Attributes = {}): Span {
  const spanContext = parent === undefined ? undefined : contextIn(parent)
  const context = spanContext ? trace.setSpanContext(ROOT_CONTEXT, spanContext) : ROOT_CONTEXT
  return spanOf(tracer, tracer.startSpan(name, { attributes }, context))
}

function spanOf(tracer: OtelTracer, span: OtelSpan): Span {
  const { traceId, spanId, traceFlags } = span.spanContext()
  const traceparent = `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
  return {
    traceparent,
    child: (name) => begin(tracer, name, traceparent),
    set: (attributes) => void span.setAttributes(attributes),
    end(error) {
      // Its text may hold a fan's: the log has it, masked.
      if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: nameOf(error) })
      span.end()
    },
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.name
      : 'unknown'
}

function contextIn(traceparent: string) {
  const [, traceId, spanId, flags] = /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(traceparent) ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return undefined
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true }
}
