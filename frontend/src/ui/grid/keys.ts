import type { KeyboardEvent } from 'react'

/** What a key means in a grid; undefined where it is the control's own. */
export type GridMove = 'undo' | 'fill' | { rows: number; columns: number }

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const step = (rows: number, columns: number): GridMove => ({ rows, columns })

/**
 * As in a sheet: Enter and the arrows move, Ctrl+Z undoes, Ctrl+D takes what stands above. Alt+Enter breaks a line,
 * Alt+↓ opens a list; within a text of several lines the arrows move in it first.
 */
export function gridMove(event: KeyboardEvent): GridMove | undefined {
  const control = event.target as Control
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
    if (event.key.toLowerCase() === 'z') return 'undo'
    return event.key.toLowerCase() === 'd' ? 'fill' : undefined
  }
  // Whoever writes Chinese confirms a word with Enter and chooses it with the arrows.
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    return undefined
  switch (event.key) {
    case 'Enter':
      return step(1, 0)
    case 'ArrowDown':
      return isAt(control, 'end') ? step(1, 0) : undefined
    case 'ArrowUp':
      return isAt(control, 'start') ? step(-1, 0) : undefined
    case 'ArrowRight':
      return isEdge(control, 'end') ? step(0, 1) : undefined
    case 'ArrowLeft':
      return isEdge(control, 'start') ? step(0, -1) : undefined
    default:
      return undefined
  }
}

/** No line is left in that direction. */
function isAt(control: Control, end: 'start' | 'end'): boolean {
  if (!(control instanceof HTMLTextAreaElement)) return true
  const { selectionStart, selectionEnd, value } = control
  if (selectionStart === 0 && selectionEnd === value.length) return true
  return end === 'end' ? !value.slice(selectionEnd).includes('\n') : !value.slice(0, selectionStart).includes('\n')
}

/** The caret can go no further, or all is selected, as it is when one has come by the arrows. */
function isEdge(control: Control, end: 'start' | 'end'): boolean {
  if (control instanceof HTMLSelectElement) return true
  const { selectionStart, selectionEnd, value } = control
  if (selectionStart === 0 && selectionEnd === value.length) return true
  return end === 'end' ? selectionStart === value.length : selectionEnd === 0
}

/** Goes to a cell with all that stands in it selected: what is typed next takes its place. */
export function goTo(id: string): boolean {
  const target = document.getElementById(id)
  if (!(target instanceof HTMLElement)) return false
  target.focus()
  target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) target.select()
  return true
}
