import { useState } from 'react'
import type { SandboxView } from '../../protocol.ts'
import { usePage } from '../state/page.tsx'
import { SurfaceProvider } from '../state/surface.tsx'
import { ModalForm } from './modal-form.tsx'

/** The person's stack of modals. All are kept, so that what was filled in below is still there; the top one shows. */
export function Modals() {
  const { slack } = usePage()
  return slack.modals.map((view, nth) => (
    <Modal key={view.id} view={view} depth={nth} isTop={nth === slack.modals.length - 1} />
  ))
}

interface Props {
  readonly view: SandboxView
  readonly depth: number
  readonly isTop: boolean
}

function Modal({ view, depth, isTop }: Props) {
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  /** The blocks of the server's latest errors that a person has begun to mend: those errors are not shown any more. */
  const [mended, setMended] = useState<readonly string[]>([])
  const refusal = JSON.stringify(view.errors ?? {})
  const theirs = Object.entries(view.errors ?? {}).filter(
    ([block]) => !mended.includes(`${refusal} ${block}`),
  )
  return (
    <SurfaceProvider
      at={{ in: 'view', view_id: view.id }}
      view={view}
      errors={{ ...Object.fromEntries(theirs), ...own }}
      onFill={(block) => {
        setOwn(({ [block]: _, ...others }) => others)
        setMended((before) => [...before, `${refusal} ${block}`])
      }}
    >
      {isTop && (
        <ModalForm
          view={view}
          depth={depth}
          onCheck={(faults) => {
            setOwn(faults)
            setMended([])
          }}
        />
      )}
    </SurfaceProvider>
  )
}
