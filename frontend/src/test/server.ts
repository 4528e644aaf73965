import { HttpResponse, http, type JsonBodyType } from 'msw'
import { setupServer } from 'msw/node'
import type { Finding, User } from '@/api/types'

export const server = setupServer()

/** The server answers this read with these facts. */
export const answers = (path: string, body: JsonBodyType) =>
  server.use(http.get(`*/api/v1${path}`, () => HttpResponse.json(body)))

/** The server refuses, as RFC 9457 has it. */
export const problem = (status: number, title: string, errors: Finding[] = [], more: object = {}) =>
  HttpResponse.json(
    { type: 'about:blank', title, status, errors, ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )

export const reporter: User = {
  id: '0190a000-0000-7000-8000-000000000001',
  username: '150622',
  displayName: '准格尔旗填报人',
  roles: ['REPORTER'],
  unitCode: '150622',
  unitName: '准格尔旗',
  permissions: ['projects:read', 'projects:write', 'projects:submit', 'calls:read', 'dashboard:read'],
  mustChangePassword: false,
}

export const bureau: User = {
  id: '0190a000-0000-7000-8000-000000000002',
  username: 'bureau',
  displayName: '市商务局',
  roles: ['BUREAU'],
  permissions: ['projects:read', 'projects:review', 'projects:publish', 'calls:read', 'calls:write', 'dashboard:read'],
  mustChangePassword: false,
}
