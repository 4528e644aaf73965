/** How a file is to be read: what its own headers do not say. */
export type Reading = { units: Record<string, string>; columns: Record<string, string> }

export const asWritten: Reading = { units: {}, columns: {} }

type Held = { file: File; reading: Reading; imports: Set<string> }

// The last file of this tab: planned again with other units or fields without being picked again. Never leaves memory.
let held: Held | undefined

export function hold(file: File, reading: Reading, importId: string): void {
  held = { file, reading, imports: new Set(held?.file === file ? [...held.imports, importId] : [importId]) }
}

/** The import that carries out a plan comes of the same file. */
export function holdAlso(importId: string, as: string): void {
  if (held?.imports.has(as)) held.imports.add(importId)
}

export const heldFor = (importId: string): Held | undefined => (held?.imports.has(importId) ? held : undefined)
