// Sums the Vite manifest: what the first load of the shell costs, and what each lazily loaded page adds.
// A glob on the entry chunk would see a seventh of it.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const FIRST_LOAD_KB = 260
const PAGE_KB = 150

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))
const gzipped = new Map()
const size = (file) => {
  if (!gzipped.has(file)) gzipped.set(file, gzipSync(readFileSync(new URL(file, dist))).length / 1024)
  return gzipped.get(file)
}

/** All files a chunk needs before it runs: itself, its styles, its static imports. */
function files(key, seen = new Set()) {
  if (seen.has(key)) return []
  seen.add(key)
  const chunk = manifest[key]
  return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((i) => files(i, seen))]
}

const entries = Object.keys(manifest).filter((key) => manifest[key].isEntry)
const shell = new Set(entries.flatMap((key) => files(key)))
const sum = (list) => [...new Set(list)].reduce((total, file) => total + size(file), 0)
const pages = Object.keys(manifest).filter((key) => manifest[key].isDynamicEntry)

const rows = [
  { what: 'first load', kb: sum([...shell]), limit: FIRST_LOAD_KB },
  ...pages.map((key) => ({ what: key, kb: sum(files(key).filter((f) => !shell.has(f))), limit: PAGE_KB })),
]
let failed = false
for (const { what, kb, limit } of rows.sort((a, b) => b.kb - a.kb)) {
  const over = kb > limit
  failed ||= over
  process.stdout.write(`${over ? 'OVER ' : 'ok   '}${kb.toFixed(1).padStart(7)} KB of ${limit}  ${what}\n`)
}
process.exit(failed ? 1 : 0)
