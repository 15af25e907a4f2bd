import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Draw } from './domain/picture.ts'
import type { Log } from './slack/log.ts'

/** A large picture takes two seconds. */
const LONGEST_MS = 20_000

const drawn = z.strictObject({ png: z.instanceof(Uint8Array), missing: z.array(z.string()) })

/** One picture after the other, each in a thread of its own: many at once would fill the memory. */
export function createDraw(log: Log): Draw {
  let before: Promise<unknown> = Promise.resolve()
  return (picture) => {
    const drawing = before.then(() => draw(picture))
    // What cannot be drawn is told once, and the next one is tried.
    const told = drawing.catch((fault: unknown) => {
      log.error({ err: fault }, 'a picture could not be drawn')
      return undefined
    })
    before = told
    return told
  }
}

/** Rejects where the thread fails, or says nothing for so long. */
async function draw(picture: Parameters<Draw>[0]): ReturnType<Draw> {
  const worker = new Worker(new URL('./picture-worker.ts', import.meta.url), { workerData: picture })
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) })
    return drawn.parse(answer)
  } finally {
    await worker.terminate()
  }
}
