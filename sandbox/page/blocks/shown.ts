import type { KnownBlock } from '@slack/types'

interface Point {
  readonly label: string
  readonly value: number
}

/** Slack's chart block, which @slack/types does not know yet. */
export interface ChartBlock {
  readonly type: 'data_visualization'
  readonly block_id?: string
  readonly title: string
  readonly chart:
    | {
        readonly type: 'line' | 'bar' | 'area'
        readonly series: readonly { readonly name: string; readonly data: readonly Point[] }[]
        readonly axis_config: {
          readonly categories: readonly string[]
          readonly x_label?: string
          readonly y_label?: string
        }
      }
    | { readonly type: 'pie'; readonly segments: readonly Point[] }
}

export type ShownBlock = KnownBlock | ChartBlock

/** The server refuses blocks Slack would refuse, so what comes here has the shape its `type` promises. */
export const asBlocks = (blocks: readonly unknown[]): readonly ShownBlock[] =>
  blocks.filter(
    (block): block is ShownBlock => typeof block === 'object' && block !== null && 'type' in block,
  )
