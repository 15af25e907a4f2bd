/** A picture as its parts, from the back to the front: written as SVG, or drawn as PNG. Lengths are CSS pixels. */
export interface Picture {
  readonly width: number
  readonly height: number
  /** What it is, for those who do not see it. */
  readonly title: string
  /** BCP 47: one character looks different in Taipei and in Tokyo. */
  readonly language: string
  readonly shapes: readonly Shape[]
}

export type Shape =
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill: string
      readonly round?: number
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly stroke: string
      readonly width: number
    }
  | {
      readonly kind: 'dot'
      readonly x: number
      readonly y: number
      readonly radius: number
      readonly fill: string
      readonly stroke: string
    }
  | TextShape

/** `y` is the line that the letters stand on; what is wider than `most` is not seen. */
export interface TextShape {
  readonly kind: 'text'
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
  readonly fill: string
  readonly isBold?: boolean
  readonly most: number
}

/** A picture drawn as PNG. */
export interface Drawing {
  readonly png: Uint8Array
  /** Characters that no font of this machine has: a box stands for each. */
  readonly missing: readonly string[]
}

/** Undefined where this machine cannot draw. */
export type Draw = (picture: Picture) => Promise<Drawing | undefined>

/** The first that is there is taken, for each character anew. */
export const fontFamilies = [
  'Noto Sans',
  'Helvetica Neue',
  'Segoe UI',
  'Roboto',
  'Arial',
  'Liberation Sans',
  'Apple Color Emoji',
  'Segoe UI Emoji',
  'Noto Color Emoji',
  'DejaVu Sans',
  'Noto Sans CJK TC',
  'Noto Sans TC',
  'PingFang TC',
  'Microsoft JhengHei',
  'Noto Sans CJK JP',
] as const
