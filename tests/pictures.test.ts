import { expect, test } from 'vitest'
import type { Picture } from '../src/domain/picture.ts'
import { createDraw } from '../src/pictures.ts'
import type { Log } from '../src/slack/log.ts'

const picture = (text: string): Picture => ({
  width: 120,
  height: 40,
  title: 'Timeline',
  language: 'en',
  shapes: [
    { kind: 'box', x: 0, y: 0, width: 120, height: 40, fill: '#ffffff', round: 4 },
    { kind: 'line', x1: 0, y1: 0, x2: 120, y2: 40, stroke: '#000000', width: 1 },
    { kind: 'dot', x: 20, y: 20, radius: 5, fill: '#ffffff', stroke: '#000000' },
    { kind: 'text', x: 30, y: 25, text, size: 14, fill: '#1c2420', most: 80 },
  ],
})

function listening() {
  const faults: unknown[] = []
  const nothing = () => {}
  const log: Log = { debug: nothing, info: nothing, warn: nothing, error: (facts) => void faults.push(facts) }
  return { faults, log }
}

/** The size that stands in a PNG's first chunk. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}

test('a picture becomes a PNG with twice as many dots', async () => {
  const { faults, log } = listening()
  const drawing = await createDraw(log)(picture('Sign 20 deals'))
  expect([...(drawing?.png.slice(1, 4) ?? [])]).toEqual([...'PNG'].map((one) => one.charCodeAt(0)))
  expect(drawing && sizeOf(drawing.png)).toEqual([240, 80])
  expect(faults).toEqual([])
})

test('characters that no font has are told, and those of the alphabet are not', async () => {
  const drawing = await createDraw(listening().log)(picture('Sign \u{105FF}\u{105FE} deals'))
  expect(drawing?.missing).toEqual(['\u{105FF}', '\u{105FE}'])
})

test('what cannot be drawn is told in the log, and the next one is drawn', async () => {
  const { faults, log } = listening()
  const draw = createDraw(log)
  const [broken, sound] = await Promise.all([
    draw({ ...picture('x'), shapes: new Proxy([], {}) }),
    draw(picture('x')),
  ])
  expect(broken).toBeUndefined()
  expect(sound?.png.length).toBeGreaterThan(100)
  expect(faults).toHaveLength(1)
})
