import type { ReactNode } from 'react'

/** A link that leaves the page; anything but the web and mail is shown as text only. */
export function OutLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  if (!/^(https?:|mailto:)/i.test(url)) return <span>{children}</span>
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  )
}
