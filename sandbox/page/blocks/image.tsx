import type { ImageBlock } from '@slack/types'
import { wordsOf } from '../text/plain.tsx'

export function ImageView({ block }: { readonly block: ImageBlock }) {
  const source = 'image_url' in block ? block.image_url : undefined
  return (
    <figure className="image">
      {block.title && <figcaption>{wordsOf(block.title)}</figcaption>}
      {source === undefined ? (
        <p className="image-missing">{block.alt_text}</p>
      ) : (
        <img src={source} alt={block.alt_text} />
      )}
    </figure>
  )
}
