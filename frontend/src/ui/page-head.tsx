import { type ReactNode, useEffect } from 'react'

/** The name of the window, by which a tab is found again; nothing leaves it as it is. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    if (title) document.title = title
  }, [title])
}

/** Title of the page and of the window, what it is about, and the one thing to do here. */
export function PageHead({
  title,
  lead,
  actions,
  children,
}: {
  title: string
  lead?: ReactNode
  actions?: ReactNode
  children?: ReactNode
}) {
  useTitle(title)
  return (
    <div className="zs-head">
      <div className="zs-head-words">
        <h1>{title}</h1>
        {lead && <div className="zs-lead">{lead}</div>}
        {children}
      </div>
      {actions && <div className="zs-actions">{actions}</div>}
    </div>
  )
}
