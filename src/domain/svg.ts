import { fontFamilies, type Picture, type Shape, type TextShape } from './picture.ts'

/** The picture as an SVG file. It carries its own ground, so it reads the same on light and on dark. */
export function svgOf({ width, height, title, language, shapes }: Picture): string {
  const fonts = [...fontFamilies.map((name) => `'${name}'`), 'sans-serif'].join(', ')
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" xml:lang="${xml(language)}" font-family="${fonts}">`,
    `<title>${xml(title)}</title>`,
    ...shapes.map(shapeOf),
    '</svg>',
    '',
  ].join('\n')
}

function shapeOf(shape: Shape): string {
  switch (shape.kind) {
    case 'box': {
      const { x, y, width, height, fill, round = 0 } = shape
      return `<rect x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}" rx="${round}" fill="${fill}"/>`
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, width } = shape
      const ends = `x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"`
      return `<line ${ends} stroke="${stroke}" stroke-width="${width}"/>`
    }
    case 'dot': {
      const { x, y, radius, fill, stroke } = shape
      return `<circle cx="${n(x)}" cy="${n(y)}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="1.5"/>`
    }
    case 'text':
      return textOf(shape)
  }
}

/** In a frame of its own, which cuts what is too wide. */
function textOf({ x, y, text, size, fill, isBold, most }: TextShape): string {
  const weight = isBold === true ? ' font-weight="600"' : ''
  const frame = `x="${n(x)}" y="${n(y - size)}" width="${n(most)}" height="${n(size * 1.5)}" overflow="hidden"`
  return `<svg ${frame}><text x="0" y="${size}" font-size="${size}"${weight} fill="${fill}">${xml(text)}</text></svg>`
}

const n = (length: number) => Number(length.toFixed(2))

/** What XML reads as markup is told by number; what it may not hold at all is left out. */
function xml(text: string): string {
  return text.replace(unknownToXml, '').replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
}

const unknownToXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
