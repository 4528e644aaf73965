import { Modal, type ModalProps } from 'antd'
import { useEffect, useRef } from 'react'

/** Milliseconds after which what a dialog did shows on the page. */
const SETTLED = 250

const isLost = () => globalThis.document?.activeElement === globalThis.document?.body

/**
 * A dialog that is there only while it is asked for. It is gone at once, and with it the focus:
 * it returns to what opened the dialog, or to the page where the opener left with what was done.
 */
export function Dialog(props: Omit<ModalProps, 'open'>) {
  const opener = useRef(document.activeElement)
  useEffect(
    () => () => {
      if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
      setTimeout(() => isLost() && document.getElementById('main')?.focus({ preventScroll: true }), SETTLED)
    },
    [],
  )
  return <Modal {...props} open />
}
