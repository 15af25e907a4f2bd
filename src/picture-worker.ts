import { parentPort, workerData } from 'node:worker_threads'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { fontFamilies, type Picture, type Shape, type TextShape } from './domain/picture.ts'

/** Draws one picture: it takes longer than anybody else shall wait for. */

/** For screens with small dots. */
const SCALE = 2

const picture: Picture = workerData
const fonts = fontsHere()
const canvas = createCanvas(picture.width * SCALE, picture.height * SCALE)
const context = canvas.getContext('2d')
context.lang = picture.language
context.scale(SCALE, SCALE)
for (const shape of picture.shapes) draw(context, shape)
const png = await canvas.encode('png')
parentPort?.postMessage({ png: new Uint8Array(png), missing: missingIn(picture) })

/** Those we like first, then all others: whichever has the character draws it. */
function fontsHere(): string {
  const here = GlobalFonts.families.map(({ family }) => family)
  const liked = fontFamilies.filter((family) => here.includes(family))
  const others = here.filter((family) => !fontFamilies.some((one) => one === family)).toSorted(bySerifs)
  return [...[...liked, ...others].map((family) => `"${family.replaceAll('"', '')}"`), 'sans-serif'].join(
    ', ',
  )
}

/** Fonts with serifs or for one purpose come last. */
function bySerifs(one: string, other: string): number {
  const rank = (family: string) => (/serif|mono|math|symbol/i.test(family) ? 1 : 0)
  return rank(one) - rank(other) || (one < other ? -1 : 1)
}

function draw(on: SKRSContext2D, shape: Shape): void {
  switch (shape.kind) {
    case 'box':
      on.fillStyle = shape.fill
      on.beginPath()
      on.roundRect(shape.x, shape.y, shape.width, shape.height, shape.round ?? 0)
      on.fill()
      return
    case 'line':
      on.strokeStyle = shape.stroke
      on.lineWidth = shape.width
      on.beginPath()
      on.moveTo(shape.x1, shape.y1)
      on.lineTo(shape.x2, shape.y2)
      on.stroke()
      return
    case 'dot':
      on.fillStyle = shape.fill
      on.strokeStyle = shape.stroke
      on.lineWidth = 1.5
      on.beginPath()
      on.arc(shape.x, shape.y, shape.radius, 0, 2 * Math.PI)
      on.fill()
      on.stroke()
      return
    case 'text':
      drawText(on, shape)
  }
}

function drawText(on: SKRSContext2D, { x, y, text, size, fill, isBold, most }: TextShape): void {
  on.save()
  on.beginPath()
  on.rect(x, y - size, most, size * 1.5)
  on.clip()
  on.font = `${isBold === true ? '600 ' : ''}${size}px ${fonts}`
  on.fillStyle = fill
  on.fillText(text, x, y)
  on.restore()
}

/** A character that no font has looks like one that nobody can have. */
function missingIn({ shapes }: Picture): readonly string[] {
  const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
  const characters = [...new Set(texts.join(''))].filter((character) =>
    /[^\p{ASCII}\p{M}\p{Cf}\s]/u.test(character),
  )
  const box = looksOf('\u{10FFFF}')
  return characters.filter((character) => looksOf(character).equals(box))
}

function looksOf(character: string): Buffer {
  const small = createCanvas(32, 32)
  const on = small.getContext('2d')
  on.font = `16px ${fonts}`
  on.fillText(character, 4, 24)
  return Buffer.from(on.getImageData(0, 0, 32, 32).data)
}
