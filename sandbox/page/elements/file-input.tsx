import type { FileInput } from '@slack/types'
import { useState } from 'react'
import type { SandboxFile } from '../../protocol.ts'
import { usePage } from '../state/page.tsx'
import { chooseFile } from '../state/server.ts'
import { useElement } from './element.ts'

/** Files go to Slack as soon as they are chosen; the form then names them. */
export function FileElement({ element }: { readonly element: FileInput }) {
  const held = useElement(element)
  const { me, notice } = usePage()
  const [isSending, setSending] = useState(false)
  const most = element.max_files ?? 10
  const files = filesIn(held.state)
  const take = async (chosen: readonly File[]) => {
    setSending(true)
    const sent = await Promise.all(chosen.slice(0, most).map((file) => chooseFile(me, file)))
    setSending(false)
    if (sent.includes(undefined)) notice('This file did not arrive')
    held.tell({ files: sent.filter((file) => file !== undefined) })
  }
  return (
    <div className="file-choice">
      <input
        {...held.aria}
        type="file"
        data-testid={held.testId}
        multiple={most > 1}
        accept={element.filetypes?.map((ending) => `.${ending}`).join(',')}
        onChange={(event) => take([...(event.target.files ?? [])])}
      />
      <p aria-live="polite" className="field-hint">
        {isSending && 'Uploading…'}
        {!isSending && files.length > 0 && `Uploaded: ${Math.ceil(sizeOf(files) / 1024)} kB`}
      </p>
    </div>
  )
}

const sizeOf = (files: readonly SandboxFile[]) => files.reduce((sum, { size }) => sum + size, 0)

const filesIn = (held: ReturnType<typeof useElement>['state']): readonly SandboxFile[] =>
  Array.isArray(held?.files) ? held.files : []
