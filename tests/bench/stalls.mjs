// Loaded with --import into the measured process: prints how long its event loop stood still at the longest, on SIGUSR2.
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('SIGUSR2', () => {
  console.log(JSON.stringify({ msg: 'stall', maxMs: delay.max / 1e6 }))
  delay.reset()
})
