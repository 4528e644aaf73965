import { describe, expect, it } from 'vitest'
import { readPosition } from './position'

const ordos = { west: 106.7, south: 37.58, east: 111.47, north: 40.87 }
const there = { ok: true, longitude: 107.48, latitude: 38.18 }

describe('a position as people paste it', () => {
  it.each([
    '107.48, 38.18',
    '107.48,38.18',
    '107.48 38.18',
    '１０７．４８，３８．１８',
    '107.48、38.18',
    '38.18, 107.48',
    '北纬38.18°，东经107.48°',
    '东经107.48°北纬38.18°',
    '经度：107.48 纬度：38.18',
    'E107.48 N38.18',
    '38.18N, 107.48E',
    '(107.48, 38.18)',
    'lat=38.18, lng=107.48',
    '107°28′48″ 38°10′48″',
    '107° 28′ 48″ E, 38° 10′ 48″ N',
    `107°28'48"E 38°10'48"N`,
    '107度28分48秒，38度10分48秒',
    '东经107°28.8′ 北纬38°10.8′',
  ])('reads %s', (text) => {
    expect(readPosition(text, ordos)).toEqual(there)
  })

  it.each([
    '107.48',
    '107.4838.18',
    '-107.48, 38.18',
    '大路工业园区',
    '107.48, 38.18, 3',
    'E107.48 E38.18',
    '107,48 38,18',
  ])('does not guess what %s means', (text) => {
    expect(readPosition(text, ordos)).toEqual({ ok: false, reason: 'FORMAT' })
  })

  it('says that a place is not in the city, and takes any where no bounds are known', () => {
    expect(readPosition('116.39, 39.91', ordos)).toEqual({ ok: false, reason: 'OUTSIDE' })
    expect(readPosition('116.39, 39.91')).toEqual({ ok: true, longitude: 116.39, latitude: 39.91 })
  })

  it('does not turn what says which is which', () => {
    expect(readPosition('东经38.18 北纬107.48', ordos)).toEqual({ ok: false, reason: 'RANGE' })
  })

  it('knows that minutes and seconds end at sixty', () => {
    expect(readPosition('107°60′0″ 38°10′48″', ordos)).toEqual({ ok: false, reason: 'RANGE' })
  })
})
