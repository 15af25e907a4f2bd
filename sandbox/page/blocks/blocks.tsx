import { lazy, type ReactNode, Suspense } from 'react'
import { ChartFigure } from '../charts/chart.tsx'
import { Icon } from '../parts/icon.tsx'
import { SlackText, wordsOf } from '../text/plain.tsx'
import { ActionsView } from './actions.tsx'
import { ContextView } from './context.tsx'
import { DataTableView } from './data-table.tsx'
import { ImageView } from './image.tsx'
import { InputView } from './input.tsx'
import { RichTextView } from './rich-text.tsx'
import { SectionView } from './section.tsx'
import { asBlocks, type ShownBlock } from './shown.ts'
import { TableView } from './table.tsx'

/** Rare show-only blocks are drawn by slack-blocks-to-jsx, fetched when the first one comes. */
const OtherBlock = lazy(() => import('./other.tsx'))

/** Blocks in their order, on the surface around them. */
export function Blocks({ blocks }: { readonly blocks: readonly unknown[] }): ReactNode {
  return asBlocks(blocks).map((block, nth) => {
    const id = block.block_id ?? `b${nth}`
    return (
      <div key={id} className={`block block-${block.type}`} data-testid={`block-${id}`}>
        <BlockView block={block} id={id} />
      </div>
    )
  })
}

interface Props {
  readonly block: ShownBlock
  readonly id: string
}

function BlockView({ block, id }: Props): ReactNode {
  switch (block.type) {
    case 'header':
      return <h3 className="header-text">{wordsOf(block.text)}</h3>
    case 'section':
      return <SectionView block={block} id={id} />
    case 'divider':
      return <hr />
    case 'context':
      return <ContextView block={block} />
    case 'actions':
      return <ActionsView block={block} id={id} />
    case 'input':
      return <InputView block={block} id={id} />
    default:
      return <ShowOnly block={block} />
  }
}

function ShowOnly({ block }: { readonly block: ShownBlock }): ReactNode {
  switch (block.type) {
    case 'image':
      return <ImageView block={block} />
    case 'rich_text':
      return <RichTextView parts={block.elements} />
    case 'table':
      return <TableView block={block} />
    case 'data_table':
      return <DataTableView block={block} />
    case 'data_visualization':
      return <ChartFigure block={block} />
    case 'alert':
      return (
        <div role="note" className={`alert alert-${block.level ?? 'default'}`}>
          <Icon name={block.level === 'success' ? 'check' : block.level === 'info' ? 'info' : 'alert'} />
          <div>
            <SlackText text={block.text} />
          </div>
        </div>
      )
    default:
      return (
        <Suspense fallback={null}>
          <OtherBlock block={block} />
        </Suspense>
      )
  }
}
