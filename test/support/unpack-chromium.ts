/** Run as a process of its own, with TMPDIR where it shall go: unpacks the Chromium that npm brought, and prints its path. */
import chromium from '@sparticuz/chromium'

process.stdout.write(await chromium.executablePath())
