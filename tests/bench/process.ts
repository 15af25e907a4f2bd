import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** A server under measurement, in a process of its own. */
export interface Measured extends AsyncDisposable {
  readonly readyMs: number
  /** Resident memory now, in MiB. */
  memory(): number
  /** The longest time its event loop stood still since the last call, in ms. */
  longestStall(): Promise<number>
}

export async function startMeasured(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Measured> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', './tests/bench/stalls.mjs', ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  const next = (msg: string) =>
    new Promise<Record<string, unknown>>((resolve, reject) => {
      const read = (line: string) => {
        const facts: Record<string, unknown> = line.startsWith('{') ? JSON.parse(line) : {}
        if (facts['msg'] !== msg) return
        lines.off('line', read)
        resolve(facts)
      }
      lines.on('line', read)
      child.once('exit', (code) => reject(new Error(`it ended with code ${code}`)))
    })
  await next('ready')
  const readyMs = performance.now() - began
  return {
    readyMs,
    memory: () => residentMiB(child),
    async longestStall() {
      const answer = next('stall')
      child.kill('SIGUSR2')
      return Number((await answer)['maxMs'])
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Resident memory of a process now. */
export function residentMiB(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}
