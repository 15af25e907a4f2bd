import { pino } from 'pino'
import { createApp } from './app.ts'
import { ConfigError, readConfig } from './config.ts'
import type { Instant } from './domain/types.ts'
import { StartRefused } from './start.ts'

/** Starts, serves until a signal, stops. The only place that knows the real clock and the environment. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.token', '*.response_url', 'err.config', 'err.original.config'], remove: true },
  })
  const app = await createApp({ config, log, now: () => Date.now() as Instant })
  await app.start()

  let isStopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (isStopping) return
    isStopping = true
    log.info({ signal }, 'stopping')
    app.stop().then(
      () => process.exit(0),
      (fault: unknown) => {
        log.error({ err: fault }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

/** What an operator can mend is told in words; only a bug shows its stack. */
main().catch((fault: unknown) => {
  const isTold = fault instanceof ConfigError || fault instanceof StartRefused
  console.error(isTold ? fault.message : fault)
  process.exit(1)
})
