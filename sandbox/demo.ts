import { pino } from 'pino'
import { type Demo, startDemo } from './start-demo.ts'

/** One command: a Slack in the browser with the bot inside it, and eight weeks of a sales team behind it. */
let demo: Demo | undefined

async function main(): Promise<void> {
  console.log('Goalpost demo: building the page and living through eight weeks …')
  demo = await startDemo({
    port: Number(process.env['PORT'] ?? 3333),
    realNow: Date.now(),
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'warn', base: null }),
  })
  console.log(`Open ${demo.url} in a browser. Ctrl-C ends it and forgets everything.`)
}

async function end(): Promise<void> {
  await demo?.[Symbol.asyncDispose]()
  process.exit(0)
}

process.on('SIGINT', () => void end())
process.on('SIGTERM', () => void end())
main().catch((fault: unknown) => {
  console.error(fault)
  process.exit(1)
})
