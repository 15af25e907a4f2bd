import type { Block, HomeView, KnownBlock, ModalView } from '@slack/types'

/** Slack's chart block; @slack/types 3.2 has no type for it. */
export interface ChartBlock extends Block {
  readonly type: 'data_visualization'
  readonly title: string
  readonly chart:
    | {
        readonly type: 'line' | 'bar' | 'area'
        readonly series: readonly {
          readonly name: string
          readonly data: readonly { readonly label: string; readonly value: number }[]
        }[]
        readonly axis_config: {
          readonly categories: readonly string[]
          readonly x_label?: string
          readonly y_label?: string
        }
      }
    | {
        readonly type: 'pie'
        readonly segments: readonly { readonly label: string; readonly value: number }[]
      }
}

export type MessageBlock = KnownBlock | ChartBlock

/** What is posted. `text` is the notification and what a screen reader says; it is always there. */
export interface Message {
  readonly text: string
  readonly blocks: readonly MessageBlock[]
  /** The same content without the newest blocks, sent again when Slack answers `invalid_blocks`. */
  readonly fallback?: readonly KnownBlock[]
}

export type { HomeView, ModalView }
