#!/usr/bin/env node
import './node-version.js'
import './young-space.js'
import module from 'node:module'
import { program } from './program.js'

// Keeps compiled code, types stripped, for the next start: half of the time of this one goes there.
module.enableCompileCache()
await import(program())
