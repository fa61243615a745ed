#!/usr/bin/env node
import './node-version.js'
import module from 'node:module'
import v8 from 'node:v8'

// The space for what is young would grow to 134 MB, of which no turn needs a fraction; it stays at 2 MB. Measured: docs/speed.md.
v8.setFlagsFromString('--semi-space-growth-factor=1')
// Keeps compiled code, types stripped, for the next start: half of the time of this one goes there.
module.enableCompileCache()
await import('../src/main.ts')
