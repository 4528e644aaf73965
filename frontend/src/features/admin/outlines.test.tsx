import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, it } from 'vitest'
import type { MapOutlines } from '@/api/types'
import { openPage } from '@/test/open-page'
import { answers, bureau, problem, server } from '@/test/server'

const city = { ...bureau, permissions: [...bureau.permissions, 'prices:read', 'prices:review'] }
const outlines = (part: Partial<MapOutlines> = {}): MapOutlines => ({
  installed: false,
  unitCodes: [],
  missing: [],
  version: 0,
  allowedActions: ['replace'],
  ...part,
})
const collection = { type: 'FeatureCollection', features: [] }
const file = (text: string) => new File([text], 'city.geojson', { type: 'application/geo+json' })

beforeEach(() => {
  answers('/units', { items: [] })
  answers('/map-outlines', outlines())
})

it('installs a file only with its approval number', async () => {
  let sent: unknown
  let seen: string | null = null
  server.use(
    http.put('*/api/v1/map-outlines', async ({ request }) => {
      sent = await request.json()
      seen = request.headers.get('If-Match')
      answers('/map-outlines', outlines({ installed: true, approvalNumber: '蒙S（2021）012号', version: 1 }))
      return HttpResponse.json(outlines({ installed: true, version: 1 }))
    }),
  )
  const { hands } = openPage('/admin/outlines', city)
  expect(await screen.findByText(/还没有安装界线/)).toBeTruthy()
  const install = screen.getByRole('button', { name: '安装界线' }) as HTMLButtonElement
  await hands.upload(screen.getByLabelText('界线文件（GeoJSON）'), file(JSON.stringify(collection)))
  expect(install.disabled).toBe(true)
  await hands.type(screen.getByLabelText(/审图号/), '蒙S（2021）012号')
  await hands.click(install)
  await waitFor(() => expect(sent).toEqual({ approvalNumber: '蒙S（2021）012号', outlines: collection }))
  expect(seen).toBe('"0"')
  expect(await screen.findByText('审图号：蒙S（2021）012号')).toBeTruthy()
})

it('says what is wrong with a file', async () => {
  server.use(http.put('*/api/v1/map-outlines', () => problem(400, '界线文件有问题')))
  const { hands } = openPage('/admin/outlines', city)
  await hands.type(await screen.findByLabelText(/审图号/), '蒙S（2021）012号')
  await hands.upload(screen.getByLabelText('界线文件（GeoJSON）'), file('<kml/>'))
  await hands.click(screen.getByRole('button', { name: '安装界线' }))
  expect(await screen.findByText(/这不是 GeoJSON 文件/)).toBeTruthy()
  await hands.upload(screen.getByLabelText('界线文件（GeoJSON）'), file(JSON.stringify(collection)))
  await hands.click(screen.getByRole('button', { name: '安装界线' }))
  expect(await screen.findByText('界线文件有问题')).toBeTruthy()
})

it('takes the outlines away after a question', async () => {
  let gone = false
  answers(
    '/map-outlines',
    outlines({
      installed: true,
      approvalNumber: '蒙S（2021）012号',
      version: 3,
      allowedActions: ['replace', 'remove'],
    }),
  )
  server.use(
    http.delete('*/api/v1/map-outlines', () => {
      gone = true
      answers('/map-outlines', outlines({ version: 4 }))
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const { hands } = openPage('/admin/outlines', city)
  await hands.click(await screen.findByRole('button', { name: '撤下界线' }))
  await hands.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '撤下界线' }))
  expect(await screen.findByText(/还没有安装界线/)).toBeTruthy()
  expect(gone).toBe(true)
})
