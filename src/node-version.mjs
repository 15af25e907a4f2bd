import * as modules from 'node:module'

// Runs before anything else is loaded: better-sqlite3 crashes on older versions instead of refusing them.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Goalpost needs Node.js 22.18 or newer and this is ${process.versions.node}.\n` +
      'Run it with "npm start" after "npm ci", which brings Node.js 24 along, or install a newer one.',
  )
  process.exit(1)
}

// What was compiled and stripped of its types once is kept: the next start takes half the time and a fifth less memory.
modules.enableCompileCache?.()
