// Plain JavaScript, so that an old Node can read it and say one clear sentence instead of a syntax error.
const major = Number(process.versions.node.split('.')[0])
if (major < 24) {
  console.error(
    `Mascot needs Node 24 or newer and this is Node ${process.versions.node}: run it through npm (npm start, npx ` +
      'mascot) after "npm ci", which brings Node 24 along, or install Node 24 yourself.',
  )
  process.exit(1)
}
