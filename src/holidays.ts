import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Holidays } from './domain/holidays.ts'
import { localDateOf, UTC } from './domain/time.ts'
import type { Clock, LocalDate, Place } from './domain/types.ts'
import type { Log } from './slack/log.ts'

/** Loading the data takes a second. */
const LONGEST_MS = 20_000

const days = z.array(z.string())
const known = z.array(
  z
    .object({ place: z.custom<Place>(), countryName: z.string(), part: z.string().optional() })
    .transform(({ place, countryName, part }) => ({ place, countryName, part })),
)

/** Public holidays by the date-holidays library, each place asked for once a year, in a thread of its own. */
export function createHolidays({ now, log }: { readonly now: Clock; readonly log: Log }): Holidays {
  const kept = new Map<string, Promise<ReadonlySet<string>>>()
  let places: ReturnType<Holidays['places']> | undefined
  return {
    async of(place) {
      const year = Number(localDateOf(now(), UTC).slice(0, 4))
      const key = `${place} ${year}`
      const found = kept.get(key) ?? read(place, year)
      kept.set(key, found)
      const dates = await found.catch((fault: unknown) => {
        // Nobody goes unasked because a calendar cannot be read; it is tried again the next time.
        kept.delete(key)
        log.error({ err: fault, place }, 'public holidays could not be read')
        return new Set<string>()
      })
      return (date: LocalDate) => dates.has(date)
    },
    places() {
      places ??= ask({ places: true })
        .then((answer) => known.parse(answer))
        .catch((fault: unknown) => {
          places = undefined
          throw fault
        })
      return places
    },
  }

  async function read(place: Place, year: number): Promise<ReadonlySet<string>> {
    return new Set(days.parse(await ask({ of: place, years: [year - 1, year, year + 1, year + 2] })))
  }
}

/** Rejects where the thread fails, or says nothing for so long. */
async function ask(question: object): Promise<unknown> {
  const worker = new Worker(new URL('./holidays-worker.ts', import.meta.url), { workerData: question })
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(LONGEST_MS) })
    return answer
  } finally {
    await worker.terminate()
  }
}
