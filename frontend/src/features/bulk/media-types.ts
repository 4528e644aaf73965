/** What the upload takes, by the ending of the file's name. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
  json: 'application/json',
}

export const endings = Object.keys(types).map((ending) => `.${ending}`)

export const mediaTypeOf = (name: string): string | undefined =>
  types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()]

/** What the server takes at most. */
export const MAX_BYTES = 512 * 1024 * 1024
