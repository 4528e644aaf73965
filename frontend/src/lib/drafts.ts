import { type IDBPDatabase, openDB } from 'idb'

/**
 * What was typed and has not reached the server, kept on this computer: by user, form and record.
 * Offices share computers, so log-out clears it.
 */
export type Draft<T> = { values: T; version?: number; savedAt: number }

let database: Promise<IDBPDatabase> | undefined
// Private windows and strict policies have no IndexedDB: then a draft lives as long as the page.
const memory = new Map<string, unknown>()

const open = () => {
  database ??= openDB('zhaoshang', 1, { upgrade: (db) => void db.createObjectStore('drafts') })
  return database
}

const key = (user: string, form: string, record: string) => `${user}|${form}|${record}`

export async function keepDraft<T>(user: string, form: string, record: string, draft: Draft<T>): Promise<void> {
  try {
    await (await open()).put('drafts', draft, key(user, form, record))
  } catch {
    memory.set(key(user, form, record), draft)
  }
}

export async function findDraft<T>(user: string, form: string, record: string): Promise<Draft<T> | undefined> {
  try {
    return (await (await open()).get('drafts', key(user, form, record))) as Draft<T> | undefined
  } catch {
    return memory.get(key(user, form, record)) as Draft<T> | undefined
  }
}

export async function dropDraft(user: string, form: string, record: string): Promise<void> {
  memory.delete(key(user, form, record))
  try {
    await (await open()).delete('drafts', key(user, form, record))
  } catch {
    // there was none to drop
  }
}

export async function clearDrafts(): Promise<void> {
  memory.clear()
  try {
    await (await open()).clear('drafts')
  } catch {
    // there were none
  }
}
