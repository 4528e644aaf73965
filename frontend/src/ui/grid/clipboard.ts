/**
 * A block of cells as spreadsheets copy it: tabs between cells, line ends between rows; a cell with either inside is in
 * quotes, and quotes inside of those are doubled. Undefined for a single plain cell, which the control takes by itself.
 */
export function blockOf(text: string): string[][] | undefined {
  const rows: string[][] = []
  let row: string[] = []
  let quoted = false
  let at = 0
  const end = text.replace(/\r?\n$/, '').length
  while (at <= end) {
    const inQuotes = text[at] === '"' ? closed(text, at, end) : undefined
    const stop = inQuotes?.end ?? nextBreak(text, at, end)
    row.push(inQuotes?.cell ?? text.slice(at, stop))
    quoted ||= inQuotes !== undefined
    if (stop >= end || text[stop] !== '\t') {
      rows.push(row)
      row = []
    }
    at = stop + (text.startsWith('\r\n', stop) ? 2 : 1)
  }
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 || quoted ? rows : undefined
}

function nextBreak(text: string, from: number, end: number): number {
  const found = /[\t\r\n]/.exec(text.slice(from, end))
  return found ? from + found.index : end
}

/** A cell in quotes; undefined where the quote is a character like others, as in 5" pipe. */
function closed(text: string, from: number, end: number): { cell: string; end: number } | undefined {
  let cell = ''
  for (let at = from + 1; at < end; at++) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at++
    } else return at + 1 >= end || /[\t\r\n]/.test(text[at + 1] ?? '') ? { cell, end: at + 1 } : undefined
  }
  return undefined
}
